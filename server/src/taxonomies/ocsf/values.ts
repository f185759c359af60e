// Numbers and words that OCSF defines, and what they mean.
import type { FieldValues } from "../defineTaxonomy.ts";
import { logonTypes as windowsLogonTypes } from "../windowsValues.ts";

/** Of `severity_id`. */
export const severities: FieldValues = {
	0: "unknown",
	1: "informational",
	2: "low",
	3: "medium",
	4: "high",
	5: "critical",
	6: "fatal, past help",
	99: "as the source's own word says",
};

/** Of `status_id`. */
export const statuses: FieldValues = { 0: "unknown", 1: "success", 2: "failure", 99: "as the source's own word says" };

/** Of `category_uid`. */
export const categories: FieldValues = {
	1: "processes, files and the rest of a computer",
	2: "findings",
	3: "accounts and logons",
	4: "the network",
	5: "what a computer has",
	6: "applications",
	7: "remediation",
	8: "unmanned systems",
};

/** Of `class_uid`, those that hunts ask for. */
export const classes: FieldValues = {
	1001: "file",
	1002: "driver",
	1003: "kernel",
	1004: "memory of a process",
	1005: "module",
	1006: "scheduled job",
	1007: "process",
	1008: "event log",
	1009: "script",
	1010: "peripheral",
	2004: "detection",
	3001: "account changed",
	3002: "logon",
	3003: "rights of a session",
	3006: "group changed",
	4001: "connection",
	4002: "HTTP",
	4003: "DNS",
	4004: "DHCP",
	4005: "remote desktop",
	4006: "SMB",
	4007: "SSH",
	4008: "FTP",
	4009: "mail",
	4013: "NTP",
	4014: "tunnel",
	201001: "registry key",
	201002: "registry value",
	201003: "Windows resource",
	201004: "Windows service",
};

/** What `activity_id` counts in a class: at 1 the first. */
const activities: Readonly<Record<number, readonly string[]>> = {
	1001: [
		"file created",
		"file read",
		"file changed",
		"file deleted",
		"file renamed",
		"file attributes set",
		"file security set",
		"file attributes read",
		"file security read",
		"file encrypted",
		"file decrypted",
		"file mounted",
		"file unmounted",
		"file opened",
	],
	1002: ["driver loaded", "driver unloaded"],
	1004: [
		"memory allocated",
		"memory changed",
		"memory freed",
		"buffer overflowed",
		"data execution prevention switched off",
		"data execution prevention switched on",
		"memory read",
		"memory written",
		"memory mapped",
	],
	1005: ["module loaded", "module unloaded", "function of a module called"],
	1006: ["job created", "job updated", "job deleted", "job enabled", "job disabled", "job started"],
	1007: ["process started", "process ended", "process opened", "process injected into", "user id set"],
	1009: ["script run"],
	3002: [
		"logon",
		"logoff",
		"authentication ticket requested",
		"service ticket requested",
		"service ticket renewed",
		"pre-authentication",
		"account switched",
	],
	4001: [
		"connection opened",
		"connection closed",
		"connection reset",
		"connection failed",
		"connection refused",
		"traffic",
		"listening began",
	],
	4002: ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT", "TRACE", "PATCH"],
	4003: ["DNS query", "DNS response"],
	201001: [
		"registry key created",
		"registry key read",
		"registry key changed",
		"registry key deleted",
		"registry key renamed",
		"registry key's security set",
		"registry key restored",
		"registry key imported",
		"registry key exported",
	],
	201002: ["registry value read", "registry value set", "registry value changed", "registry value deleted"],
	201004: [
		"service created",
		"service reconfigured",
		"service started",
		"service stopped",
		"service paused",
		"service continued",
		"service deleted",
	],
};

/** Of `activity_id` in a class. */
export function activitiesOf(classUid: number): FieldValues {
	const named = (activities[classUid] ?? []).map((meaning, at) => [at + 1, meaning] as const);
	return Object.fromEntries([[0, "unknown"], ...named, [99, "as the source's own word says"]]);
}

/** Classes whose activities are named here. */
export const activeClasses: readonly number[] = Object.keys(activities).map(Number);

/** Of `type_uid`. */
export const types: FieldValues = Object.fromEntries(
	activeClasses.flatMap((classUid) =>
		Object.entries(activitiesOf(classUid)).map(([activity, meaning]) => [
			classUid * 100 + Number(activity),
			/^(0|99)$/.test(activity) ? `${classes[classUid]}: ${meaning}` : meaning,
		]),
	),
);

/** Of `disposition_id`. */
export const dispositions: FieldValues = {
	0: "unknown",
	1: "allowed",
	2: "blocked",
	3: "quarantined",
	4: "isolated",
	5: "deleted",
	6: "dropped",
	15: "detected",
	16: "nothing done",
	17: "logged",
	19: "alert raised",
	99: "as the source's own word says",
};

/** Of `logon_type_id`. */
export const logonTypes: FieldValues = {
	...windowsLogonTypes,
	0: "unknown",
	1: "System, at start-up",
	99: "as the source's own word says",
};

/** Of `connection_info.direction`. */
export const directions: FieldValues = {
	Inbound: "came in",
	Outbound: "went out",
	Lateral: "between two computers inside",
	Local: "within the computer",
	Unknown: "not known",
};

/** Of `process.integrity`. */
export const integrities: FieldValues = {
	Untrusted: "next to no rights",
	Low: "sandboxed",
	Medium: "an ordinary user's",
	High: "elevated, an administrator's",
	System: "the operating system's",
	Protected: "a protected process",
};
