// Cuts a query into tokens. By hand, because what a character means depends on what stands before it: a `-` negates only
// where a clause may start, `:` after a field opens a value, and a `/` is a regular expression only if one can end.
import type { TokenType } from "chevrotain";
import type { Dialect } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import { brokenRange } from "./brokenRange.ts";
import {
	afterBlanks,
	Code,
	isBlank,
	isLuceneSpecial,
	isQuote,
	isSpecialInName,
	isTypographicDash,
	isUnicodeBlank,
} from "./characters.ts";
import { comparisonAt } from "./comparison.ts";
import { endsWord, type Keyword, keywordAt } from "./keyword.ts";
import {
	closingQuote,
	type Decoded,
	decodeName,
	decodePath,
	decodeQuoted,
	decodeWord,
	readRange,
	regexEnd,
} from "./literal.ts";
import { isPathLike, rawPathAt } from "./rawPath.ts";
import { suffixAt, suffixesAtEnd } from "./suffix.ts";
import * as T from "./tokens.ts";
import type { ComparisonText, Literal, SyntaxFault } from "./tree.ts";
import { Word } from "./word.ts";

/** A query in tokens. */
export interface Lexed {
	/** In order, without white space. */
	readonly tokens: T.Token[];
	/** How deep its brackets lie in one another. */
	readonly depth: number;
}

/** Cuts the text; what is wrong is added to `faults`. */
export function lex(text: string, dialect: Dialect, faults: SyntaxFault[]): Lexed {
	return new Lexer(text, dialect, faults).run();
}

/** An open bracket: whether the group has a field, in which `=` and `<` are plain characters, and whether it is a `{`. */
interface OpenGroup {
	readonly hasField: boolean;
	readonly braces: boolean;
}

/** `\u` without four hex digits, what stands before it included. */
const truncatedUnicode = /^(?:[^\\]|\\(?:u[0-9a-f]{4}|[^u]))*\\u(?![0-9a-f]{4})/is;
const plainName = /^(?:[A-Za-z0-9_@][\w.@*-]*|".*")$/s;
const parameter = /\{\{\s*([\w.-]+)\s*\}\}(?=[\s)^~}]|$)/y;
/** What no value begins with that stands apart from its comparison. */
const clauseStart = /^(?:(?:AND|OR|NOT)(?![^\s()])|&&|\|\||-?[A-Za-z_][\w.]*:(?!\/\/|\\))/i;
const operators: Readonly<Record<Keyword, TokenType>> = { AND: T.And, OR: T.Or, NOT: T.Not };

class Lexer {
	readonly #text: string;
	readonly #dialect: Dialect;
	readonly #faults: SyntaxFault[];
	readonly #tokens: T.Token[] = [];
	readonly #groups: OpenGroup[] = [];
	/** The innermost open bracket. */
	#group: OpenGroup | undefined;
	readonly #word = new Word();
	/** What would have closed the ranges, or the objects that only Kibana reads, that were never read as one: innermost last. */
	readonly #unread: number[] = [];
	#depth = 0;
	#at = 0;
	#afterComparison = false;

	constructor(text: string, dialect: Dialect, faults: SyntaxFault[]) {
		this.#text = text;
		this.#dialect = dialect;
		this.#faults = faults;
	}

