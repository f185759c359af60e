// From the text of a query to its tree. Never fails.
import { type Dialect, dialectOf } from "../base/dialect.ts";
import { buildTree } from "./grammar.ts";
import { lex } from "./lexer.ts";
import type { QueryTree, SyntaxFault } from "./tree.ts";

/** Parses a query. Any text gives a tree that covers it; what is wrong stands in `faults`, in text order. */
export function parseQuery(text: string, dialect: Dialect = dialectOf("redcloak")): QueryTree {
	const faults: SyntaxFault[] = [];
	const lexed = lex(text, dialect, faults);
	const root = buildTree(lexed, { text, dialect, faults });
	if (faults.length > 1) faults.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
	return { text, dialect, root, tokens: lexed.tokens, faults };
}
