// An item of a list: a name, an address or a query.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { trimmed } from "../sourceText.ts";
import { AnalyticHeading } from "../tokens.ts";
import { type Block, type Classify, prose } from "./block.ts";
import { headingAt } from "./heading.ts";
import { prefixIn, unmarkedLevel } from "./headingLines.ts";
import { itemAt } from "./items.ts";
import { queryLines } from "./queryLines.ts";
import { stackLine } from "./stackLine.ts";

/** The item's first paragraph is a query, a name or an address; items and queries in it follow. */
export function listItem(item: SyntaxNode, source: string, classify: Classify): Block[] {
	const blocks: Block[] = [];
	for (let child = item.firstChild; child; child = child.nextSibling) {
		if (child.name === "ListMark") continue;
		if (child.name === "BulletList" || child.name === "OrderedList") blocks.push(...classify(child, source));
		else if (child.name !== "Paragraph" && child.name !== "Task") blocks.push(...queriesIn(classify(child, source)));
		else blocks.push(...paragraph(child, source, blocks.length === 0));
	}
	return blocks.length > 0 ? blocks : [prose(item)];
}

function paragraph(node: SyntaxNode, source: string, isFirst: boolean): readonly Block[] {
	const queries = queryLines(node, source, true);
	if (!queries) return isFirst ? nameOrAddress(source, [node.from, node.to]) : [];
	const [first, ...others] = queries as [Block, ...Block[]];
	return isFirst && first.payload === null ? [...nameOrAddress(source, first.span), ...others] : queries;
}

/** Words that name an analytic, or that stand before a colon, may be a heading among others of their kind. */
function nameOrAddress(source: string, span: Span): readonly Block[] {
	const mark = /^\[[ xX]\][ \t]+/.exec(source.slice(...span))?.[0].length ?? 0;
	const text = trimmed(source, [span[0] + mark, span[1]]);
	if (text[0] === text[1]) return [prose({ from: span[0], to: span[1] })];
	const stack = stackLine(source, text);
	if (stack) return [stack];
	const item = itemAt(source, text);
	const from = lineStart(source, text[0]);
	// Of the many items there are, few have the word: the others need no closer look.
	const analytic = /analytic/i.test(source.slice(...text))
		? headingAt(source, [from, text[1]], text, unmarkedLevel, "item")
		: null;
	if (analytic?.type === AnalyticHeading) return [{ ...analytic, otherwise: [item] }];
	const found = prefixIn(source, text);
	if (!found) return [item];
	const heading = headingAt(source, [from, found.end], found.words, unmarkedLevel, "prefix");
	return [{ ...heading, rest: [prose({ from: found.end, to: text[1] })], otherwise: [item] }];
}

/** Where its line starts, if only marks of lists stand before it there. */
function lineStart(source: string, at: number): number {
	const start = source.lastIndexOf("\n", at - 1) + 1;
	return /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?$/.test(source.slice(start, at)) ? start : at;
}

/** Headings in an item open no section. */
function queriesIn(blocks: readonly Block[]): readonly Block[] {
	return blocks.flatMap((block): readonly Block[] => {
		if (block.payload?.kind === "unread-code") return [block];
		if (block.payload?.kind !== "query") return [];
		const isTable = block.payload.conditions !== null;
		return [isTable ? block : { ...block, payload: { ...block.payload, form: "list" } }];
	});
}
