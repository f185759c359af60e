// Text between single quotes, which quote nothing.
import type { Span } from "../base/span.ts";
import { Code, isBlank, isQuote } from "../syntax/characters.ts";
import type { QueryContext } from "./defineRule.ts";

/** The stretches of a query that their author took for quoted, the quotes included; each begins with a value. */
export function singleQuoted({ text, leaves }: Pick<QueryContext, "text" | "leaves">): readonly Span[] {
	if (!text.includes("'")) return [];
	const found: Span[] = [];
	for (const { literal } of leaves) {
		const start = literal.span[0];
		if (literal.written !== "word" || text[start] !== "'" || start < (found.at(-1)?.[1] ?? 0)) continue;
		const end = closingAt(text, start);
		if (end > 0) found.push([start, end + 1]);
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

/** The offset of the `'` that ends a word, before any other quote, bracket or line; -1 where there is none. */
function closingAt(text: string, start: number): number {
	for (let end = start + 1; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (isQuote(code) || code === Code.leftParen || code === Code.rightParen || text[end] === "\n") return -1;
		if (text[end] !== "'" || text[end - 1] === "\\") continue;
		const next = text.charCodeAt(end + 1);
		if (end > start + 1 && (end + 1 === text.length || isBlank(next) || text[end + 1] === ")")) return end;
	}
	return -1;
}
