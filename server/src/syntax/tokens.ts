// The vocabulary of the query language. The lexer is our own, so the patterns are all `NA`.
import { createToken, Lexer, type TokenType } from "chevrotain";

const token = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

export const And = token("And");
export const Or = token("Or");
/** `NOT`, `!` or `-` before a clause. */
export const Not = token("Not");
/** `+` before a clause. */
export const Must = token("Must");
export const LeftParen = token("LeftParen");
export const RightParen = token("RightParen");
/** A field's name; a Comparison follows. */
export const Field = token("Field");
export const Comparison = token("Comparison");
/** Any single value: term, wildcard, phrase, regular expression, range, raw path or parameter; its payload tells which. */
export const ValueToken = token("Value");
/** `^2` or `~1` at the end of a value. */
export const Suffix = token("Suffix");
/** A whole group, its brackets matched, its node in the payload; the lexer has none. */
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
