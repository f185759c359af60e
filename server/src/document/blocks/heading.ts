// A line with a heading's marks.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { readHeading } from "../headings.ts";
import { trimmed } from "../sourceText.ts";
import type { HeadingStyle } from "../tokens.ts";
import type { Block } from "./block.ts";

export function heading(node: SyntaxNode, source: string, level: number): Block {
	let [from, to]: Span = [node.from, node.to];
	for (const mark of node.getChildren("HeaderMark")) {
		if (mark.from === from) from = mark.to;
		else to = mark.from;
	}
	return headingAt(source, [node.from, node.to], [from, to], level, "marks");
}

/** The block at `span` of a heading whose words stand at `words`. */
export function headingAt(source: string, span: Span, words: Span, level: number, style: HeadingStyle): Block {
	const text = trimmed(source, words);
	const { type, title, ...said } = readHeading(source.slice(...text));
	return {
		type,
		span,
		payload: {
			kind: "heading",
			...said,
			title: title && shift(title, text[0] - span[0]),
			level,
			style,
			text: shift(text, -span[0]),
		},
	};
}
