// Values that ECS allows, and what they mean.
import type { FieldValues } from "../defineTaxonomy.ts";

/** Of `event.category`. */
export const categories: FieldValues = {
	api: "a call of an interface",
	authentication: "someone proving who they are",
	configuration: "a setting",
	database: "a database",
	driver: "a driver of the operating system",
	email: "a message or its attachment",
	file: "a file",
	host: "a computer as a whole",
	iam: "accounts, groups and their rights",
	intrusion_detection: "what a detector of intrusions saw",
	library: "a loaded module",
	malware: "what a detector of malware saw",
	network: "a connection or its data",
	package: "installed software",
	process: "a process",
	registry: "the Windows registry",
	session: "a logon session",
	threat: "a known threat",
	vulnerability: "a weakness",
	web: "a request to a web server",
};

/** Of `event.type`. */
export const types: FieldValues = {
	access: "used or read",
	admin: "about an administrative matter",
	allowed: "let through",
	change: "changed",
	connection: "connected",
	creation: "created",
	deletion: "deleted",
	denied: "refused",
	device: "about a device",
	end: "ended",
	error: "failed",
	group: "about a group",
	indicator: "carries a known sign of an attack",
	info: "only for information",
	installation: "installed",
	protocol: "about what was said on a connection",
	start: "started",
	user: "about an account",
};

/** Of `event.kind`. */
export const kinds: FieldValues = {
	alert: "a detection",
	asset: "a record of something owned",
	enrichment: "knowledge to add to other events",
	event: "something that happened",
	metric: "a measurement",
	pipeline_error: "an event that could not be read in",
	signal: "a detection by a rule of Elastic Security",
	state: "how something is at this moment",
};

/** Of `event.outcome`. */
export const outcomes: FieldValues = {
	failure: "did not succeed",
	success: "succeeded",
	unknown: "was not seen",
};

/** Of `network.direction`. */
export const directions: FieldValues = {
	egress: "went out, as the computer saw it",
	external: "between two computers outside, as a sensor of the network saw it",
	inbound: "came in, as a sensor of the network saw it",
	ingress: "came in, as the computer saw it",
	internal: "between two computers inside, as a sensor of the network saw it",
	outbound: "went out, as a sensor of the network saw it",
	unknown: "not known",
};

/** Of `host.os.type`. */
export const systems: FieldValues = {
	android: "Android",
	ios: "iOS",
	linux: "Linux",
	macos: "macOS",
	unix: "another Unix",
	windows: "Windows",
};
