// The operators that are words.
import type { DialectName } from "../base/dialect.ts";
import { Code, isBlank, isQuote } from "./characters.ts";

export type Keyword = "AND" | "OR" | "NOT";

/** An operator as the dialect writes it: Kibana in small letters. */
export function writtenKeyword(keyword: Keyword, dialect: DialectName): string {
	return dialect === "kibana" ? keyword.toLowerCase() : keyword;
}

/** The operator that the word at the offset is, in any case, or `null`. */
export function keywordAt(text: string, at: number, dialect: DialectName): Keyword | null {
	switch (text.charCodeAt(at) | 0x20) {
		case 0x61:
			return isWord(text, at, 0x6e, 0x64) && endsWord(text, at + 3, dialect) ? "AND" : null;
		case 0x6e:
			return isWord(text, at, 0x6f, 0x74) && endsWord(text, at + 3, dialect) ? "NOT" : null;
		case 0x6f:
			return (text.charCodeAt(at + 1) | 0x20) === 0x72 && endsWord(text, at + 2, dialect) ? "OR" : null;
		default:
			return null;
	}
}

function isWord(text: string, at: number, second: number, third: number): boolean {
	return (text.charCodeAt(at + 1) | 0x20) === second && (text.charCodeAt(at + 2) | 0x20) === third;
}

/** Whether a word of the language ends before the offset. In Lucene most signs end it. */
export function endsWord(text: string, at: number, dialect: DialectName): boolean {
	if (at >= text.length) return true;
	const code = text.charCodeAt(at);
	if (isBlank(code) || code === Code.leftParen || code === Code.rightParen || isQuote(code)) return true;
	return dialect === "lucene" && luceneEnds.has(code);
}

const luceneEnds: ReadonlySet<number> = new Set([
	Code.exclamation,
	Code.leftBracket,
	Code.leftBrace,
	Code.tilde,
	Code.caret,
	Code.slash,
]);
