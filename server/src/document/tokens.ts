// The words of the hunt's grammar: one token type for each kind of Markdown block.
import { createToken, Lexer } from "chevrotain";
import type { DialectName } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import type { HuntQuery, QueryLanguage } from "./hunt.ts";

// Blocks come from the Markdown tree, not from a pattern.
const block = (name: string) => createToken({ name, pattern: Lexer.NA });

/** Whatever a section may hold. */
export const Content = block("Content");
const content = (name: string) => createToken({ name, pattern: Lexer.NA, categories: Content });

export const FrontMatter = block("FrontMatter");

export const TitleHeading = block("TitleHeading");
export const HypothesisHeading = block("HypothesisHeading");
export const DescriptionHeading = block("DescriptionHeading");
export const DetectionsHeading = block("DetectionsHeading");
export const AnalyticHeading = block("AnalyticHeading");
/** Over analytics, one below each heading in it. */
export const AnalyticsHeading = block("AnalyticsHeading");
/** Over queries: an analytic, if there are any. */
export const QueriesHeading = block("QueriesHeading");
export const TestsHeading = block("TestsHeading");
export const FindingsHeading = block("FindingsHeading");
export const ReferencesHeading = block("ReferencesHeading");
export const ExclusionsHeading = block("ExclusionsHeading");
/** Of what hunts have and nobody reads: false positives, data sources, who is sought where. */
export const AsideHeading = block("AsideHeading");
export const OtherHeading = block("OtherHeading");
/** A heading that belongs to the section that is open. */
export const SubHeading = content("SubHeading");

/** A list item that is no address. */
export const NameItem = content("NameItem");
/** A list item or a line of a paragraph that is an address and nothing else. */
export const UrlItem = content("UrlItem");
/** One that is a name and its address. */
export const LinkItem = content("LinkItem");
/** A row of a table of names and addresses. */
export const DetectionRow = content("DetectionRow");
export const QueryBlock = content("QueryBlock");
/** A query that is all of a list item: a name where names are read. */
export const QueryItem = createToken({ name: "QueryItem", pattern: Lexer.NA, categories: [QueryBlock, NameItem] });
export const TestRow = content("TestRow");
export const ExclusionRow = content("ExclusionRow");
/** The fields that an analytic's events are grouped by. */
export const StackLine = content("StackLine");
/** A row whose cells say the hypothesis or the tactic. */
export const OutlineRow = content("OutlineRow");
export const Prose = content("Prose");

export const vocabulary = [
	Content,
	FrontMatter,
	TitleHeading,
	HypothesisHeading,
	DescriptionHeading,
	DetectionsHeading,
	AnalyticHeading,
	AnalyticsHeading,
	QueriesHeading,
	TestsHeading,
	FindingsHeading,
	ReferencesHeading,
	ExclusionsHeading,
	AsideHeading,
	OtherHeading,
	SubHeading,
	NameItem,
	UrlItem,
	LinkItem,
	DetectionRow,
	QueryBlock,
	QueryItem,
	TestRow,
	ExclusionRow,
	StackLine,
	OutlineRow,
	Prose,
];

/** What a block holds beside its place. All spans count from the start of the token. */
export type BlockPayload =
	| HeadingPayload
	| ItemPayload
	| QueryPayload
	| UnreadCodePayload
	| TestRowPayload
	| ExclusionRowPayload
	| StackPayload
	| OutlinePayload
	| CommentPayload
	| null;

export interface HeadingPayload extends HeadingWords {
	readonly kind: "heading";
	/** 1 to 6 by its marks, 7 without. */
	readonly level: number;
	readonly style: HeadingStyle;
	/** Without marks. */
	readonly text: Span;
}

/**
 * `marks`: in Markdown's way; `unspaced`: but for the blank behind the marks; `line`: a bold line; `prefix`: words before
 * a colon, with text behind it; `item`: of a list.
 */
export type HeadingStyle = "marks" | "unspaced" | "line" | "prefix" | "item";

/** What a heading's words say. */
export interface HeadingWords {
	/** Of an analytic. */
	readonly number: number | null;
	/** What follows the words that name the section; all of the words, if none do. */
	readonly title: Span | null;
	/** Of the queries below it. */
	readonly dialect: DialectName | null;
	/** Whether it names a hypothesis or an analytic: only hunts do. */
	readonly isHuntsOwn: boolean;
	/** The phase of a hunt that its first word may name. */
	readonly phase: Phase | null;
}

/** Those of LOCK and of PEAK. */
export type Phase = "learn" | "observe" | "check" | "keep" | "prepare" | "execute" | "act";

/** At least one of name and address is there. */
export interface ItemPayload {
	readonly kind: "item";
	readonly name: Span | null;
	readonly url: Span | null;
	/** The date of a `(reviewed YYYY-MM-DD)`. */
	readonly reviewed: Span | null;
}

export interface QueryPayload {
	readonly kind: "query";
	/** From its first to its last character. */
	readonly text: Span;
	/** What in it is no part of its text: marks of quotes. In order. */
	readonly cuts: readonly Span[];
	/** What it says, where it is a table. */
	readonly conditions: readonly ConditionRow[] | null;
	readonly form: HuntQuery["form"];
	readonly language: OwnLanguage | null;
	/** Whether it is a query only where the document says the dialect of its queries. */
	readonly needsDialect: boolean;
}

/** A row of a table of conditions: the field's value must meet the condition with one of the terms. */
export interface ConditionRow {
	readonly field: Span;
	readonly condition: Condition;
	/** At least one. */
	readonly terms: readonly Term[];
}

/** How a value is compared with a term; `negated`: it must not be so. */
export interface Condition {
	readonly comparison: "contains" | "equals" | "starts with" | "ends with";
	readonly negated: boolean;
}

/** `quoted`: in it `*` is no wildcard. */
export interface Term {
	readonly span: Span;
	readonly quoted: boolean;
}

/** A block of code, or a table with the head of one of conditions, that is no query. */
export interface UnreadCodePayload {
	readonly kind: "unread-code";
	/** Why it is none, where that is known. */
	readonly because: string | null;
}

/** What a query's own block says of its language. */
export interface OwnLanguage {
	readonly name: QueryLanguage;
	readonly from: "fence" | "content";
}

/** A comment of HTML, and the instructions in it. */
export interface CommentPayload {
	readonly kind: "comment";
	readonly ignores: readonly IgnoreWords[];
}

/** `huntmark-ignore rule: reason`. `rule` is empty, and `reason` `null`, where it is missing. */
export interface IgnoreWords {
	/** From the comment's opening to its closing mark. */
	readonly comment: Span;
	readonly rule: Span;
	readonly reason: Span | null;
}

export interface TestRowPayload {
	readonly kind: "test-row";
	readonly data: Span;
	readonly query: Span;
	readonly expected: Span;
}

/** Cells that are empty or missing are `null`. */
export interface ExclusionRowPayload {
	readonly kind: "exclusion-row";
	readonly field: Span;
	readonly value: Span;
	readonly reason: Span | null;
	readonly owner: Span | null;
	readonly until: Span | null;
}

export interface StackPayload {
	readonly kind: "stack";
	readonly fields: readonly Span[];
	readonly condition: Span | null;
}

export interface OutlinePayload {
	readonly kind: "outline";
	readonly hypothesis: Span | null;
	readonly tactic: Span | null;
}
