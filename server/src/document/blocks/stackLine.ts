// `Stack: a, b; distinct c <= 3`: what an analytic's events are grouped by.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { linesOf, trimmed } from "../sourceText.ts";
import { StackLine } from "../tokens.ts";
import type { Block, Classify } from "./block.ts";
import { partBlocks } from "./partBlocks.ts";

/** A paragraph with such lines; `null` if it has none. `classify` reads what stands between them. */
export function stackLines(node: SyntaxNode, source: string, classify: Classify): Block[] | null {
	const stacks = linesOf(source, [node.from, node.to]).flatMap((line) => stackLine(source, line) ?? []);
	if (stacks.length === 0) return null;
	const blocks: Block[] = [];
	let from = node.from;
	for (const stack of stacks) {
		blocks.push(...partBlocks(source, [from, stack.span[0]], classify), stack);
		from = stack.span[1];
	}
	return [...blocks, ...partBlocks(source, [from, node.to], classify)];
}

const label = /^(?:\*\*|__|\*|_)?stack(?: by)?(?:\*\*|__|\*|_)?:(?:\*\*|__|\*|_)?[ \t]+(?=\S)/i;

/** `null` where what follows is no list of names: the word has other meanings. */
export function stackLine(source: string, [start, end]: Span): Block | null {
	const written = source.slice(start, end);
	const labelled = label.exec(written)?.[0].length;
	if (labelled === undefined) return null;
	const semicolon = written.indexOf(";", labelled);
	const listed = written.slice(0, semicolon < 0 ? written.length : semicolon);
	const fields: Span[] = [];
	for (let from = labelled; from <= listed.length; ) {
		const comma = listed.indexOf(",", from);
		const to = comma < 0 ? listed.length : comma;
		const field = withoutTicks(listed, trimmed(listed, [from, to]));
		if (!/^[\w.@-]+$/.test(listed.slice(...field))) return null;
		fields.push(field);
		from = to + 1;
	}
	const condition = trimmed(written, [listed.length + 1, written.length]);
	return {
		type: StackLine,
		span: [start, end],
		payload: {
			kind: "stack",
			fields,
			condition: semicolon >= 0 && condition[0] < condition[1] ? condition : null,
		},
	};
}

function withoutTicks(source: string, span: Span): Span {
	return /^`[^`]+`$/.test(source.slice(...span)) ? [span[0] + 1, span[1] - 1] : span;
}
