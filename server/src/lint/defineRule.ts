// The shape of a lint rule: one file, named after the defect, that holds its words, its examples and its check.
import type { Fault, Fix, Severity, TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Expr } from "../meaning/expr.ts";
import type { QueryTree, SyntaxFault } from "../syntax/tree.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";

interface RuleText {
	/** Names the defect, so that "allow only-negative" reads well; equals the file's name. */
	readonly id: string;
	readonly severity: Severity;
	/** Why it matters, in Markdown: the rule's page. */
	readonly docs: string;
}

/** A rule over one query. */
export interface QueryRule extends RuleText {
	/** Queries that this rule reports. Executed as tests. */
	readonly bad: readonly string[];
	/** Queries that no rule reports; the `i`-th is what the fix makes of the `i`-th bad one, where the rule has a fix. */
	readonly good: readonly string[];
	check(context: QueryContext): void;
}

/** A rule over the document around the queries. */
export interface DocumentRule extends RuleText {
	readonly checkDocument: (context: DocumentContext) => void;
}

export type Rule = QueryRule | DocumentRule;

/** All that a query's rule may know, as plain data. */
export interface QueryContext {
	readonly text: string;
	readonly tree: QueryTree;
	readonly expr: Expr;
	/** What the chosen source holds; `null` where none was looked at. */
	readonly catalog: FieldCatalog | null;
	/** Where the parser noticed this rule's defect. */
	readonly faults: readonly SyntaxFault[];
	/** Spans are offsets of the query's text. */
	readonly report: Report;
}

export interface DocumentContext {
	/** What reading the document noticed of this rule's defect. */
	readonly faults: readonly Fault[];
	readonly report: Report;
}

export type Report = (span: Span, message: string, fix?: Fix) => void;

export function defineRule<R extends Rule>(rule: R): R {
	return rule;
}

/** A fix that replaces one stretch. */
export function replace(title: string, span: Span, text: string): Fix {
	return edits(title, [{ span, text }]);
}

/** A fix of several edits, in text order. */
export function edits(title: string, list: readonly TextEdit[]): Fix {
	return { title, edits: list };
}
