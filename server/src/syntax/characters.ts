// What single characters are. By code, because the lexer looks at every one.

export const Code = {
	quote: 0x22,
	ampersand: 0x26,
	leftParen: 0x28,
	rightParen: 0x29,
	star: 0x2a,
	plus: 0x2b,
	minus: 0x2d,
	slash: 0x2f,
	colon: 0x3a,
	less: 0x3c,
	equals: 0x3d,
	greater: 0x3e,
	question: 0x3f,
	leftBracket: 0x5b,
	backslash: 0x5c,
	rightBracket: 0x5d,
	caret: 0x5e,
	leftBrace: 0x7b,
	bar: 0x7c,
	rightBrace: 0x7d,
	tilde: 0x7e,
	exclamation: 0x21,
} as const;

/** Letters, digits and whatever else of ASCII means nothing to the language anywhere in a word. */
export function isPlain(code: number): boolean {
	return code < 0x80 && plain[code] === 1;
}

const plain = Uint8Array.from({ length: 0x80 }, (_, code) =>
	/[\w.,;%$#@'`&|+/-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** White space of any kind: what `\s` matches. */
export function isBlank(code: number): boolean {
	if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return code >= 0xa0 && isUnicodeBlank(code);
}

/** White space beyond ASCII. */
export function isUnicodeBlank(code: number): boolean {
	if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true;
	return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

/** `"` and the typographic ones that are read as it. */
export function isQuote(code: number): boolean {
	return code === Code.quote || (code >= 0x201c && code <= 0x201f);
}

/** A dash that a word processor puts for a hyphen. */
export function isTypographicDash(code: number): boolean {
	return (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** The offset of the first character from `offset` on that is no white space, or the text's length. */
export function afterBlanks(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && isBlank(text.charCodeAt(end))) end++;
	return end;
}

/** What Lucene refuses inside a word unless it is escaped, and what is plain everywhere else. */
export function isLuceneSpecial(code: number): boolean {
	return (
		code === Code.caret ||
		code === Code.tilde ||
		code === Code.leftBracket ||
		code === Code.rightBracket ||
		code === Code.leftBrace ||
		code === Code.rightBrace
	);
}

/** What Lucene refuses in a field's name beyond that. */
export function isSpecialInName(code: number): boolean {
	return code === Code.star || code === Code.question || code === Code.slash || code === Code.quote;
}
