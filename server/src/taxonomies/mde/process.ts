// Defender's names for processes: whether the initiating process is the process or its parent depends on the event.
import type { TaxonomyField } from "../defineTaxonomy.ts";
import { itself, opened, opener, type ProcessNames, parent, processIn } from "../processRoles.ts";
import { integrityLevels } from "../windowsValues.ts";
import { byProcess, reachingIn, starting } from "./events.ts";
import { elevations } from "./values.ts";

const acting: ProcessNames = {
	path: "InitiatingProcessFolderPath",
	file: "InitiatingProcessFileName",
	commandLine: "InitiatingProcessCommandLine",
	id: "InitiatingProcessId",
	guid: "InitiatingProcessUniqueId",
	user: "InitiatingProcessAccountName",
	hashes: ["InitiatingProcessMD5", "InitiatingProcessSHA1", "InitiatingProcessSHA256"],
};

const subject: ProcessNames = {
	path: "FolderPath",
	file: "FileName",
	commandLine: "ProcessCommandLine",
	id: "ProcessId",
	guid: "ProcessUniqueId",
};

/** The process, its parent, and the one that did something to it. */
export const processFields: readonly TaxonomyField[] = [
	...processIn(itself, subject, starting),
	...processIn(parent, acting, starting),
	...processIn(itself, acting, byProcess),
	...processIn(parent, { file: "InitiatingProcessParentFileName", id: "InitiatingProcessParentId" }, byProcess),
	...processIn(opened, subject, reachingIn),
	...processIn(opener, acting, reachingIn),
	{
		name: "ProcessIntegrityLevel",
		type: "keyword",
		description: "Level of trust that Windows gives the new process.",
		example: "High",
		concept: "integrity_level",
		values: integrityLevels,
	},
	{
		name: "InitiatingProcessIntegrityLevel",
		type: "keyword",
		description: "Level of trust that Windows gives the process that did what the event tells.",
		example: "High",
		concept: "integrity_level",
		values: integrityLevels,
		when: byProcess,
	},
	{
		name: "ProcessTokenElevation",
		type: "keyword",
		description: "Whether the new process's token is full, elevated or limited.",
		example: "TokenElevationTypeLimited",
		concept: "token_elevation",
		values: elevations,
	},
	{
		name: "InitiatingProcessTokenElevation",
		type: "keyword",
		description: "Whether the token of the process that did what the event tells is full, elevated or limited.",
		example: "TokenElevationTypeLimited",
		concept: "token_elevation",
		values: elevations,
		when: byProcess,
	},
	{
		name: "ProcessCreationTime",
		type: "date",
		description: "When the new process was started.",
		example: "2026-03-17T09:41:07.5121234Z",
		concept: "process_start_time",
		when: starting,
	},
	{
		name: "InitiatingProcessCreationTime",
		type: "date",
		description: "When the process that did what the event tells was started.",
		example: "2026-03-17T09:41:07.5121234Z",
		concept: "process_start_time",
		when: byProcess,
	},
	{
		name: "ProcessVersionInfoOriginalFileName",
		type: "keyword",
		description: "File name that was compiled into the program of the new process.",
		example: "bitsadmin.exe",
		concept: "original_file_name",
	},
	{
		name: "ProcessVersionInfoFileDescription",
		type: "text",
		description: "Description that was compiled into the program of the new process.",
		example: "BITS administration utility",
		concept: "file_description",
	},
	{
		name: "ProcessVersionInfoProductName",
		type: "text",
		description: "Product that was compiled into the program of the new process.",
		example: "Microsoft Windows Operating System",
		concept: "product_name",
	},
	{
		name: "ProcessVersionInfoCompanyName",
		type: "text",
		description: "Company that was compiled into the program of the new process.",
		example: "Microsoft Corporation",
		concept: "company_name",
	},
	{
		name: "ProcessVersionInfoProductVersion",
		type: "keyword",
		description: "Version of the product that was compiled into the program of the new process.",
		example: "7.8.22000.1",
		concept: "product_version",
	},
	{
		name: "ProcessVersionInfoInternalFileName",
		type: "keyword",
		description: "Internal name that was compiled into the program of the new process.",
		example: "bitsadmin.exe",
		concept: "internal_file_name",
	},
	{
		name: "InitiatingProcessVersionInfoOriginalFileName",
		type: "keyword",
		description: "File name that was compiled into the program of the process that did what the event tells.",
		example: "bitsadmin.exe",
		concept: "original_file_name",
		when: byProcess,
	},
	{
		name: "InitiatingProcessVersionInfoFileDescription",
		type: "text",
		description: "Description that was compiled into the program of the process that did what the event tells.",
		example: "BITS administration utility",
		concept: "file_description",
		when: byProcess,
	},
	{
		name: "InitiatingProcessVersionInfoProductName",
		type: "text",
		description: "Product that was compiled into the program of the process that did what the event tells.",
		example: "Microsoft Windows Operating System",
		concept: "product_name",
		when: byProcess,
	},
	{
		name: "InitiatingProcessVersionInfoCompanyName",
		type: "text",
		description: "Company that was compiled into the program of the process that did what the event tells.",
		example: "Microsoft Corporation",
		concept: "company_name",
		when: byProcess,
	},
	{
		name: "InitiatingProcessVersionInfoProductVersion",
		type: "keyword",
		description:
			"Version of the product that was compiled into the program of the process that did what the event tells.",
		example: "7.8.22000.1",
		concept: "product_version",
		when: byProcess,
	},
	{
		name: "InitiatingProcessVersionInfoInternalFileName",
		type: "keyword",
		description: "Internal name that was compiled into the program of the process that did what the event tells.",
		example: "bitsadmin.exe",
		concept: "internal_file_name",
		when: byProcess,
	},
	{
		name: "InitiatingProcessSignerType",
		type: "keyword",
		description: "Kind of signer of the program of the process that did what the event tells.",
		example: "OsVendor",
		concept: "signer_type",
	},
	{
		name: "InitiatingProcessSignatureStatus",
		type: "keyword",
		description: "What checking the signature of that program came to.",
		example: "Valid",
		concept: "program_signature_status",
	},
];
