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
export const TestsHeading = block("TestsHeading");
export const FindingsHeading = block("FindingsHeading");
export const ReferencesHeading = block("ReferencesHeading");
export const OtherHeading = block("OtherHeading");
/** A heading that belongs to the section that is open. */
export const SubHeading = content("SubHeading");

/** A list item that is no address. */
export const NameItem = content("NameItem");
/** A list item or a line of a paragraph that is an address and nothing else. */
export const UrlItem = content("UrlItem");
export const QueryBlock = content("QueryBlock");
export const TestRow = content("TestRow");
export const Prose = content("Prose");

export const vocabulary = [
	Content,
	FrontMatter,
	TitleHeading,
	HypothesisHeading,
	DescriptionHeading,
	DetectionsHeading,
	AnalyticHeading,
	TestsHeading,
	FindingsHeading,
	ReferencesHeading,
	OtherHeading,
	SubHeading,
	NameItem,
	UrlItem,
	QueryBlock,
	TestRow,
	Prose,
];

/** What a block holds beside its place. All spans count from the start of the token. */
export type BlockPayload =
	| HeadingPayload
	| LabelPayload
	| ItemPayload
	| QueryPayload
	| TestRowPayload
	| CommentPayload
	| null;

export interface HeadingPayload {
	readonly kind: "heading";
	readonly level: number;
	/** Without marks. */
	readonly text: Span;
	/** Of an analytic's heading. */
	readonly number: number | null;
	readonly title: Span | null;
	/** Of the queries below it, as its words say. */
	readonly dialect: DialectName | null;
}

/** A paragraph that is a heading in all but marks: a bold line. */
export interface LabelPayload {
	readonly kind: "label";
	readonly dialect: DialectName | null;
}

export interface ItemPayload {
	readonly kind: "item";
	readonly text: Span;
	/** The date of a `(reviewed YYYY-MM-DD)`. */
	readonly reviewed: Span | null;
}

export interface QueryPayload {
	readonly kind: "query";
	readonly text: Span;
	readonly form: HuntQuery["form"];
	readonly language: OwnLanguage | null;
	/** Whether it is a query only where the document says the dialect of its queries. */
	readonly needsDialect: boolean;
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
