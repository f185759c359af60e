// What a selection grows to: the piece, the condition, the brackets round it, the query, its analytic, the section, the hunt.
import { lineEnd, lineStart } from "../base/lines.ts";
import { holds, type Span } from "../base/span.ts";
import { walk } from "../syntax/tree.ts";
import { type Analysis, placeSpan, queryAt } from "../workspace/analysis.ts";
import { type HuntSymbol, outline } from "./knowledge/outline.ts";

/** The stretches round the offset, smallest first, each inside the next and larger than the one before; the last is the document. */
export function selections(analysis: Analysis, offset: number): readonly Span[] {
	const { text, hunt } = analysis;
	const around: Span[] = [...(hunt ? outlineAt(analysis, offset) : []), [0, text.length]];
	const found = queryAt(analysis, offset);
	if (found) {
		const { placed, at } = found;
		const isHere = ({ span }: { readonly span: Span }) => span[0] <= at && at <= span[1];
		const inside = placed.tree.tokens.filter(isHere).map(({ span }) => span);
		walk(placed.tree.root, (node) => {
			if (!isHere(node)) return;
			inside.push(node.span);
			if (node.kind === "clause" && node.value && isHere(node.value)) inside.push(node.value.span);
		});
		around.push(...inside.map((span) => placeSpan(placed.query, span)));
	}
	return nested(around.sort((a, b) => length(a) - length(b)));
}

function outlineAt(analysis: Analysis, offset: number): readonly Span[] {
	const spans: Span[] = [];
	const add = (list: readonly HuntSymbol[]) => {
		for (const { span, children } of list) {
			if (offset < span[0] || span[1] < offset) continue;
			spans.push(span);
			add(children);
		}
	};
	add(outline(analysis));
	const line: Span = [lineStart(analysis.text, offset), lineEnd(analysis.text, offset)];
	return line[0] < line[1] ? [...spans, line] : spans;
}

/** Those that hold the one before and more. */
function nested(spans: readonly Span[]): readonly Span[] {
	const chain: Span[] = [];
	for (const span of spans) {
		const inner = chain.at(-1);
		const isLarger = !inner || (holds(span, inner) && length(span) > length(inner));
		if (isLarger) chain.push(span);
	}
	return chain;
}

function length([start, end]: Span): number {
	return end - start;
}
