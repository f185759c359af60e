// Lines of a paragraph that are headings in all but marks.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { readHeading } from "../headings.ts";
import { linesOf } from "../sourceText.ts";
import { OtherHeading } from "../tokens.ts";
import type { Block, Classify } from "./block.ts";
import { headingAt } from "./heading.ts";
import { partBlocks } from "./partBlocks.ts";

/** Deeper than any heading with marks. */
export const unmarkedLevel = 7;

/**
 * A paragraph with such lines: each as a heading, with the blocks behind it and what it is where it is none; `null` if it
 * has none. `classify` reads what stands between them.
 */
export function headingLines(node: SyntaxNode, source: string, classify: Classify): Block[] | null {
	const lines = linesOf(source, [node.from, node.to]);
	const headings = lines.map((line, index) => headingLine(source, line, index === 0));
	if (headings.every((heading) => heading === null)) return null;
	const blocks: Block[] = [];
	const first = headings.findIndex((heading) => heading !== null);
	if (first > 0) blocks.push(...partBlocks(source, [node.from, (lines[first] as Span)[0]], classify));
	for (let at = first; at < lines.length; ) {
		const heading = headings[at] as Block;
		const after = headings.findIndex((other, index) => index > at && other !== null);
		const next = after < 0 ? lines.length : after;
		const end = (lines[next - 1] as Span)[1];
		blocks.push({
			...heading,
			rest: partBlocks(source, [heading.span[1], end], classify),
			otherwise: partBlocks(source, [heading.span[0], end], classify),
		});
		at = next;
	}
	return blocks;
}

/** The words before a colon with which text begins, if they may be a heading; spans are of `source`. */
export function prefixIn(source: string, [start, end]: Span): { readonly words: Span; readonly end: number } | null {
	const [whole, mark, bold, capitals, plain] = prefix.exec(source.slice(start, end)) ?? [];
	const words = bold ?? capitals ?? plain;
	if (whole === undefined || words === undefined) return null;
	if (words === plain && readHeading(plain).type === OtherHeading) return null;
	const from = start + (mark?.length ?? 0);
	return { words: [from, from + words.length], end: start + whole.length };
}

/** `**Words:** text`, `**Words**: text`, `WORDS: text`, `Words: text`. */
const prefix =
	/^(?:(\*\*|__|\*|_)([^*_\r\n:]{2,60}?)[ \t]*(?::[ \t]*\1|\1[ \t]*:)|([A-Z][A-Z\d &/()'-]{1,40}):|([A-Za-z][\w /()'-]{2,40}):)(?=[ \t]+\S)/;

/** One that is bold but for a colon opens a section of any name only where it begins its paragraph. */
function headingLine(source: string, line: Span, isFirst: boolean): Block | null {
	const written = source.slice(...line);
	const [whole, marks, unspaced] = /^(#{1,6})([^\s#!\d](?:(?! #\S).)*)$/.exec(written) ?? [];
	if (whole !== undefined && marks !== undefined && unspaced !== undefined)
		return headingAt(source, line, [line[0] + marks.length, line[1]], marks.length, "unspaced");
	const bold = /^(\*\*|__)((?:(?!\1).)+)\1[ \t]*:?$/.exec(written);
	if (bold) {
		const from = line[0] + (bold[1]?.length ?? 0);
		const heading = headingAt(source, line, [from, from + (bold[2]?.length ?? 0)], unmarkedLevel, "line");
		return isFirst || heading.type !== OtherHeading ? heading : null;
	}
	const found = prefixIn(source, line);
	return found && headingAt(source, [line[0], found.end], found.words, unmarkedLevel, "prefix");
}
