// Reading stretches of a text without losing their place.
import type { Span } from "../base/span.ts";
import type { Text } from "./hunt.ts";

/** The span without white space at its ends; empty if nothing else is in it. */
export function trimmed(source: string, [start, end]: Span): Span {
	let from = start;
	let to = end;
	while (from < to && isBlank(source.charCodeAt(from))) from++;
	while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
	return [from, to];
}

/** The text at a span, trimmed. */
export function textAt(source: string, span: Span): Text {
	const inner = trimmed(source, span);
	return { text: source.slice(inner[0], inner[1]), span: inner };
}

/** As `textAt`, but `null` for nothing. */
export function textOrNull(source: string, span: Span): Text | null {
	const text = textAt(source, span);
	return text.text === "" ? null : text;
}

/** The lines of a span, each trimmed, blank ones left out. */
export function linesOf(source: string, [start, end]: Span): Span[] {
	const lines: Span[] = [];
	for (let from = start; from < end; ) {
		const at = source.indexOf("\n", from);
		const to = at < 0 || at >= end ? end : at;
		const line = trimmed(source, [from, to]);
		if (line[0] < line[1]) lines.push(line);
		from = to + 1;
	}
	return lines;
}

function isBlank(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13);
}

/** Where the part stands in the text: much quicker than a pattern, where it is rare. */
export function* indexesOf(text: string, part: string): Iterable<number> {
	for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}
