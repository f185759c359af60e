// Rewrites a valid JSON text so that DuckDB reads what JSON means: last duplicate wins, numbers as JavaScript prints them.

declare global {
	interface JSON {
		/** Node 22 and later: a value that `JSON.stringify` prints as it stands. */
		rawJSON(text: string): unknown;
		parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
	}
}

/** The text, one line of JSON, with the same meaning; whole numbers keep all their digits, half surrogate pairs become U+FFFD. */
export function canonicalJson(text: string): string {
	const value = parseExact(text);
	return JSON.stringify(value).replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) =>
		found === "\\\\" ? found : "\ufffd",
	);
}

/** The value of a JSON text, in which numbers that a double would change stay raw: `printJson` prints them whole. */
export function parseExact(text: string): unknown {
	return JSON.parse(text, (_key, value: unknown, context: { source?: string }) =>
		typeof value === "number" ? exactNumber(value, context.source ?? String(value)) : value,
	);
}

function exactNumber(value: number, source: string): unknown {
	if (Number.isSafeInteger(value) || (Number.isFinite(value) && !/^-?\d+$/.test(source))) return value;
	return JSON.rawJSON(source);
}
