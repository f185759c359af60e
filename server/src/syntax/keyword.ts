// The operators that are words.
import { isBlank, isQuote } from "./characters.ts";

export type Keyword = "AND" | "OR" | "NOT";

/** The operator that the word at the offset is, in any case, or `null`. */
export function keywordAt(text: string, at: number): Keyword | null {
	switch (text.charCodeAt(at) | 0x20) {
		case 0x61:
			return isWord(text, at, 0x6e, 0x64) ? "AND" : null;
		case 0x6e:
			return isWord(text, at, 0x6f, 0x74) ? "NOT" : null;
		case 0x6f:
			return (text.charCodeAt(at + 1) | 0x20) === 0x72 && endsWord(text, at + 2) ? "OR" : null;
		default:
			return null;
	}
}

function isWord(text: string, at: number, second: number, third: number): boolean {
	return (
		(text.charCodeAt(at + 1) | 0x20) === second && (text.charCodeAt(at + 2) | 0x20) === third && endsWord(text, at + 3)
	);
}

function endsWord(text: string, at: number): boolean {
	if (at >= text.length) return true;
	const code = text.charCodeAt(at);
	return isBlank(code) || code === 0x28 || code === 0x29 || isQuote(code);
}
