// What a hunt is made of: plain JSON data, every part with its place in the text.
import type { DialectName } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";

/** A stretch of the document as written, trimmed: `text` is the document's text at `span`. */
export interface Text {
	readonly text: string;
	readonly span: Span;
}

/** A hunt as `huntmark parse` prints it. Field names are public. Absent parts are `null` or empty. */
export interface Hunt {
	readonly meta: Meta | null;
	/** The first heading if it is of level 1 and no section's, else the front matter's `title`. */
	readonly title: Text | null;
	/**
	 * The whole text of the first section of that kind that has any; so are `description` and `findings`. A heading may say
	 * the hypothesis itself (`Hypothesis: …`), or a table, or the front matter, whose `text` is what YAML reads.
	 */
	readonly hypothesis: Text | null;
	readonly description: Text | null;
	readonly existingDetections: readonly ExistingDetection[];
	readonly analytics: readonly Analytic[];
	readonly tests: readonly HuntTest[];
	readonly findings: Text | null;
	readonly references: readonly Reference[];
	readonly exclusions: readonly Exclusion[];
	/** As front matter names them, then as a table beside the hypothesis does. */
	readonly tactics: readonly Text[];
	/** All sections in document order, those above and any other. */
	readonly sections: readonly Section[];
}

/** Front matter. The span of a value covers it as written, with quotes; its `text` is what YAML reads. */
export interface Meta {
	readonly id: Text | null;
	readonly title: Text | null;
	readonly hypothesis: Text | null;
	readonly techniques: readonly Text[];
	readonly tactics: readonly Text[];
	/** The default time range, as `30d`. */
	readonly lookback: Text | null;
	readonly parameters: readonly Parameter[];
	/** Names or addresses of detections that run already. */
	readonly watchlists: readonly Text[];
	readonly taxonomy: Text | null;
	readonly status: Text | null;
	readonly dialect: Text | null;
	/** `huntmark: true`: the author says that this is a hunt. */
	readonly huntmark: boolean;
	/** From the first dash to the last. */
	readonly span: Span;
}

/** What a `{{name}}` in queries stands for. */
export interface Parameter {
	readonly name: Text;
	readonly type: Text | null;
	readonly default: Text | null;
	/** From its name to the end of what is said of it. */
	readonly span: Span;
}

/** A detection that runs already. At least one of name and address is there. */
export interface ExistingDetection {
	readonly name: Text | null;
	readonly url: Text | null;
	/** `YYYY-MM-DD` of a `(reviewed YYYY-MM-DD)` after the name, or in a table's column. */
	readonly reviewed?: Text;
	readonly span: Span;
}

/** One line of inquiry: why, and the queries that look for it. */
export interface Analytic {
	/** As its heading numbers it, in Arabic or Roman numerals. */
	readonly number: number | null;
	readonly title: Text | null;
	/** The text between heading and queries, one entry a stretch. */
	readonly prose: readonly Text[];
	readonly queries: readonly HuntQuery[];
	readonly stacks: readonly Stack[];
	/** From its heading to its last character. */
	readonly span: Span;
}

/** `Stack: a, b; distinct Hostname <= 3`: the events of an analytic grouped by fields, rarest first. */
export interface Stack {
	readonly fields: readonly Text[];
	/** As `distinct Hostname <= 3`: which groups are shown. */
	readonly condition: Text | null;
	readonly span: Span;
}

/** The language of a query: the dialect of ours, or the foreign language that it is in, which is kept and never linted as ours. */
export type QueryLanguage = DialectName | ForeignLanguage;

/** Strongest first; `default`: nothing in the document says it, so the configuration does. */
export type DialectReason = "front matter" | "heading" | "fence" | "content" | "default";

export type ForeignLanguage =
	| "kusto"
	| "spl"
	| "esql"
	| "eql"
	| "sql"
	| "osquery"
	| "sigma"
	| "yara"
	| "shell"
	| "other";

/**
 * One query. Spans move with every edit above them, `text` does not: whatever is computed from a query alone (its tree, its
 * problems) is memoised by `dialect` and `text`, in offsets of `text`, and placed by `segments` when it is shown.
 */
export interface HuntQuery {
	/** As written, without backticks, fence and quote marks; nothing is unescaped. Of a table, the query that it says. */
	readonly text: string;
	/** From the first to the last character of it; of a table, all of that. */
	readonly span: Span;
	/**
	 * Which stretch of the document stands at which offset `at` of `text`, character for character and in order. Together they
	 * are all of `text`, but for a table: there only fields and terms stand in the document, and what joins them (`:`, `*`,
	 * brackets, ` AND `) stands nowhere.
	 */
	readonly segments: readonly { readonly span: Span; readonly at: number }[];
	readonly form: "span" | "fence" | "indented" | "bare" | "list" | "table";
	readonly dialect: QueryLanguage;
	/** What said so. */
	readonly dialectFrom: DialectReason;
	/** Index of its analytic in `Hunt.analytics`. */
	readonly analytic: number;
}

/** A row of the table of tests: on this data, this query must give that many events. */
export interface HuntTest {
	readonly data: Text;
	readonly query: Text;
	readonly expected: Text;
	readonly span: Span;
}

/** A row of the table of exclusions: events whose field has that value are left out of every analytic. */
export interface Exclusion {
	readonly field: Text;
	readonly value: Text;
	readonly reason: Text | null;
	readonly owner: Text | null;
	/** The last day on which it holds, as `YYYY-MM-DD`. */
	readonly until: Text | null;
	readonly span: Span;
}

/** A source to read on. */
export interface Reference {
	readonly url: Text;
	readonly span: Span;
}

export type SectionKind =
	| "hypothesis"
	| "description"
	| "detections"
	| "analytic"
	| "tests"
	| "findings"
	| "references"
	| "exclusions"
	| "other";

/** A heading that opens a section, and what follows it up to the next such heading. A bold line or words before a colon may be one. */
export interface Section {
	readonly kind: SectionKind;
	/** 1 to 6; 6 of a heading without marks. */
	readonly level: number;
	/** Without marks; empty text if the heading is. */
	readonly heading: Text;
	readonly body: Text | null;
	/** From the heading to the last character of the body. */
	readonly span: Span;
}
