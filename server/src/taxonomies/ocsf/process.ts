// OCSF's names for processes: what `process` and `actor.process` are depends on the kind of event.
import type { TaxonomyField, When } from "../defineTaxonomy.ts";
import { itself, opened, opener, type ProcessNames, parent, processIn } from "../processRoles.ts";
import { integrities, types } from "./values.ts";

/** One process reaches into another: it is opened, injected into, or its memory is touched. */
const across = Object.keys(types).filter((type) => /^(100703|100704|1004\d\d)$/.test(type));

/** `process` is what another one reached into. */
const reachingIn: When = { field: "type_uid", equals: across };
const notReachingIn: When = { ...reachingIn, not: true };
const launching: When = { field: "type_uid", equals: ["100701"] };
/** `actor.process` is no second process beside `process`. */
const actingItself: When = {
	field: "type_uid",
	equals: [
		...Object.keys(types).filter((type) => type.startsWith("1007")),
		...across.filter((type) => !type.startsWith("1007")),
	],
	not: true,
};

/** Names that ECS has too, and therefore with its meaning in every event. */
const shared: ProcessNames = { file: "process.name", id: "process.pid", user: "process.user.name" };

function below(object: string): ProcessNames {
	return {
		path: `${object}.file.path`,
		file: `${object}.name`,
		commandLine: `${object}.cmd_line`,
		id: `${object}.pid`,
		guid: `${object}.uid`,
		user: `${object}.user.name`,
		hashes: [`${object}.file.hashes.value`],
	};
}

const { path, commandLine, guid, hashes } = below("process") as Required<ProcessNames>;

/** The process, its parent, and the one that did something to it. */
export const processFields: readonly TaxonomyField[] = [
	...processIn(itself, { path, commandLine, guid, hashes }, notReachingIn),
	...processIn(itself, shared, undefined),
	...processIn(itself, { path: "process.path" }, notReachingIn),
	...processIn(parent, below("process.parent_process"), notReachingIn),
	...processIn(opened, { path, commandLine, guid, hashes }, reachingIn),
	...processIn(itself, below("actor.process"), actingItself),
	...processIn(parent, below("actor.process"), launching),
	...processIn(opener, below("actor.process"), reachingIn),
	...processIn(parent, below("actor.process.parent_process"), actingItself),
	{
		name: "process.working_directory",
		type: "path",
		description: "Folder in which the process works.",
		example: "C:\\Windows\\System32",
		concept: "current_directory",
	},
	{
		name: "process.integrity",
		type: "keyword",
		description: "Level of trust that Windows gives the process.",
		example: "High",
		concept: "integrity_level",
		values: integrities,
		when: notReachingIn,
	},
	{
		name: "process.file.internal_name",
		type: "keyword",
		description: "Name of the program that its own file gives.",
		example: "bitsadmin.exe",
		concept: "original_file_name",
		when: notReachingIn,
	},
	{
		name: "process.file.company_name",
		type: "text",
		description: "Company that published the process's program.",
		example: "Microsoft Corporation",
		concept: "company_name",
		when: notReachingIn,
	},
	{
		name: "process.file.version",
		type: "keyword",
		description: "Version of the process's program.",
		example: "7.8.22000.1",
		concept: "file_version",
		when: notReachingIn,
	},
	{
		name: "process.created_time_dt",
		type: "date",
		description: "When the process was started, where the source writes dates.",
		example: "2026-03-17T09:41:07.512Z",
		concept: "process_start_time",
		when: notReachingIn,
	},
	{
		name: "process.user.domain",
		type: "keyword",
		description: "Domain or computer of the account that the process runs as.",
		example: "CORP",
		concept: "user_domain",
		when: notReachingIn,
	},
	{
		name: "process.user.uid",
		type: "keyword",
		description: "Id of the account that the process runs as, on Windows its security id.",
		example: "S-1-5-18",
		concept: "user_sid",
		when: notReachingIn,
	},
	{
		name: "exit_code",
		type: "number",
		description: "Code with which the process ended.",
		example: "0",
		concept: "process_exit_code",
	},
	{
		name: "actual_permissions",
		type: "number",
		description: "Rights to the other process that were granted, as one number.",
		example: "5136",
		concept: "granted_access",
		when: reachingIn,
	},
	{
		name: "injection_type",
		type: "keyword",
		description: "How code was put into the other process.",
		example: "Remote Thread",
		concept: "injection_type",
	},
];
