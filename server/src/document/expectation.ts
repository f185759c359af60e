// What a test expects of a query: how many events.

/** From `least` to `most`, both included; `most` is infinite where only a least number is said. */
export interface Expectation {
	readonly least: number;
	readonly most: number;
}

/** Reads `none`, `4 events`, `at least 1`, `at most 5` and `2–4`; `null` for anything else. */
export function readExpectation(text: string): Expectation | null {
	const words = text
		.trim()
		.toLowerCase()
		.replace(/\s+events?$/, "");
	if (/^(none|no|nothing)$/.test(words)) return { least: 0, most: 0 };
	const [, bound, first, last] = /^(at least |at most |)(\d{1,15})(?:\s*[-–—]\s*(\d{1,15}))?$/.exec(words) ?? [];
	if (first === undefined) return null;
	const number = Number(first);
	if (last !== undefined) {
		const most = Number(last);
		return bound === "" && number <= most ? { least: number, most } : null;
	}
	if (bound === "at least ") return { least: number, most: Number.POSITIVE_INFINITY };
	return bound === "at most " ? { least: 0, most: number } : { least: number, most: number };
}
