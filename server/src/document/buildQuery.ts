// A block that is a query, and what says its dialect.
import type { IToken } from "chevrotain";
import { type DialectName, isDialectName } from "../base/dialect.ts";
import { shift } from "../base/span.ts";
import type { DialectReason, HuntQuery } from "./hunt.ts";
import type { HeadingPayload, QueryPayload } from "./tokens.ts";

/** The query of a `QueryBlock`. */
export function buildQuery(text: string, place: AnalyticPlace, block: IToken): HuntQuery {
	const payload = block.payload as QueryPayload;
	const span = shift(payload.text, block.startOffset);
	return {
		text: text.slice(...span),
		span,
		segments: [{ span, at: 0 }],
		form: payload.form,
		...languageOf(payload, place),
		analytic: place.index,
	};
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

/** Deeper than any heading with marks. */
export const labelLevel = 7;

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
