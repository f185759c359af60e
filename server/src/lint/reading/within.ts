// The tokens or faults of a stretch of text, found without looking at all of them.
import type { Span } from "../../base/span.ts";

interface Placed {
	readonly span: Span;
}

/** Those that begin in the span. `sorted`: in text order. */
export function within<T extends Placed>(sorted: readonly T[], [start, end]: Span): readonly T[] {
	const first = indexFrom(sorted, start);
	let last = first;
	while (last < sorted.length && (sorted[last] as T).span[0] < end) last++;
	return sorted.slice(first, last);
}

/** The index of the first that begins at the offset or behind it; the list's length where none does. */
export function indexFrom(sorted: readonly Placed[], offset: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] as Placed).span[0] < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
