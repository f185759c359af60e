// A part of a block, read as if it stood alone.
import { type Span, shift } from "../../base/span.ts";
import { parseMarkdown } from "../markdown.ts";
import { trimmed } from "../sourceText.ts";
import type { Block, Classify } from "./block.ts";

/** The blocks in a stretch of `source`; none if it is blank. */
export function partBlocks(source: string, span: Span, classify: Classify): readonly Block[] {
	const [from, to] = trimmed(source, span);
	if (from === to) return [];
	const part = source.slice(from, to);
	const blocks: Block[] = [];
	for (let child = parseMarkdown(part).tree.topNode.firstChild; child; child = child.nextSibling)
		for (const block of classify(child, part)) blocks.push({ ...block, span: shift(block.span, from) });
	return blocks;
}
