// The tree of a query as it is written: every character of the text belongs to a node, also where the text is wrong.
import type { Dialect } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import type { Value } from "../meaning/expr.ts";

/** A parsed query. Its nodes cover `[0, text.length)`; white space belongs to the node around it. */
export interface QueryTree {
	readonly text: string;
	readonly dialect: Dialect;
	/** `null` for blank text. */
	readonly root: Node | null;
	/** In text order, without white space. */
	readonly tokens: readonly QueryToken[];
	readonly faults: readonly SyntaxFault[];
}

export type Node = Junction | Prefixed | Clause | Group | StrayNode;

/**
 * Clauses joined by operators: of one kind (`and`, `or`), or of any in a `flat` one, where the dialect knows no precedence
 * (`lucene`) and each clause is required, optional or forbidden by the operators beside it. Operators that lost an operand
 * are kept, so `operators` may be the longer list.
 */
export interface Junction {
	readonly kind: "and" | "or" | "flat";
	readonly children: readonly Node[];
	readonly operators: readonly Operator[];
	/** Indexes `i` for which no operator stands between child `i` and child `i + 1`. */
	readonly sideBySide: readonly number[];
	readonly span: Span;
}

export interface Operator {
	readonly kind: "and" | "or";
	readonly span: Span;
}

/** A negated (`not`) or required (`must`) clause; `child` is `null` where it is missing. */
export interface Prefixed {
	readonly kind: "not" | "must";
	readonly operator: Span;
	readonly child: Node | null;
	readonly span: Span;
}

/** `field cmp value`, with what may be absent as `null`. */
export interface Clause {
	readonly kind: "clause";
	readonly field: FieldName | null;
	readonly comparison: { readonly text: ComparisonText; readonly span: Span } | null;
	readonly value: Literal | Group | null;
	readonly suffixes: readonly { readonly text: string; readonly span: Span }[];
	readonly span: Span;
}

export interface FieldName {
	/** Unescaped, without quotes. */
	readonly name: string;
	readonly span: Span;
}

export type ComparisonText = ":" | ":=" | ":<" | ":<=" | ":>" | ":>=" | "=" | "==" | "!=" | "<" | "<=" | ">" | ">=";

/** One value; `value` is its meaning, `written` how it was written. */
export interface Literal {
	readonly kind: "literal";
	readonly value: Value;
	readonly written: "word" | "path" | "quoted" | "regex" | "range" | "parameter";
	readonly span: Span;
}

/** Brackets and what is in them, `{}` where the dialect has nested objects. `closed` is false where the closing one is missing. */
export interface Group {
	readonly kind: "group";
	readonly child: Node | null;
	readonly closed: boolean;
	readonly braces: boolean;
	readonly span: Span;
}

export interface StrayNode {
	readonly kind: "stray";
	readonly span: Span;
}

export interface QueryToken {
	readonly kind: "operator" | "bracket" | "field" | "comparison" | "value" | "suffix" | "stray";
	/** Of a value. */
	readonly written?: Literal["written"] | undefined;
	readonly span: Span;
}

/** What the lexer or the grammar noticed: the id of the lint rule that owns it, and where. The rule finds the words. */
export interface SyntaxFault {
	readonly rule:
		| "lowercase-operator"
		| "single-backslash"
		| "single-backslash-quoted"
		| "wildcard-in-quotes"
		| "colon-in-value"
		| "space-around-colon"
		| "typographic-character"
		| "wrong-operator"
		| "lowercase-to"
		| "empty-group"
		| "missing-operand"
		| "unclosed-group"
		| "unclosed-quote"
		| "unescaped-drive-colon"
		| "unclosed-slash"
		| "stray-character";
	readonly span: Span;
}

/** The nodes directly below. */
export function childrenOf(node: Node): readonly Node[] {
	switch (node.kind) {
		case "and":
		case "or":
		case "flat":
			return node.children;
		case "not":
		case "must":
		case "group":
			return node.child ? [node.child] : [];
		case "clause":
			return node.value?.kind === "group" ? [node.value] : [];
		case "stray":
			return [];
	}
}

/** Calls `visit` for the node and everything below it, parents first and in text order. No depth exhausts the stack. */
export function walk(node: Node | null, visit: (node: Node) => void): void {
	const waiting: Node[] = node ? [node] : [];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		visit(next);
		const children = childrenOf(next);
		for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index] as Node);
	}
}
