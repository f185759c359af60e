// `"C:\Temp\"`: a backslash that was meant to end a path escapes the quote that was meant to close it.
import { Code, isBlank } from "../syntax/characters.ts";
import type { QueryTree } from "../syntax/tree.ts";

/**
 * The offset of the first backslash that does, or -1. Only where a quote is never closed, so that one too many was escaped;
 * an escaped quote that opens something has text behind it.
 */
export function escapedClosingQuote({ text, tokens, faults }: QueryTree): number {
	if (!faults.some(({ rule }) => rule === "unclosed-quote")) return -1;
	for (const { written, span } of tokens) {
		const at = written === "quoted" ? firstEscapedQuote(text, span[0] + 1, span[1]) : -1;
		const next = text.charCodeAt(at + 2);
		if (at >= 0 && (at + 2 >= text.length || isBlank(next) || next === Code.rightParen)) return at;
	}
	return -1;
}

function firstEscapedQuote(text: string, from: number, end: number): number {
	for (let at = from; at < end; at++) {
		if (text.charCodeAt(at) !== Code.backslash) continue;
		if (text.charCodeAt(at + 1) === Code.quote) return at;
		at++;
	}
	return -1;
}
