// Products that tell one event of two processes name both alike, and only the kind of event says which is which.
import type { TaxonomyField, When } from "./defineTaxonomy.ts";

/** What a process is to its event. */
interface Role {
	/** Before the concepts of the event's own process. */
	readonly before: string;
	readonly who: string;
}

export const itself: Role = { before: "", who: "the process" };
export const parent: Role = { before: "parent_", who: "the process that started this one" };
export const opener: Role = { before: "source_", who: "the process that reached into another" };
export const opened: Role = { before: "target_", who: "the process that another reached into" };

/** Where a product keeps what it says of a process; what it does not say is absent. */
export interface ProcessNames {
	readonly path?: string;
	readonly file?: string;
	readonly commandLine?: string;
	readonly id?: string;
	readonly guid?: string;
	readonly user?: string;
	readonly hashes?: readonly string[];
}

/** These names as those of a process in a role. `when`: the events in which it has it; `undefined`: all. */
export function processIn(role: Role, names: ProcessNames, when: When | undefined): readonly TaxonomyField[] {
	const { before, who } = role;
	const found: TaxonomyField[] = [];
	const add = (name: string | undefined, field: Omit<TaxonomyField, "name">) => {
		if (name !== undefined) found.push({ name, ...field, ...(when && { when }) });
	};
	add(names.path, {
		type: "path",
		description: `Full path of the program of ${who}.`,
		example: "C:\\Windows\\System32\\bitsadmin.exe",
		concept: `${before}image_path`,
	});
	add(names.file, {
		type: "keyword",
		description: `Name of ${who}, mostly its program's file name.`,
		example: "bitsadmin.exe",
		concept: `${before}process_name`,
	});
	add(names.commandLine, {
		type: "text",
		description: `Command line of ${who}.`,
		example: "bitsadmin.exe /list /allusers",
		concept: `${before}commandline`,
	});
	add(names.id, {
		type: "number",
		description: `Operating system id of ${who}, reused after it ends.`,
		example: "4756",
		concept: `${before}process_id`,
	});
	add(names.guid, {
		type: "keyword",
		description: `Id of ${who} that is never reused.`,
		example: "c2c455d9f99375d",
		concept: `${before}process_guid`,
	});
	add(names.user, {
		type: "keyword",
		description: `Account that ${who} runs as.`,
		example: "alice",
		concept: role === opened ? "target_process_username" : `${before}username`,
	});
	for (const name of names.hashes ?? []) {
		add(name, {
			type: "hash",
			description: `Hash of the program of ${who}.`,
			example: hashExample(name),
			concept: `${before}hashes`,
		});
	}
	return found;
}

function hashExample(name: string): string {
	if (/sha256$/i.test(name)) return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
	return /sha1$/i.test(name) ? "3a839a656d9dcedfcdfdf58ac4d923e387e671b9" : "cca67bd391cfc9f036323b2522887a6a";
}
