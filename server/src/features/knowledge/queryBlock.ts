// The lines that a query takes up in its document.
import { lineEnd, lineStart } from "../../base/lines.ts";
import type { Span } from "../../base/span.ts";
import type { HuntQuery } from "../../document/hunt.ts";

/**
 * From the start of its first line to the end of its last, marks of code included, the last line break not. `null` where
 * something else stands on these lines or round them: in a list, a quote, a table, a paragraph.
 */
export function queryBlock(text: string, { span, form }: HuntQuery): Span | null {
	const lines: Span = [lineStart(text, span[0]), lineEnd(text, span[1])];
	if (form === "fence") return fenceRound(text, lines);
	if (form === "list") return null;
	const [before, after] = [text.slice(lines[0], span[0]), text.slice(span[1], lines[1])];
	return /^\s*`* *$/.test(before) && /^ *`*[ \t]*$/.test(after) ? lines : null;
}

/** The lines with those of the marks above and below, between which and them stand only blank ones. */
function fenceRound(text: string, [first, last]: Span): Span | null {
	let start = first;
	do {
		if (start === 0) return null;
		start = lineStart(text, start - 1);
	} while (lineAt(text, start).trim() === "");
	if (!/^ {0,3}(?:`{3,}|~{3,})/.test(lineAt(text, start))) return null;
	const closing = /^\s*\n {0,3}(?:`{3,}|~{3,})[ \t]*(?=\r?\n|$)/.exec(text.slice(last));
	return [start, last + (closing?.[0].length ?? 0)];
}

function lineAt(text: string, start: number): string {
	return text.slice(start, lineEnd(text, start));
}
