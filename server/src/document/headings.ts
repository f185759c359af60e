// Which words of a heading open which section.
import type { TokenType } from "chevrotain";
import type { DialectName } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import { dialectOfHeading } from "./dialects.ts";
import { trimmed } from "./sourceText.ts";
import {
	AnalyticHeading,
	DescriptionHeading,
	DetectionsHeading,
	FindingsHeading,
	HypothesisHeading,
	OtherHeading,
	ReferencesHeading,
	TestsHeading,
} from "./tokens.ts";

/** What a heading's words say. `title` is a span of the words. */
export interface HeadingWords {
	readonly type: TokenType;
	readonly number: number | null;
	readonly title: Span | null;
	/** Of the queries below it. */
	readonly dialect: DialectName | null;
}

/** A further form of a heading is a further word here. Case, emphasis, a leading number and a last colon do not count. */
const sectionWords: readonly (readonly [TokenType, RegExp])[] = [
	[HypothesisHeading, /^(hypothesis|hypothesis statement|hunt hypothesis)$/],
	[DescriptionHeading, /^description$/],
	[DetectionsHeading, /^((review )?existing (watchlists?|detections?)|watchlists?)$/],
	[TestsHeading, /^tests?$/],
	[FindingsHeading, /^findings?$/],
	[ReferencesHeading, /^reference(s|\(s\))?$/],
];

/** `Analytic 1 - Title`, `Analytic #2: Title`, `Analytic: Title`, `Analytic 3`, `Analytic`. */
const analyticWords = /^[\s*_]*analytic(?:\s+#?(\d{1,9})(?!\w))?[*_]*\s*(?:[-–—:.]+|(?<=\d)\s|$)\s*/i;

/** Reads the words of a heading, given without its marks. */
export function readHeading(words: string): HeadingWords {
	const analytic = analyticWords.exec(words);
	if (analytic) {
		const title = trimmed(words, [analytic[0].length, words.length]);
		return {
			type: AnalyticHeading,
			number: analytic[1] === undefined ? null : Number(analytic[1]),
			title: title[0] < title[1] ? title : null,
			dialect: dialectOfHeading(words.slice(...title)),
		};
	}
	const plain = words
		.toLowerCase()
		.replace(/[*_`]+/g, "")
		.replace(/^\s*\d+[.)]\s+/, "")
		.replace(/\s+/g, " ")
		.replace(/\s*:?\s*$/, "");
	const known = sectionWords.find(([, pattern]) => pattern.test(plain));
	return { type: known?.[0] ?? OtherHeading, number: null, title: null, dialect: dialectOfHeading(words) };
}
