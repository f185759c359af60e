// Values that look like operators: `f:NOT x`.
import type { Span } from "../../base/span.ts";

/** Whether a stretch begins or ends in `AND`, `OR` or `NOT`, which is only a value because of what stands beside it. */
export function beginsOrEndsInOperator(text: string, [start, end]: Span): boolean {
	return begins.test(text.slice(start, start + 4)) || ends.test(text.slice(Math.max(start, end - 4), end));
}

const begins = /^(?:AND|OR|NOT)(?:[\s(),;]|$)/i;
const ends = /(?:^|[\s:=<>()])(?:AND|OR|NOT)$/i;
