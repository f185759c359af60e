// Which forms a block is tried in, most special first.
import type { SyntaxNode } from "@lezer/common";
import { addressLines } from "./addresses.ts";
import { type Block, prose } from "./block.ts";
import { boldLine } from "./boldLine.ts";
import { codeSpans } from "./codeSpans.ts";
import { comment } from "./comment.ts";
import { fence } from "./fence.ts";
import { heading } from "./heading.ts";
import { listItem } from "./listItem.ts";
import { testRows } from "./testRows.ts";

/** `source` is the text of `node`, whose offsets begin at 0. */
export function classify(node: SyntaxNode, source: string): readonly Block[] {
	const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
	if (level) return [heading(node, source, Number(level))];
	switch (node.name) {
		case "Paragraph":
			return codeSpans(node, source) ?? addressLines(node, source) ?? [boldLine(node, source) ?? prose(node)];
		case "FencedCode":
			return [fence(node, source)];
		case "BulletList":
		case "OrderedList":
			return node.getChildren("ListItem").flatMap((item) => listItem(item, source));
		case "Table":
			return testRows(node, source) ?? [prose(node)];
		case "CommentBlock":
			return [comment(node, source)];
		default:
			return [prose(node)];
	}
}
