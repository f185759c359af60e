// The words of the hunt's grammar: one token type for each kind of Markdown block.
import { createToken, Lexer } from "chevrotain";
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
export type BlockPayload = HeadingPayload | ItemPayload | QueryPayload | TestRowPayload | null;

export interface HeadingPayload {
	readonly kind: "heading";
	readonly level: number;
	/** Without marks. */
	readonly text: Span;
	/** Of an analytic's heading. */
	readonly number: number | null;
	readonly title: Span | null;
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
	readonly language: QueryLanguage;
}

export interface TestRowPayload {
	readonly kind: "test-row";
	readonly data: Span;
	readonly query: Span;
	readonly expected: Span;
}
