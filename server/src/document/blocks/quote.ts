// Queries in a quote.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { type Block, type Classify, prose } from "./block.ts";

/** Prose but for the queries in it, which are read as if its marks were blanks. */
export function quote(node: SyntaxNode, source: string, classify: Classify): readonly Block[] {
	// It stands in a quote whose marks are blanks already, its own among them.
	if (source[node.from] !== ">") return inside(node, source, classify);
	const marks = marksOf(node, source);
	const blocks = inside(node, blanked(source, marks), classify);
	if (!blocks.some(({ payload }) => payload?.kind === "query")) return [prose(node)];
	return blocks.map((block): Block => {
		const { span, payload } = block;
		if (payload?.kind !== "query") return prose({ from: span[0], to: span[1] });
		const [start, end] = shift(payload.text, span[0]);
		const cuts = marks.filter((mark) => start < mark[1] && mark[0] < end).map((mark) => shift(mark, -span[0]));
		return { ...block, payload: { ...payload, cuts } };
	});
}

/** Quotes directly in it are read along with it. */
function inside(node: SyntaxNode, source: string, classify: Classify): readonly Block[] {
	const blocks: Block[] = [];
	node.cursor().iterate((inner) => {
		if (inner.name === "Blockquote") return true;
		if (inner.name === "QuoteMark") return false;
		blocks.push(...classify(inner.node, source));
		return false;
	});
	return blocks;
}

/** Each with the blank behind it. */
function marksOf(node: SyntaxNode, source: string): readonly Span[] {
	const marks: Span[] = [];
	node.cursor().iterate(({ name, from, to }) => {
		if (name === "QuoteMark") marks.push([from, source[to] === " " ? to + 1 : to]);
	});
	return marks;
}

/** Of the same length, so that places stay. */
function blanked(source: string, marks: readonly Span[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const [start, end] of marks) {
		parts.push(source.slice(from, start), " ".repeat(end - start));
		from = end;
	}
	return parts.join("") + source.slice(from);
}
