// Reads and rewrites valid JSON text as JSON means it, numbers as they are written: the last of duplicate keys counts.
import { randomUUID } from "node:crypto";

/** A number that JavaScript would print otherwise (`1.0`, beyond 2^53). Only newer Nodes tell a reviver how it was written. */
class WrittenNumber {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
	toJSON(): string {
		return mark + this.source;
	}
}

/** What a text that stands for such a number begins with; no event can know it. */
const mark = `#${randomUUID()}#`;
const marked = new RegExp(`"${mark}([^"]*)"`, "g");
// Strings are matched too, so that what is in them is passed over.
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

/** The text with the same values in their usual form; halves of surrogate pairs become U+FFFD. */
export function canonicalJson(text: string): string {
	return withoutHalves(printExact(parseExact(text)));
}

/**
 * As `canonicalJson`, with numbers as texts of their digits. DuckDB would print them in its own way, and no test of a value
 * can tell the two apart.
 */
export function canonicalText(text: string): string {
	return withoutHalves(JSON.stringify(JSON.parse(eachNumber(text, (number) => `"${number}"`))));
}

/** The value of a JSON text; print it with `printExact`, which leaves its numbers as they were written. */
export function parseExact(text: string): unknown {
	const kept = eachNumber(text, (number) => (String(Number(number)) === number ? number : `"${mark}${number}"`));
	return JSON.parse(kept, (_key, value: unknown) =>
		typeof value === "string" && value.startsWith(mark) ? new WrittenNumber(value.slice(mark.length)) : value,
	);
}

/** The JSON text of a value from `parseExact`. */
export function printExact(value: unknown): string {
	return JSON.stringify(value).replace(marked, "$1");
}

function eachNumber(text: string, write: (number: string) => string): string {
	return text.replace(stringOrNumber, (found) => (found.startsWith('"') ? found : write(found)));
}

function withoutHalves(json: string): string {
	return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === "\\\\" ? found : "\ufffd"));
}
