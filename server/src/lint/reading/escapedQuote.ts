// `"C:\Temp\"`: a backslash that was meant to end a path escapes the quote that was meant to close it.
import { Code, isBlank } from "../../syntax/characters.ts";
import type { QueryToken, QueryTree } from "../../syntax/tree.ts";

/** The backslash, and the phrase that it lets go on. */
export interface EscapedQuote {
	readonly at: number;
	readonly phrase: QueryToken;
}

/**
 * The first backslash that does, or `null`. Only where a quote is never closed or one closes right before a word, so that
 * one too many was escaped; an escaped quote that opens something has text behind it.
 */
export function escapedClosingQuote({ text, tokens, faults }: QueryTree): EscapedQuote | null {
	if (!text.includes('\\"')) return null;
	const isOpen = faults.some(({ rule }) => rule === "unclosed-quote");
	for (const phrase of tokens) {
		const { written, span } = phrase;
		if (written !== "quoted" || (!isOpen && !/[\w\\]/.test(text[span[1]] ?? ""))) continue;
		const at = firstEscapedQuote(text, span[0] + 1, span[1] - 1);
		const next = text.charCodeAt(at + 2);
		if (at >= 0 && (at + 2 >= text.length || isBlank(next) || next === Code.rightParen)) return { at, phrase };
	}
	return null;
}

function firstEscapedQuote(text: string, from: number, end: number): number {
	for (let at = from; at < end; at++) {
		if (text.charCodeAt(at) !== Code.backslash) continue;
		if (text.charCodeAt(at + 1) === Code.quote) return at;
		at++;
	}
	return -1;
}
