// Addresses that stand alone on their lines.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { linesOf } from "../sourceText.ts";
import { LinkItem, UrlItem } from "../tokens.ts";
import { type Block, prose } from "./block.ts";
import { itemAt } from "./items.ts";

/** A paragraph with lines that are addresses, named or not; its other lines are prose but for a name before an address. */
export function addressLines(node: SyntaxNode, source: string): Block[] | null {
	const lines = linesOf(source, [node.from, node.to]).map((line) => ({ line, item: itemAt(source, line) }));
	if (!lines.some(({ line, item }) => isAddress(source, line, item))) return null;
	return lines.map(({ line, item }, index) => {
		if (isAddress(source, line, item)) return item;
		const isName =
			item.type !== LinkItem && lines[index + 1]?.item.type === UrlItem && /[^.:;,]$/.test(source.slice(...line));
		return isName ? item : prose({ from: line[0], to: line[1] });
	});
}

/** In a sentence that ends with an address, the words before it are no name. */
function isAddress(source: string, line: Span, { type }: Block): boolean {
	return (
		type === UrlItem ||
		(type === LinkItem && /^[*_]*\[[^\]]*\]\([^)\s]*\)*[*_]*$|[:–—|-]\s+<?\w+:\/\/\S+$/.test(source.slice(...line)))
	);
}
