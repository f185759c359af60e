// A line with a heading's marks.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { readHeading } from "../headings.ts";
import { trimmed } from "../sourceText.ts";
import type { Block } from "./block.ts";

export function heading(node: SyntaxNode, source: string, level: number): Block {
	let [from, to]: Span = [node.from, node.to];
	for (const mark of node.getChildren("HeaderMark")) {
		if (mark.from === from) from = mark.to;
		else to = mark.from;
	}
	const text = trimmed(source, [from, to]);
	const { title, type, ...words } = readHeading(source.slice(text[0], text[1]));
	const payload = { kind: "heading" as const, ...words, level, text, title: title && shift(title, text[0]) };
	return { type, span: [node.from, node.to], payload };
}
