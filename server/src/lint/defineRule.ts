// The shape of a lint rule: one file, named after the defect, that holds its words, its examples and its check.
import type { DialectName } from "../base/dialect.ts";
import type { Fault, Fix, Problem, RelatedPlace, Severity, TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Config } from "../config/config.ts";
import type { Hunt } from "../document/hunt.ts";
import type { Ignore } from "../document/ignores.ts";
import type { Expr } from "../meaning/expr.ts";
import type { QueryTree, SyntaxFault } from "../syntax/tree.ts";
import type { OtherHunts } from "./otherHunts.ts";
import type { Fields } from "./reading/fields.ts";
import type { Leaf } from "./reading/leaves.ts";
import type { Match } from "./reading/matches.ts";

interface RuleText {
	/** Names the defect, so that "allow only-negative" reads well; equals the file's name. */
	readonly id: string;
	/** Unless `huntmark.json` says otherwise. */
	readonly severity: Severity | "off";
	/** Where a dialect takes it otherwise. */
	readonly severityIn?: Partial<Readonly<Record<DialectName, Severity>>>;
	/** Where the source finds values through an index and by its own comparison, as those in files are not. */
	readonly severityIndexed?: Severity;
	/** Why it matters, in Markdown: the rule's page. */
	readonly docs: string;
}

/** A query of an example; a plain text is in `redcloak`. */
export type Example = string | { readonly dialect: DialectName; readonly query: string };

/** A document of an example; a plain text is one that stands alone, and `data/gone.ndjson` is not there. `others`: other hunts of its workspace, by file name. */
export type DocumentExample = string | { readonly document: string; readonly others: Readonly<Record<string, string>> };

export function documentOf(example: DocumentExample): string {
	return typeof example === "string" ? example : example.document;
}

/** A rule over one query. */
export interface QueryRule extends RuleText {
	/** What applying its fix does to what the query matches; absent: it has no fix. A title says what a changing fix does. */
	readonly fix?: "keeps meaning" | "changes meaning";
	/**
	 * Rules whose problems say of the same place what this one's say already; they are left out, and what is wrong is as
	 * serious as the worst of them. So each cause is one problem.
	 */
	readonly explains?: readonly string[] | "all";
	/** Queries that this rule reports. Executed as tests. */
	readonly bad: readonly Example[];
	/** Queries that no rule reports; the `i`-th is what the fix makes of the `i`-th bad one, where the rule has a fix. */
	readonly good: readonly Example[];
	/** Looks at every query. */
	check?(context: QueryContext): void;
	/** Looks only where the parser noticed this rule's defect: at least one place. */
	checkFaults?(faults: readonly SyntaxFault[], context: QueryContext): void;
}

/** A rule over the document around the queries. */
export interface DocumentRule extends RuleText {
	/** What it shows the problem as, beside its severity. */
	readonly tag?: Problem["tag"];
	/** What of the hunt its fix touches; absent: it has no fix. */
	readonly fix?: "keeps queries" | "changes queries";
	/** Documents that this rule reports. Executed as tests, alone or among the hunts that `others` names. */
	readonly bad: readonly DocumentExample[];
	/** Documents that no rule reports; the `i`-th is what the fix makes of the `i`-th bad one, where the rule has a fix. */
	readonly good: readonly DocumentExample[];
	readonly checkDocument: (context: DocumentContext) => void;
}

export type Rule = QueryRule | DocumentRule;

/** All that a query's rule may know, as plain data. Spans are offsets of the query's text. */
export interface QueryContext {
	readonly text: string;
	readonly tree: QueryTree;
	readonly expr: Expr;
	/** Its values, in text order. */
	readonly leaves: readonly Leaf[];
	/** Those of its values that are asked, with the clauses that ask. */
	readonly matches: readonly Match[];
	/** What is known of field names. */
	readonly fields: Fields;
	readonly report: Report;
}

export interface DocumentContext {
	readonly text: string;
	readonly hunt: Hunt;
	readonly config: Config;
	/** What the other hunts of the workspace say. */
	readonly others: OtherHunts;
	/** Paths of tests' data that are known not to be there, as the tests write them; absent: nobody looked. */
	readonly missingData?: ReadonlySet<string>;
	/** Milliseconds since 1970 UTC: what "stale" is measured from. */
	readonly now: number;
	/** What reading the document noticed of this rule's defect. */
	readonly faults: readonly Fault[];
	/** The instructions to leave problems out, those that do not hold included. */
	readonly ignores: readonly Ignore[];
	/** Of all rules. */
	readonly ruleIds: readonly string[];
	readonly report: Report;
}

/**
 * `fix`: several are a choice, the likeliest first. `severity`: of a case that matters more or less than the rule's others;
 * a configured one goes before it. `related`: what else it is about.
 */
export type Report = (
	span: Span,
	message: string,
	fix?: Fix | readonly Fix[],
	severity?: Severity,
	related?: readonly RelatedPlace[],
) => void;

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

/** The same fix as one that only a person may choose. */
export function alone(fix: Fix): Fix {
	return { ...fix, alone: true };
}
