// What a query says, as written: the public tree that `huntmark parse` prints.
import type { Span } from "../base/span.ts";

/** A node of a query. `span` is the text that it stands for. */
export type Expr =
	| { readonly kind: "and" | "or"; readonly children: readonly Expr[]; readonly span: Span }
	| { readonly kind: "not"; readonly child: Expr; readonly span: Span }
	| { readonly kind: "all" | "none"; readonly span: Span }
	| MatchExpr;

/** One clause: a field (as written; `null` is any field) and what its value must be. */
export interface MatchExpr {
	readonly kind: "match";
	readonly field: string | null;
	readonly value: Value;
	readonly span: Span;
}

/** What a clause looks for. `text` is unescaped; in a wildcard `*` and `?` are wild and `\*`, `\?`, `\\` are literal. */
export type Value =
	| {
			readonly kind: "term" | "phrase" | "wildcard" | "regex" | "parameter";
			readonly text: string;
			/** The whole value must match, not a part of it (`f:=x`). */
			readonly whole?: boolean;
			/** Words between the words of a phrase (`"a b"~5`). */
			readonly slop?: number;
			/** Edits allowed (`x~2`). */
			readonly fuzziness?: number;
	  }
	| {
			readonly kind: "range";
			/** `null` is an open end. */
			readonly from: string | null;
			readonly to: string | null;
			readonly includeFrom: boolean;
			readonly includeTo: boolean;
	  }
	| { readonly kind: "exists" }
	| { readonly kind: "cidr"; readonly text: string };
