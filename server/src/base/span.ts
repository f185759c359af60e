// A stretch of text. Everything that can be pointed at carries one.

/** Half-open range of UTF-16 offsets: `[start, end)`, `0 <= start <= end`. */
export type Span = readonly [start: number, end: number];

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
	return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Whether all of `inner` is in `outer`. */
export function holds(outer: Span, inner: Span): boolean {
	return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The span moved right by `by` characters. */
export function shift(span: Span, by: number): Span {
	return [span[0] + by, span[1] + by];
}
