// From the text of a query to its tree. Never fails.
import type { IToken } from "chevrotain";
import { buildTree } from "./grammar.ts";
import { type LiteralPayload, lex, spanOf } from "./lexer.ts";
import type { QueryToken, QueryTree } from "./tree.ts";

/** Parses a query. Any text gives a tree that covers it; what is wrong stands in `faults`, in text order. */
export function parseQuery(text: string): QueryTree {
	const lexed = lex(text);
	const built = buildTree(lexed.tokens);
	const faults = [...lexed.faults, ...built.faults].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
	return { text, root: built.root, tokens: lexed.tokens.map(publicToken), faults };
}

const kinds: Record<string, QueryToken["kind"]> = {
	And: "operator",
	Or: "operator",
	Not: "operator",
	Must: "operator",
	LeftParen: "bracket",
	RightParen: "bracket",
	Field: "field",
	Comparison: "comparison",
	Value: "value",
	Suffix: "suffix",
	Stray: "stray",
};

function publicToken(token: IToken): QueryToken {
	const kind = kinds[token.tokenType.name] as QueryToken["kind"];
	const span = spanOf(token);
	return kind === "value" ? { kind, written: (token.payload as LiteralPayload).written, span } : { kind, span };
}
