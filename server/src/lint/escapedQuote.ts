// `"C:\Temp\"`: a backslash that was meant to end a path escapes the quote that was meant to close it.
import type { QueryTree } from "../syntax/tree.ts";

/**
 * The offset of the first backslash that does, or -1. Only where a quote is never closed, so that one too many was escaped;
 * an escaped quote that opens something has text behind it.
 */
export function escapedClosingQuote({ text, tokens, faults }: QueryTree): number {
	if (!faults.some(({ rule }) => rule === "unclosed-quote")) return -1;
	for (const { written, span } of tokens) {
		if (written !== "quoted") continue;
		const found = /^"(?:[^"\\]|\\[^"])*(\\)"(?=[\s)]|$)/.exec(text.slice(...span));
		if (found) return span[0] + found[0].length - 2;
	}
	return -1;
}
