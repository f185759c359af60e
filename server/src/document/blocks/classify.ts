// Which forms a block is tried in, most special first.
import type { SyntaxNode } from "@lezer/common";
import { addressLines } from "./addresses.ts";
import { type Block, prose } from "./block.ts";
import { comment } from "./comment.ts";
import { conditionTable } from "./conditionTable.ts";
import { fence, indented } from "./fence.ts";
import { heading } from "./heading.ts";
import { headingLines } from "./headingLines.ts";
import { listItem } from "./listItem.ts";
import { queryLines } from "./queryLines.ts";
import { quote } from "./quote.ts";
import { stackLines } from "./stackLine.ts";
import { tableRows } from "./tableRows.ts";

/** `source` is the text of `node`, whose offsets begin at 0. */
export function classify(node: SyntaxNode, source: string): readonly Block[] {
	const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
	if (level) return [heading(node, source, Number(level))];
	if (isTooDeep(node)) return [prose(node)];
	switch (node.name) {
		case "Paragraph":
			return headingLines(node, source, withoutHeadingLines) ?? withoutHeadingLines(node, source);
		case "FencedCode":
			return [fence(node, source)];
		case "CodeBlock":
			return indented(node, source);
		case "Blockquote":
			return quote(node, source, withoutHeadingLines);
		case "BulletList":
		case "OrderedList":
			return node.getChildren("ListItem").flatMap((item) => listItem(item, source, classify));
		case "Table": {
			const conditions = conditionTable(node, source);
			return conditions ? [conditions] : (tableRows(node, source) ?? [prose(node)]);
		}
		case "CommentBlock":
			return [comment(node, source)];
		default:
			return [prose(node)];
	}
}

/** More lists and quotes in each other than anybody writes; each is read by a call in a call. */
const deepest = 100;

function isTooDeep(node: SyntaxNode): boolean {
	let depth = 0;
	for (let outer = node.parent; outer && depth <= deepest; outer = outer.parent) depth++;
	return depth > deepest;
}

function withoutHeadingLines(node: SyntaxNode, source: string): readonly Block[] {
	if (node.name !== "Paragraph") return classify(node, source);
	return (
		stackLines(node, source, withoutHeadingLines) ??
		queryLines(node, source) ??
		addressLines(node, source) ?? [prose(node)]
	);
}
