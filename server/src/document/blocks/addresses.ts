// Addresses that stand alone.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { linesOf } from "../sourceText.ts";
import { UrlItem } from "../tokens.ts";
import { type Block, prose } from "./block.ts";

/** A paragraph with lines that are addresses; its other lines are prose. */
export function addressLines(node: SyntaxNode, source: string): Block[] | null {
	const blocks = linesOf(source, [node.from, node.to]).map((line): Block => {
		const url = wholeUrl(source, line);
		return url ? urlItem(line, url) : prose({ from: line[0], to: line[1] });
	});
	return blocks.some(({ type }) => type === UrlItem) ? blocks : null;
}

/** The block of an address that stands alone at `span`. */
export function urlItem(span: Span, url: Span): Block {
	return { type: UrlItem, span, payload: { kind: "item", text: shift(url, -span[0]), reviewed: null } };
}

/** The address, without `<>`, if the span is one and nothing else. */
export function wholeUrl(source: string, [start, end]: Span): Span | null {
	const match = /^(<?)(?:https?|ftp):\/\/[^\s<>]+(>?)$/i.exec(source.slice(start, end));
	if (!match || match[1]?.length !== match[2]?.length) return null;
	return match[1] ? [start + 1, end - 1] : [start, end];
}
