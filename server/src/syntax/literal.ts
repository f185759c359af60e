// How a single value is written and what it then is: escapes, wildcards, raw paths, quotes, ranges.
import type { Span } from "../base/span.ts";
import type { Value } from "../meaning/expr.ts";
import type { SyntaxFault } from "./tree.ts";

/** A decoded stretch of text: its value and what was wrong in it. */
export interface Decoded {
	readonly value: Value;
	readonly faults: readonly SyntaxFault[];
}

const rawPath = /^(?:[A-Za-z]:\\|(?:HKLM|HKCU|HKU|HKCR|HKEY_[A-Z_]+)\\|\\\\[\w.*?-]+\\)/i;
const wordCharacter = /[\p{L}\p{N}_]/u;

/** Whether a value that starts here is a path whose backslashes are literal: a drive, a registry hive or `\\server\`. */
export function startsRawPath(text: string, at: number): boolean {
	return rawPath.test(text.slice(at, at + 80));
}

export function isBlank(character: string): boolean {
	return /\s/u.test(character);
}

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

/** A raw path: `\` is literal, `\\` reads as one except at the start of `\\server\`, `*` and `?` are wild. */
export function decodePath(text: string, span: Span): Decoded {
	const out = new PatternText();
	let at = span[0];
	if (text.startsWith("\\\\", at)) {
		out.literal("\\\\");
		at += 2;
	}
	for (; at < span[1]; at++) {
		const character = text[at] as string;
		if (character === "*" || character === "?") out.wild(character);
		else {
			out.literal(character);
			if (character === "\\" && text[at + 1] === "\\") at++;
		}
	}
	return { value: out.value(), faults: [] };
}

/** The inside of quotes: `\` escapes, `*` and `?` are literal. `span` is without the quotes. */
export function decodeQuoted(text: string, span: Span): Decoded {
	const faults: SyntaxFault[] = [];
	let decoded = "";
	let wild = false;
	for (let at = span[0]; at < span[1]; at++) {
		const character = text[at] as string;
		if (character !== "\\") {
			wild ||= character === "*" || character === "?";
			decoded += character;
			continue;
		}
		const found = readEscape(text, at, span[1]);
		if (found.suspicious) faults.push({ rule: "single-backslash-quoted", span: [at, at + found.length] });
		decoded += found.text;
		at += found.length - 1;
	}
	if (wild) faults.push({ rule: "wildcard-in-quotes", span });
	return { value: { kind: "phrase", text: decoded }, faults };
}

/** The name that a field is written as: escapes resolved, quotes removed. */
export function decodeName(written: string): string {
	const inside = /^".*"$/s.test(written) ? written.slice(1, -1) : written;
	return inside.replace(/\\u[0-9a-fA-F]{4}|\\./gs, (written) => readEscape(written, 0, written.length).text);
}

const bound = String.raw`"(?:[^"\\]|\\.)*"|[^\s\]}"]+`;
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