	run(): Lexed {
		const text = this.#text;
		while (this.#at < text.length) {
			const code = text.charCodeAt(this.#at);
			if (isBlank(code)) this.#skipBlanks(code);
			else if (code === Code.leftParen) this.#openGroup(false);
			else if (code === Code.rightParen) this.#closeGroup(this.#group?.braces === false);
			else if (code === Code.rightBrace && this.#group?.braces) this.#closeGroup(true);
			else if (this.#unread.length > 0 && code === this.#unread.at(-1)) this.#closeUnread();
			else if (this.#afterComparison && !this.#isLuceneOperator(code)) {
				this.#afterComparison = false;
				this.#readValue(code);
			} else this.#readClauseStart(code);
		}
		return { tokens: this.#tokens, depth: this.#depth };
	}

	#fault(rule: SyntaxFault["rule"], start: number, end: number): void {
		this.#faults.push({ rule, span: [start, end] });
	}

	#add(type: TokenType, end: number, payload?: unknown): void {
		this.#tokens.push(new T.Token(type, [this.#at, end], payload));
		this.#at = end;
	}

	#skipBlanks(code: number): void {
		const start = this.#at++;
		if (code <= 0x7f) return;
		while (isUnicodeBlank(this.#text.charCodeAt(this.#at))) this.#at++;
		this.#fault("typographic-character", start, this.#at);
	}

	#openGroup(braces: boolean): void {
		const hasField = !braces && (this.#afterComparison || this.#group?.hasField === true);
		this.#afterComparison = false;
		this.#add(T.LeftParen, this.#at + 1);
		if (this.#group) this.#groups.push(this.#group);
		this.#group = { hasField, braces };
		this.#depth = Math.max(this.#depth, this.#groups.length + 1);
	}

	#closeGroup(isOpen: boolean): void {
		this.#afterComparison = false;
		if (isOpen) {
			this.#group = this.#groups.pop();
			this.#add(T.RightParen, this.#at + 1);
			this.#readSuffixes();
		} else {
			this.#fault("stray-character", this.#at, this.#at + 1);
			this.#add(T.Stray, this.#at + 1);
		}
	}

	/** That its opening bracket begins nothing is said already. */
	#closeUnread(): void {
		this.#unread.pop();
		this.#afterComparison = false;
		this.#add(T.Stray, this.#at + 1);
	}

	/** `f:&&`, which Lucene takes for an operator behind a field without a value. */
	#isLuceneOperator(code: number): boolean {
		return (code === Code.ampersand || code === Code.bar) && this.#dialect.name === "lucene" && this.#isDoubled(code);
	}

	#readClauseStart(code: number): void {
		const at = this.#at;
		this.#afterComparison = false;
		switch (code) {
			case Code.plus:
			case Code.minus:
				if (this.#isBareSign()) break;
				return this.#add(code === Code.plus ? T.Must : T.Not, at + 1);
			case Code.exclamation:
				if (this.#isBareSign() || comparisonAt(this.#text, at, this.#dialect.name)) break;
				return this.#add(T.Not, at + 1);
			case Code.ampersand:
			case Code.bar:
				if (this.#isDoubled(code)) return this.#add(code === Code.ampersand ? T.And : T.Or, at + 2);
				break;
			case Code.quote:
				if (this.#readQuotedField()) return;
				return this.#readQuoted();
			case Code.slash:
				if (regexEnd(this.#text, at) > 0) return this.#readValue(code);
				break;
			case Code.less:
			case Code.greater:
				if (this.#readBoundInList(code)) return;
				break;
			case Code.leftBracket:
			case Code.leftBrace:
				return this.#readValue(code);
		}
		if (code > 0x7f && isTypographicDash(code)) {
			this.#fault("typographic-character", at, at + 1);
			return this.#add(T.Not, at + 1);
		}
		if (this.#readKeyword()) return;
		if (rawPathAt(this.#text, at, this.#dialect.name)) return this.#readValue(code);
		this.#look(true, false);
		if (this.#readField()) return;
		this.#readValue(code);
	}

	/** A sign before white space, which Lucene takes for a word. */
	#isBareSign(): boolean {
		return this.#dialect.name === "lucene" && isBlank(this.#text.charCodeAt(this.#at + 1));
	}

	/** `&&` or `||`; in Lucene only where it is no beginning of a word. */
	#isDoubled(code: number): boolean {
		if (this.#text.charCodeAt(this.#at + 1) !== code) return false;
		if (this.#dialect.name !== "lucene") return true;
		return this.#text.charCodeAt(this.#at + 2) === Code.colon || endsWord(this.#text, this.#at + 2, "lucene");
	}

	/** `f:(>5 AND <=9)`, which Elasticsearch reads as the ranges that it looks like. */
	#readBoundInList(code: number): boolean {
		if (this.#dialect.name !== "lucene" || !this.#group?.hasField) return false;
		const orEqual = this.#text.charCodeAt(this.#at + 1) === Code.equals;
		const end = this.#at + (orEqual ? 2 : 1);
		if (endsWord(this.#text, end, "redcloak")) return false;
		const sign: ComparisonText = code === Code.less ? (orEqual ? "<=" : "<") : orEqual ? ">=" : ">";
		this.#add(T.Comparison, end, sign);
		this.#afterComparison = true;
		return true;
	}

	/** A name and the comparison after it, where the word that was just looked at is one. */
	#readField(): boolean {
		const { end, comparison } = this.#word;
		const nameEnd = comparison >= 0 ? comparison : end;
		if (nameEnd === this.#at) return false;
		const sign = comparison >= 0 ? comparison : afterBlanks(this.#text, end);
		const operator = comparisonAt(this.#text, sign, this.#dialect.name);
		if (!operator) return false;
		const text = this.#text;
		if (!operator.startsWith(":")) {
			if (this.#group?.hasField || !plainName.test(text.slice(this.#at, nameEnd))) return false;
		} else if (operator === ":" && text.startsWith("//", sign + 1)) return false;
		const name = text.slice(this.#at, nameEnd);
		this.#addField(nameEnd, this.#word.hasBackslash ? decodeName(name) : name, sign, operator);
		return true;
	}

	/** A quoted name with a comparison right behind it. */
	#readQuotedField(): boolean {
		const close = closingQuote(this.#text, this.#at);
		const operator = close < this.#text.length ? comparisonAt(this.#text, close + 1, this.#dialect.name) : null;
		if (!operator || (!operator.startsWith(":") && this.#group?.hasField)) return false;
		this.#addField(close + 1, decodeName(this.#text.slice(this.#at, close + 1)), close + 1, operator);
		return true;
	}

	#addField(nameEnd: number, name: string, sign: number, operator: ComparisonText): void {
		const valueAt = sign + operator.length;
		const start = this.#valueStart(valueAt);
		if (start >= 0 && (sign > nameEnd || start > valueAt) && this.#dialect.name !== "kibana")
			this.#fault("space-around-colon", nameEnd, start);
		if (this.#dialect.name === "lucene" && name !== "*") this.#checkLuceneWord(nameEnd, true);
		const unicode = this.#word.hasBackslash ? truncatedUnicode.exec(this.#text.slice(this.#at, nameEnd)) : null;
		if (unicode) {
			const start = this.#at + unicode.index + unicode[0].length - 2;
			this.#fault("single-backslash", start, start + 2);
		}
		this.#add(T.Field, nameEnd, name);
		this.#at = sign;
		if (operator === "!=" || operator === "=" || operator === "==") this.#fault("wrong-operator", sign, valueAt);
		this.#add(T.Comparison, valueAt, operator);
		this.#afterComparison = start >= 0;
		if (start >= 0) this.#at = start;
	}

	/** Where the value begins behind a comparison that ends at `offset`; -1: an operator, another field or nothing follows. */
	#valueStart(offset: number): number {
		const text = this.#text;
		const start = afterBlanks(text, offset);
		if (start >= text.length || text.charCodeAt(start) === Code.rightParen) return -1;
		return start === offset || !clauseStart.test(text.slice(start, start + 200)) ? start : -1;
	}

	/** `AND`, `OR` or `NOT` as a word of its own; in Lucene only in capitals. */
	#readKeyword(): boolean {
		const at = this.#at;
		const keyword = keywordAt(this.#text, at, this.#dialect.name);
		if (!keyword) return false;
		const end = at + keyword.length;
		if (!this.#text.startsWith(keyword, at)) {
			const { name } = this.#dialect;
			if (name === "lucene" || name === "redcloak") this.#fault("lowercase-operator", at, end);
			if (name === "lucene") return false;
		}
		this.#add(operators[keyword], end);
		return true;
	}

	#readValue(code: number): void {
		if (isQuote(code)) return this.#readQuoted();
		if (code === Code.leftBracket || code === Code.leftBrace) return this.#readBracketed(code);
		const slash = code === Code.slash ? regexEnd(this.#text, this.#at) : -1;
		if (slash > 0) {
			const text = this.#text.slice(this.#at + 1, slash).replaceAll("\\/", "/");
			return this.#addLiteral(slash + 1, "regex", { kind: "regex", text });
		}
		this.#readWord();
	}

	#addLiteral(end: number, written: Literal["written"], value: Literal["value"]): void {
		const literal: Literal = { kind: "literal", value, written, span: [this.#at, end] };
		this.#tokens.push(new T.Token(T.ValueToken, literal.span, literal));
		this.#at = end;
		this.#readSuffixes();
	}

	#addDecoded(end: number, written: Literal["written"], { value, faults }: Decoded): void {
		for (const found of faults) this.#faults.push(found);
		this.#addLiteral(end, written, value);
	}

	#readQuoted(): void {
		const { length } = this.#text;
		const close = closingQuote(this.#text, this.#at);
		if (close >= length) this.#fault("unclosed-quote", this.#at, length);
		this.#checkQuote(this.#at);
		this.#checkQuote(close);
		const inside: Span = [this.#at + 1, close];
		this.#addDecoded(Math.min(close + 1, length), "quoted", decodeQuoted(this.#text, inside, this.#dialect.name));
	}

	#checkQuote(offset: number): void {
		if (offset < this.#text.length && this.#text.charCodeAt(offset) !== Code.quote)
			this.#fault("typographic-character", offset, offset + 1);
	}

	/** A range, a parameter, Kibana's nested object, or a word that merely starts with a bracket. */
	#readBracketed(code: number): void {
		const text = this.#text;
		parameter.lastIndex = this.#at;
		const named = parameter.exec(text);
		if (named) {
			const end = this.#at + named[0].length;
			return this.#addLiteral(end, "parameter", { kind: "parameter", text: named[1] as string });
		}
		const range = readRange(text, this.#at);
		if (range) return this.#addDecoded(range.end, "range", range);
		if (code === Code.leftBrace && this.#dialect.name === "kibana") return this.#openGroup(true);
		const broken = brokenRange(text, this.#at);
		if (broken.closed && !broken.hasBlanks) return this.#readWord();
		this.#fault(broken.closed ? "stray-character" : "unclosed-group", this.#at, broken.end);
		if (!broken.closed) this.#unread.push(code === Code.leftBrace ? Code.rightBrace : Code.rightBracket);
		this.#add(T.Stray, broken.end);
	}

	#readWord(): void {
		const raw = rawPathAt(this.#text, this.#at, this.#dialect.name);
		const { name } = this.#dialect;
		// Carbon Black takes any value for a path in which no backslash escapes more than a blank.
		const backslashesArePlain = raw !== null && name !== "carbonblack";
		// Where a clause starts, the word has been looked at already.
		const known = this.#word.start === this.#at && this.#word.comparison < 0 && !backslashesArePlain;
		if (!known) this.#look(false, backslashesArePlain);
		const { end, colon, hasBackslash, hasWildcard, hasSuffixSign } = this.#word;
		const pathLike = name === "carbonblack" && hasBackslash && isPathLike(this.#text.slice(this.#at, end));
		if (raw || pathLike) {
			if (raw === "drive" && name !== "redcloak" && name !== "carbonblack")
				this.#fault("unescaped-drive-colon", this.#at, end);
			return this.#addDecoded(end, "path", decodePath(this.#text, [this.#at, end], pathLike));
		}
		const stop = hasSuffixSign ? end - suffixesAtEnd(this.#text.slice(this.#at, end)) : end;
		if (colon >= 0 && colon < stop) this.#fault("colon-in-value", this.#at, stop);
		if (name === "lucene") this.#checkLuceneWord(stop, false);
		if (hasBackslash) return this.#addDecoded(stop, "word", decodeWord(this.#text, [this.#at, stop]));
		// Without a backslash the text is the pattern.
		this.#addLiteral(stop, "word", { kind: hasWildcard ? "wildcard" : "term", text: this.#text.slice(this.#at, stop) });
	}

	#look(asName: boolean, raw: boolean): void {
		const closing = this.#group?.braces ? Code.rightBrace : this.#unread.at(-1);
		this.#word.look(this.#text, this.#at, asName, raw, closing, this.#dialect.name);
	}

	/** Characters that are plain here, and because of which Lucene would not read the word. */
	#checkLuceneWord(stop: number, isName: boolean): void {
		for (let at = this.#at; at < stop; at++) {
			const code = this.#text.charCodeAt(at);
			if (code === Code.backslash) at++;
			else if (code === Code.slash && !isName) return this.#fault("unclosed-slash", this.#at, stop);
			else if (isLuceneSpecial(code) || (isName && isSpecialInName(code)))
				return this.#fault("stray-character", at, at + 1);
		}
	}

	#readSuffixes(): void {
		for (;;) {
			// Lucene takes a suffix that stands apart for one too.
			const start = this.#dialect.name === "lucene" ? afterBlanks(this.#text, this.#at) : this.#at;
			const code = this.#text.charCodeAt(start);
			if (code !== Code.caret && code !== Code.tilde) return;
			const length = suffixAt(this.#text, start);
			if (length === 0) return;
			this.#at = start;
			this.#add(T.Suffix, start + length);
		}
	}
}
