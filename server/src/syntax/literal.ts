// How a single value is written and what it then is: escapes, wildcards, raw paths, quotes, ranges.
import type { DialectName } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import type { Value } from "../meaning/expr.ts";
import { Code, isBlank, isQuote } from "./characters.ts";
import { isPathLike } from "./rawPath.ts";
import type { SyntaxFault } from "./tree.ts";

/** A decoded stretch of text: its value and what was wrong in it. */
export interface Decoded {
	readonly value: Value;
	readonly faults: readonly SyntaxFault[];
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Plain text in which `\` escapes the next character; `*` and `?` are wild. */
export function decodeWord(text: string, span: Span): Decoded {
	const faults: SyntaxFault[] = [];
	const out = new PatternText();
	for (let at = span[0]; at < span[1]; at++) {
		const character = text[at] as string;
		if (character === "*" || character === "?") out.wild(character);
		else if (character !== "\\") out.literal(character);
		else {
			const found = readEscape(text, at, span[1]);
			if (found.suspicious) faults.push({ rule: "single-backslash", span: [at, at + found.length] });
			out.literal(found.text);
			at += found.length - 1;
		}
	}
	return { value: out.value(), faults };
}

/**
 * A raw path: `\` is literal, `\\` reads as one except at the start of `\\server\`, `*` and `?` are wild. `escapedBlanks`:
 * a backslash before a blank only keeps it in the value.
 */
export function decodePath(text: string, span: Span, escapedBlanks: boolean): Decoded {
	const out = new PatternText();
	let at = span[0];
	if (text.startsWith("\\\\", at)) {
		out.literal("\\\\");
		at += 2;
	}
	for (; at < span[1]; at++) {
		const character = text[at] as string;
		if (character === "*" || character === "?") out.wild(character);
		else if (escapedBlanks && character === "\\" && isBlank(text.charCodeAt(at + 1))) continue;
		else {
			out.literal(character);
			if (character === "\\" && text[at + 1] === "\\") at++;
		}
	}
	return { value: out.value(), faults: [] };
}

/**
 * The inside of quotes: `\` escapes (in `carbonblack` not in what looks like a path), `*` and `?` are literal. `span` is
 * without the quotes.
 */
export function decodeQuoted(text: string, span: Span, dialect: DialectName): Decoded {
	const inside = text.slice(span[0], span[1]);
	if (!/[\\*?]/.test(inside)) return { value: { kind: "phrase", text: inside }, faults: [] };
	if (dialect === "carbonblack" && isPathLike(inside))
		return { value: { kind: "phrase", text: inside.replaceAll("\\\\", "\\") }, faults: wildFaults(inside, span) };
	const faults: SyntaxFault[] = [];
	let decoded = "";
	for (let at = span[0]; at < span[1]; at++) {
		const character = text[at] as string;
		if (character !== "\\") {
			decoded += character;
			continue;
		}
		const found = readEscape(text, at, span[1]);
		if (found.suspicious) faults.push({ rule: "single-backslash-quoted", span: [at, at + found.length] });
		decoded += found.text;
		at += found.length - 1;
	}
	return { value: { kind: "phrase", text: decoded }, faults: [...faults, ...wildFaults(inside, span)] };
}

function wildFaults(inside: string, span: Span): readonly SyntaxFault[] {
	return /^(?:[^\\*?]|\\.)*[*?]/s.test(inside) ? [{ rule: "wildcard-in-quotes", span }] : [];
}

/** The name that a field is written as: escapes resolved, quotes removed. */
export function decodeName(written: string): string {
	if (written.charCodeAt(0) !== Code.quote && !written.includes("\\")) return written;
	const inside = /^".*"$/s.test(written) ? written.slice(1, -1) : written;
	return inside.replace(/\\u[0-9a-fA-F]{4}|\\./gs, (written) => readEscape(written, 0, written.length).text);
}

// No bracket opens inside a bound: so no text is looked at over and over.
const bound = String.raw`"(?:[^"\\]|\\.)*"|[^\s\]}"[{]+`;
const range = new RegExp(String.raw`([[{])\s*(${bound})\s+(TO)\s+(${bound})\s*([\]}])`, "isy");

/** The range that starts at `at`, or `null` where none does. */
export function readRange(text: string, at: number): (Decoded & { readonly end: number }) | null {
	range.lastIndex = at;
	const found = range.exec(text);
	if (!found) return null;
	const [whole, open, from, to, until, close] = found as unknown as [string, string, string, string, string, string];
	const end = (written: string) => (written === "*" ? null : decodeName(written));
	const toAt = at + whole.indexOf(to, 1 + whole.slice(1).indexOf(from) + from.length);
	return {
		end: at + whole.length,
		value: {
			kind: "range",
			from: end(from),
			to: end(until),
			includeFrom: open === "[",
			includeTo: close === "]",
		},
		faults: to === "TO" ? [] : [{ rule: "lowercase-to", span: [toAt, toAt + 2] }],
	};
}

/** Offset of the quote that closes the one at `from`, or the text's length. A typographic one is closed by any. */
export function closingQuote(text: string, from: number): number {
	const plain = text.charCodeAt(from) === Code.quote;
	for (let end = from + 1; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === Code.backslash) end++;
		else if (code === Code.quote || (!plain && isQuote(code))) return end;
	}
	return text.length;
}

/** Offset of the `/` that closes the one at `from`, or -1 where none does: a path or a switch is no regular expression. */
export function regexEnd(text: string, from: number): number {
	for (let end = from + 1; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === Code.backslash) end++;
		else if (code === Code.slash) return end > from + 1 && endsValue(text, end + 1) ? end : -1;
	}
	return -1;
}

function endsValue(text: string, offset: number): boolean {
	if (offset >= text.length) return true;
	const code = text.charCodeAt(offset);
	return (
		isBlank(code) || code === Code.rightParen || code === Code.caret || code === Code.tilde || code === Code.rightBrace
	);
}

/** Text that reads as one word with this meaning: everything that the language would read otherwise is escaped. */
export function escapeWord(text: string, keepWildcards = false): string {
	return text.replace(/[\\\s+\-!(){}[\]^"~*?:/&|=<>]/g, (character) =>
		keepWildcards && (character === "*" || character === "?") ? character : `\\${character}`,
	);
}

/** Text in quotes, read back as the same text. */
export function quote(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

interface Escape {
	readonly text: string;
	/** Characters that the escape takes, the backslash included. */
	readonly length: number;
	/** A backslash before an ordinary character, which it silently removes. */
	readonly suspicious: boolean;
}

function readEscape(text: string, at: number, end: number): Escape {
	if (at + 1 >= end) return { text: "\\", length: 1, suspicious: true };
	const next = text[at + 1] as string;
	const code = /^[0-9a-f]{4}/i.exec(text.slice(at + 2, Math.min(at + 6, end)));
	if (next === "u" && code)
		return { text: String.fromCharCode(Number.parseInt(code[0], 16)), length: 6, suspicious: false };
	return { text: next, length: 2, suspicious: wordCharacter.test(next) };
}

/** Collects a value that turns from a term into a wildcard with its first wild character. */
class PatternText {
	#plain = "";
	#pattern = "";
	#isWild = false;

	literal(text: string): void {
		this.#plain += text;
		this.#pattern += text.replace(/[\\*?]/g, "\\$&");
	}

	wild(character: string): void {
		this.#isWild = true;
		this.#pattern += character;
	}

	value(): Value {
		return this.#isWild ? { kind: "wildcard", text: this.#pattern } : { kind: "term", text: this.#plain };
	}
}
