// Text between single quotes, which quote nothing.
import type { Span } from "../../base/span.ts";
import { Code, isBlank, isQuote } from "../../syntax/characters.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import type { QueryContext } from "../defineRule.ts";

const known = new WeakMap<QueryTree, readonly Span[]>();

/** The stretches of a query that their author took for quoted, the quotes included; each begins with a value. */
export function singleQuoted(context: Pick<QueryContext, "text" | "tree" | "leaves">): readonly Span[] {
	const found = known.get(context.tree) ?? findIn(context);
	known.set(context.tree, found);
	return found;
}

function findIn({ text, leaves }: Pick<QueryContext, "text" | "leaves">): readonly Span[] {
	if (!text.includes("'")) return [];
	const found: Span[] = [];
	let looked = 0;
	for (const { literal } of leaves) {
		const start = literal.span[0];
		if (literal.written !== "word" || text[start] !== "'" || start < looked) continue;
		const { end, closes } = closingAt(text, start);
		// What closes none of two that stand before it, closes neither.
		looked = end + 1;
		if (closes) found.push([start, end + 1]);
	}
	return found;
}

/** Whether a stretch lies in one of them; they are in text order. */
export function liesIn(quoted: readonly Span[], [start, end]: Span): boolean {
	let [low, high] = [0, quoted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((quoted[middle] as Span)[1] < end) low = middle + 1;
		else high = middle;
	}
	return low < quoted.length && (quoted[low] as Span)[0] <= start;
}

/** The offset of the `'` that ends a word, or of what stands before any: another quote, a bracket, a line, the end. */
function closingAt(text: string, start: number): { readonly end: number; readonly closes: boolean } {
	let end = start + 1;
	for (; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (isQuote(code) || code === Code.leftParen || code === Code.rightParen || text[end] === "\n") break;
		if (text[end] !== "'" || text[end - 1] === "\\") continue;
		const next = text.charCodeAt(end + 1);
		if (end > start + 1 && (end + 1 === text.length || isBlank(next) || text[end + 1] === ")"))
			return { end, closes: true };
	}
	return { end, closes: false };
}
