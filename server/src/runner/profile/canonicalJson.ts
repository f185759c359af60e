// Reads and rewrites valid JSON text as JSON means it, numbers as they are written: the last of duplicate keys counts.

declare global {
	interface JSON {
		/** Node 22 and later: a value that `JSON.stringify` prints as it stands. */
		rawJSON(text: string): unknown;
		parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
	}
}

/** The text with the same values in their usual form; halves of surrogate pairs become U+FFFD. */
export function canonicalJson(text: string): string {
	return withoutHalves(JSON.stringify(parseExact(text)));
}

/**
 * As `canonicalJson`, with numbers as texts of their digits. DuckDB would print them in its own way, and no test of a value
 * can tell the two apart.
 */
export function canonicalText(text: string): string {
	return withoutHalves(
		JSON.stringify(JSON.parse(text, (_key, value, { source }) => (typeof value === "number" ? source : value))),
	);
}

/** The value of a JSON text, in which a number that JavaScript would print otherwise stays as `JSON.rawJSON`. */
export function parseExact(text: string): unknown {
	return JSON.parse(text, (_key, value, { source }) =>
		typeof value === "number" && source !== undefined && source !== String(value) ? JSON.rawJSON(source) : value,
	);
}

function withoutHalves(json: string): string {
	return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === "\\\\" ? found : "\ufffd"));
}
