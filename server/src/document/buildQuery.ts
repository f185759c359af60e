// A block that is a query, and what says its dialect.
import type { IToken } from "chevrotain";
import { type DialectName, isDialectName } from "../base/dialect.ts";
import { type Span, shift } from "../base/span.ts";
import { conditionPieces, type Piece } from "./conditionTable.ts";
import type { DialectReason, HuntQuery } from "./hunt.ts";
import type { HeadingPayload, QueryPayload } from "./tokens.ts";

/** The query of a `QueryBlock`. */
export function buildQuery(text: string, place: AnalyticPlace, block: IToken): HuntQuery {
	const payload = block.payload as QueryPayload;
	const span = shift(payload.text, block.startOffset);
	const language = languageOf(payload, place);
	const { form } = payload;
	return { ...textOf(text, payload, span, language), span, form, ...language, analytic: place.index };
}

function textOf(
	text: string,
	{ conditions, cuts, text: [start, end] }: QueryPayload,
	span: Span,
	{ dialect }: Pick<HuntQuery, "dialect">,
): Pick<HuntQuery, "text" | "segments"> {
	const by = span[0] - start;
	if (conditions && isDialectName(dialect))
		return joined(conditionPieces(conditions, text.slice(...span), dialect), span[0]);
	if (cuts.length === 0) return { text: text.slice(...span), segments: [{ span, at: 0 }] };
	const starts = [start, ...cuts.map(([, to]) => to)];
	const ends = [...cuts.map(([from]) => from), end];
	const pieces = starts.map((from, index): Piece => {
		const kept = shift([from, ends[index] ?? end], by);
		return { text: text.slice(...kept), span: kept };
	});
	return joined(
		pieces.filter((piece) => piece.text !== ""),
		0,
	);
}

function joined(pieces: readonly Piece[], by: number): Pick<HuntQuery, "text" | "segments"> {
	const segments: { readonly span: Span; readonly at: number }[] = [];
	let at = 0;
	for (const { text, span } of pieces) {
		if (span) segments.push({ span: shift(span, by), at });
		at += text.length;
	}
	return { text: pieces.map(({ text }) => text).join(""), segments };
}

/** What is said of the dialect of all queries of a document. */
export interface StatedDialects {
	/** By its front matter. */
	readonly stated: DialectName | null;
	/** Of queries of which nothing in the document says it. */
	readonly fallback: DialectName;
}

/** The headings that a place is under and that say a dialect, outermost first: the last one counts. */
export type OpenHeadings = readonly { readonly level: number; readonly dialect: DialectName }[];

/** Those that what follows the heading is under. */
export function below(open: OpenHeadings, { level, dialect }: Pick<HeadingPayload, "level" | "dialect">): OpenHeadings {
	const around = open.length === 0 ? open : open.filter((heading) => heading.level < level);
	return dialect ? [...around, { level, dialect }] : around;
}

/** Where an analytic stands: under which headings, its own included, and as which one of the hunt. */
export interface AnalyticPlace {
	readonly dialects: StatedDialects;
	readonly headings: OpenHeadings;
	readonly index: number;
}

/** A foreign language stays what it is; whatever else says a dialect of ours, the strongest holds. */
function languageOf(
	{ language }: QueryPayload,
	{ dialects, headings }: AnalyticPlace,
): Pick<HuntQuery, "dialect" | "dialectFrom"> {
	const own = language && ({ dialect: language.name, dialectFrom: language.from } as const);
	if (own && !isDialectName(own.dialect)) return own;
	return saidDialect(dialects, headings) ?? own ?? { dialect: dialects.fallback, dialectFrom: "default" };
}

/** What front matter or a heading says, whatever the query. */
export function saidDialect(
	{ stated }: StatedDialects,
	headings: OpenHeadings,
): { readonly dialect: DialectName; readonly dialectFrom: DialectReason } | null {
	if (stated) return { dialect: stated, dialectFrom: "front matter" };
	const said = headings.at(-1);
	return said ? { dialect: said.dialect, dialectFrom: "heading" } : null;
}
