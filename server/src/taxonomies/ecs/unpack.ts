// Reads the packed names of a schema.
import type { FieldType } from "../../base/fieldType.ts";

const types: Readonly<Record<string, FieldType>> = {
	B: "boolean",
	D: "date",
	I: "ip",
	K: "keyword",
	N: "number",
	T: "text",
};

/**
 * Names and their types. Each entry between blanks is the number of leading characters that its name shares with the one
 * before, the others, and a letter for the type: `0agent.idK 6nameK` are `agent.id` and `agent.name`, both keywords.
 */
export function unpack(packed: string): ReadonlyMap<string, FieldType> {
	const found = new Map<string, FieldType>();
	let name = "";
	for (const [, shared, rest, type] of packed.matchAll(/(\d+)(\S+)([A-Z])\s/g)) {
		name = name.slice(0, Number(shared)) + rest;
		found.set(name, types[type as string] as FieldType);
	}
	return found;
}
