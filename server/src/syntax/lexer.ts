// Cuts a query into tokens. By hand, because what a character means depends on what stands before it: a `-` negates only
// where a clause may start, `:` after a field opens a value, and a `/` is a regular expression only if one can end.
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../base/span.ts";
import {
	type Decoded,
	decodeName,
	decodePath,
	decodeQuoted,
	decodeWord,
	isBlank,
	readRange,
	startsRawPath,
} from "./literal.ts";
import * as T from "./tokens.ts";
import type { Literal, SyntaxFault } from "./tree.ts";

/** What the lexer found; offsets of the tokens are inclusive at the end, as Chevrotain has them. */
export interface Lexed {
	readonly tokens: IToken[];
	readonly faults: SyntaxFault[];
}

/** What a Value token carries. */
export type LiteralPayload = Pick<Literal, "value" | "written">;

/** What a Stray token carries that holds all the rest of the text, its closing brackets too. */
export type StrayPayload = "rest";

// Deeper brackets and negations are refused: no person writes them, and every reader of the tree may then recurse.
const deepest = 200;
const comparison = /:(?:[<>]=?|=)?|[<>]=?|!=|==?/y;
// Both are bounded in length, so that no text makes them slow.
const suffix = /(?:\^\d{1,9}(?:\.\d{1,9})?|~\d{0,9}(?:\.\d{1,9})?)(?=[\s)^~]|$)/y;
const suffixesAtEnd = /(?:\^\d{1,9}(?:\.\d{1,9})?|~\d{0,9}(?:\.\d{1,9})?){1,2}$/;
const shortFileName = /(?:^|[\\/*])[A-Z0-9_$]{6}~\d$/;
const plainName = /^(?:[A-Za-z0-9_@][\w.@*-]*|".*")$/s;
const parameter = /\{\{\s*([\w.-]+)\s*\}\}(?=[\s)^~]|$)/y;
const quotes = '"\u201c\u201d\u201e\u201f';
const endsName = `()${quotes}`;
const operators = new Map<string, TokenType>([
	["AND", T.And],
	["OR", T.Or],
	["NOT", T.Not],
]);

export function lex(text: string): Lexed {
	const tokens: IToken[] = [];
	const faults: SyntaxFault[] = [];
	// One entry an open bracket: whether the group has a field, in which `=` and `<` are plain characters, and its depth.
	const groups: { readonly hasField: boolean; readonly depth: number }[] = [];
	// How many brackets and negations the next clause stands in.
	let depth = 0;
	let at = 0;
	let afterComparison = false;

	const fault = (rule: SyntaxFault["rule"], span: Span) => faults.push({ rule, span });
	const add = (type: TokenType, end: number, payload?: unknown): void => {
		if (type === T.Not || type === T.Must || type === T.LeftParen) {
			if (depth++ >= deepest) return refuseRest("stray-character");
		} else if (type !== T.Field && type !== T.Comparison) depth = groups.at(-1)?.depth ?? 0;
		const token = createTokenInstance(type, text.slice(at, end), at, end - 1, 1, 1, 1, 1);
		if (payload !== undefined) token.payload = payload;
		tokens.push(token);
		at = end;
	};
	const refuseRest = (rule: SyntaxFault["rule"]) => {
		fault(rule, [at, text.length]);
		add(T.Stray, text.length, "rest" satisfies StrayPayload);
	};
	const addLiteral = (end: number, written: Literal["written"], decoded: Decoded) => {
		for (const found of decoded.faults) faults.push(found);
		add(T.ValueToken, end, { value: decoded.value, written } satisfies LiteralPayload);
		readSuffixes();
	};

	while (at < text.length) {
		const character = text[at] as string;
		if (isBlank(character)) {
			const start = at++;
			if (character <= "\u007f") continue;
			while (at < text.length && (text[at] as string) > "\u007f" && isBlank(text[at] as string)) at++;
			fault("typographic-character", [start, at]);
		} else if (character === "(") {
			const hasField = afterComparison || groups.at(-1)?.hasField === true;
			afterComparison = false;
			add(T.LeftParen, at + 1);
			groups.push({ hasField, depth });
		} else if (character === ")") {
			afterComparison = false;
			if (groups.pop() === undefined) {
				fault("stray-character", [at, at + 1]);
				add(T.Stray, at + 1);
			} else {
				add(T.RightParen, at + 1);
				readSuffixes();
			}
		} else if (afterComparison) {
			afterComparison = false;
			readValue();
		} else readClauseStart(character);
	}
	return { tokens, faults };

	function readClauseStart(character: string): void {
		if (text.startsWith("&&", at)) return add(T.And, at + 2);
		if (text.startsWith("||", at)) return add(T.Or, at + 2);
		if (character === "+") return add(T.Must, at + 1);
		if (character === "-" || (character === "!" && text[at + 1] !== "=")) return add(T.Not, at + 1);
		const dash = /[\u2010-\u2015\u2212]/.test(character);
		if (dash) {
			fault("typographic-character", [at, at + 1]);
			return add(T.Not, at + 1);
		}
		if (readField() || readOperator()) return;
		readValue();
	}

	/** A name and the comparison after it; false where none stands here. */
	function readField(): boolean {
		const quoted = text[at] === '"';
		if (!quoted && startsRawPath(text, at)) return false;
		const nameEnd = quoted ? closingQuote(at) + 1 : fieldNameEnd();
		if (nameEnd <= at || nameEnd > text.length) return false;
		let sign = nameEnd;
		while (sign < text.length && isBlank(text[sign] as string)) sign++;
		const operator = comparisonAt(sign);
		if (!operator) return false;
		// `a OR = b`: a keyword is no field.
		if (sign > nameEnd && (quoted || operators.has(text.slice(at, nameEnd).toUpperCase()))) return false;
		const written = text.slice(at, nameEnd);
		if (!operator.startsWith(":") && (groups.at(-1)?.hasField || !plainName.test(written))) return false;
		if (operator === ":" && text.startsWith("//", sign + 1) && !quoted) return false;
		const valueAt = sign + operator.length;
		const start = valueFollows(valueAt) ? afterBlanks(valueAt) : null;
		if (start !== null && (sign > nameEnd || start > valueAt)) fault("space-around-colon", [nameEnd, start]);
		add(T.Field, nameEnd, decodeName(written));
		at = sign;
		if (/^(?:!=|==?)$/.test(operator)) fault("wrong-operator", [at, valueAt]);
		add(T.Comparison, valueAt);
		afterComparison = start !== null;
		at = start ?? at;
		return true;
	}

	/** Where the name that starts here ends: at its comparison or at white space. */
	function fieldNameEnd(): number {
		for (let end = at; end < text.length; end++) {
			const character = text[end] as string;
			if (character === "\\") end++;
			else if (isBlank(character) || endsName.includes(character)) return end;
			else if (":<>=!".includes(character) && comparisonAt(end)) return end;
		}
		return text.length;
	}

	function comparisonAt(offset: number): string | null {
		comparison.lastIndex = offset;
		return comparison.exec(text)?.[0] ?? null;
	}

	function afterBlanks(offset: number): number {
		let end = offset;
		while (end < text.length && isBlank(text[end] as string)) end++;
		return end;
	}

	/** Whether a value stands after a comparison that ends at `offset`: not the end, `)`, an operator or another field. */
	function valueFollows(offset: number): boolean {
		const start = afterBlanks(offset);
		if (start >= text.length || text[start] === ")") return false;
		if (start === offset) return true;
		return !/^(?:(?:AND|OR|NOT)(?![^\s()])|&&|\|\||-?[A-Za-z_][\w.]*:(?!\/\/|\\))/i.test(
			text.slice(start, start + 200),
		);
	}

	function readOperator(): boolean {
		const end = wordEnd(at, false);
		const word = text.slice(at, end);
		const type = operators.get(word.toUpperCase());
		if (!type) return false;
		if (word !== word.toUpperCase()) fault("lowercase-operator", [at, end]);
		add(type, end);
		return true;
	}

	function readValue(): void {
		const character = text[at] as string;
		if (quotes.includes(character)) return readQuoted();
		if (character === "[" || character === "{") return readBracketed();
		const slash = character === "/" ? regexEnd() : -1;
		if (slash > 0) {
			const source = text.slice(at + 1, slash);
			return addLiteral(slash + 1, "regex", {
				value: { kind: "regex", text: source.replaceAll("\\/", "/") },
				faults: [],
			});
		}
		readWord();
	}

	function readQuoted(): void {
		const close = closingQuote(at);
		const end = Math.min(close + 1, text.length);
		if (close >= text.length) fault("unclosed-quote", [at, text.length]);
		for (const edge of [at, close])
			if (edge < text.length && text[edge] !== '"') fault("typographic-character", [edge, edge + 1]);
		addLiteral(end, "quoted", decodeQuoted(text, [at + 1, close]));
	}

	/** A range, a parameter, or a word that merely starts with a bracket. */
	function readBracketed(): void {
		parameter.lastIndex = at;
		const named = parameter.exec(text);
		if (named)
			return addLiteral(at + named[0].length, "parameter", {
				value: { kind: "parameter", text: named[1] as string },
				faults: [],
			});
		const range = readRange(text, at);
		if (range) return addLiteral(range.end, "range", range);
		const close = /[\]}]/.exec(text.slice(at));
		if (!close) return refuseRest("unclosed-group");
		if (!/\s/.test(text.slice(at, at + close.index))) return readWord();
		const end = at + close.index + 1;
		fault("stray-character", [at, end]);
		add(T.Stray, end);
	}

	function readWord(): void {
		const raw = startsRawPath(text, at);
		const end = wordEnd(at, raw);
		if (raw) return addLiteral(end, "path", decodePath(text, [at, end]));
		const stop = end - suffixLength(text.slice(at, end));
		if (/^(?:[^\\:]|\\.)*:/s.test(text.slice(at, stop))) fault("colon-in-value", [at, stop]);
		addLiteral(stop, "word", decodeWord(text, [at, stop]));
	}

	function readSuffixes(): void {
		for (;;) {
			suffix.lastIndex = at;
			const found = suffix.exec(text);
			if (!found) return;
			add(T.Suffix, at + found[0].length);
		}
	}

	/** The end of the word that starts at `from`: white space, a quote, an unbalanced `)`, or `(` outside a raw path. */
	function wordEnd(from: number, raw: boolean): number {
		let depth = 0;
		for (let end = from; end < text.length; end++) {
			const character = text[end] as string;
			if (isBlank(character) || (end > from && quotes.includes(character))) return end;
			if (character === "\\" && !raw) end++;
			else if (character === "(") {
				if (!raw) return end;
				depth++;
			} else if (character === ")" && depth-- === 0) return end;
		}
		return text.length;
	}

	/** Offset of the quote that closes the one at `from`, or the text's length. */
	function closingQuote(from: number): number {
		for (let end = from + 1; end < text.length; end++) {
			const character = text[end] as string;
			if (character === "\\") end++;
			else if (character === '"' || (text[from] !== '"' && quotes.includes(character))) return end;
		}
		return text.length;
	}

	/** Offset of the `/` that closes the one here, or -1 where none does: a path or a switch is no regular expression. */
	function regexEnd(): number {
		for (let end = at + 1; end < text.length; end++) {
			if (text[end] === "\\") end++;
			else if (text[end] === "/") return end > at + 1 && /[\s)^]|^$/.test(text[end + 1] ?? "") ? end : -1;
		}
		return -1;
	}
}

/** A token's place as a half-open span. */
export function spanOf(token: IToken): Span {
	return [token.startOffset, (token.endOffset as number) + 1];
}

/** How many characters at the end of a word are suffixes; `PROGRA~1` has none, nor has `a\\~1`. */
function suffixLength(word: string): number {
	const found = shortFileName.test(word) ? null : suffixesAtEnd.exec(word);
	return found && found.index > 0 && /^(?:[^\\]|\\.)*$/s.test(word.slice(0, found.index)) ? found[0].length : 0;
}
