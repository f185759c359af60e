// The vocabulary of the query language. The lexer is our own, so the patterns are all `NA`.
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { Span } from "../base/span.ts";
import type { Literal, QueryToken } from "./tree.ts";

const token = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

export const And = token("And");
export const Or = token("Or");
/** `NOT`, `!` or `-` before a clause. */
export const Not = token("Not");
/** `+` before a clause. */
export const Must = token("Must");
export const LeftParen = token("LeftParen");
export const RightParen = token("RightParen");
/** A field's name, unescaped in the payload; a Comparison follows. */
export const Field = token("Field");
/** Its text is the payload. */
export const Comparison = token("Comparison");
/** Any single value: term, wildcard, phrase, regular expression, range, raw path or parameter; its node is the payload. */
export const ValueToken = token("Value");
/** `^2` or `~1` at the end of a value. */
export const Suffix = token("Suffix");
/** A whole group that was read already, its node in the payload; the lexer has none. */
export const GroupToken = token("Group");
/** Characters that cannot stand where they do. */
export const Stray = token("Stray");

export const vocabulary = [
	And,
	Or,
	Not,
	Must,
	LeftParen,
	RightParen,
	Field,
	Comparison,
	ValueToken,
	Suffix,
	Stray,
	GroupToken,
];

const kinds = new Map<TokenType, QueryToken["kind"]>([
	[And, "operator"],
	[Or, "operator"],
	[Not, "operator"],
	[Must, "operator"],
	[LeftParen, "bracket"],
	[RightParen, "bracket"],
	[Field, "field"],
	[Comparison, "comparison"],
	[ValueToken, "value"],
	[Suffix, "suffix"],
	[Stray, "stray"],
]);

/**
 * One token, for Chevrotain and for everyone else. Made thousands of times a second, so what is seldom asked for is worked
 * out when it is.
 */
export class Token implements IToken, QueryToken {
	readonly tokenType: TokenType;
	readonly tokenTypeIdx: number;
	readonly span: Span;
	readonly payload: unknown;

	constructor(type: TokenType, span: Span, payload?: unknown) {
		this.tokenType = type;
		this.tokenTypeIdx = type.tokenTypeIdx as number;
		this.span = span;
		this.payload = payload;
	}

	get kind(): QueryToken["kind"] {
		return kinds.get(this.tokenType) as QueryToken["kind"];
	}

	get written(): Literal["written"] | undefined {
		return this.tokenType === ValueToken ? (this.payload as Literal).written : undefined;
	}

	/** Chevrotain only shows it in messages that no text can cause. */
	get image(): string {
		return this.tokenType.name;
	}

	get startOffset(): number {
		return this.span[0];
	}

	/** Inclusive, as Chevrotain has it. */
	get endOffset(): number {
		return this.span[1] - 1;
	}
}
