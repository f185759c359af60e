// Which words of a heading open which section.
import type { TokenType } from "chevrotain";
import type { Span } from "../base/span.ts";
import { dialectOfHeading } from "./dialects.ts";
import { trimmed } from "./sourceText.ts";
import {
	AnalyticHeading,
	AnalyticsHeading,
	AsideHeading,
	DescriptionHeading,
	DetectionsHeading,
	ExclusionsHeading,
	FindingsHeading,
	type HeadingWords,
	HypothesisHeading,
	OtherHeading,
	type Phase,
	QueriesHeading,
	ReferencesHeading,
	TestsHeading,
} from "./tokens.ts";

const languages =
	"le?ucene|kibana|kuery|kql|elastic(?:search)?|eql|es\\|ql|(?:vmware )?carbon black(?: cloud| edr| response)?|cb(?: cloud| edr| response)?|cbr|red ?cloak|taegis|splunk|spl|sentinel|defender|mde|kusto|osquery|sql";

/**
 * A further form of a heading is a further word here. Case, emphasis, signs and numbers before it, and a colon, a remark in
 * brackets and signs behind it do not count.
 */
const sectionWords: readonly (readonly [TokenType, RegExp])[] = [
	[
		HypothesisHeading,
		/^(?:(?:threat|hunt|hunting|initial|starting|working|refined|final|primary) )*(?:idea ?\/ ?)?hypothes[ei]s(?: ?\/ ?\w+)?(?: statements?)?(?: (?:#?\d+|v\d+))?$/,
	],
	[
		DescriptionHeading,
		/^(?:(?:hunt|threat|technical|brief|short) )?(?:descriptions?|backgrounds?|context|overview|purpose|objectives?|goals?|rationale|trigger|abstract)$|^why(?: .*)?$|^background (?:and|&) .*$/,
	],
	[
		DetectionsHeading,
		/^(?:(?:review|check) )?(?:existing|current) (?:watch ?lists?|detections?|alerts?|(?:detection )?rules?|countermeasures?|coverage)(?: ?(?:\/|and|&) ?(?:watch ?lists?|detections?|alerts?|rules?))?$|^(?:review )?watch ?lists?$/,
	],
	[AnalyticsHeading, /^(?:(?:hunt|hunting|data) )?analytic(?:s|\(s\))$/],
	[
		QueriesHeading,
		new RegExp(
			`^(?:(?:${languages}|threat|hunt|hunting|search|detection|initial|base|core|the|in) )*(?:quer(?:y|ies)|search(?:es)?|quer(?:y|ies) logic)(?: #?\\d+)?$`,
		),
	],
	[TestsHeading, /^(?:hunt )?tests?(?: cases?)?$/],
	[FindingsHeading, /^(?:(?:hunt|key) )?(?:findings?|results?|outcomes?|conclusions?)$|^lessons?(?: learn(?:ed|t))?$/],
	[
		ReferencesHeading,
		/^(?:(?:external|additional|further) )?(?:(?:mitre|mitre att&ck|att&ck) )?(?:references?|reference\(s\))$|^reference information(?: ?\/ ?.*)?$|^references? (?:and|&) (?:links|notes|further reading)$|^(?:further reading|knowledge base)$/,
	],
	[ExclusionsHeading, /^(?:(?:known|hunt) )?exclusions?$|^(?:allow|white) ?lists?$/],
	[
		AsideHeading,
		/^(?:(?:potential|known|expected|possible) )?(?:false positives?|bypass(?:es)?|blind spots?|evasions?)$|^(?:hunters? )?notes?$|^(?:recommended )?data ?(?:sources?|sets?|needed|required|requirements?)$|^(?:threat )?actors?(?:\(s\))?$|^adversar(?:y|ies)$|^behaviou?rs?$|^locations?$|^evidence$|^(?:mitre )?(?:att&ck|tactics?|techniques?)(?: mapping)?$|^threat intel(?:ligence)?$|^priority(?: explanation)?$|^scope$|^time ?(?:frame|range)$/,
	],
];

const phases = /^(learn|observe|check|keep|prepare|execute|act)(?: with knowledge)?(?:\s*[:–—-].*)?$/;

const lead = String.raw`^[^\p{L}\p{N}]*(?:(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.):])\s+)?`;
const parting = String.raw`(?:\s*[–—:.]+|\s*-+(?=\s)|\s+-+)`;
/** `Analytic 1 - Title`, `Analytic #2: Title`, `Analytic IV`, `Analytic: Title`, `Analytic`. */
const analyticWords = new RegExp(
	`${lead}(?:hunt(?:ing)? )?analytic(?:\\s+#?(\\d{1,9}|[ivx]{1,6})(?!\\w)[*_]*(?:\\s*[-–—:.)]+|\\s|$)|[*_]*(?:${parting}|\\s*$))\\s*`,
	"iu",
);
/** `Query 2: Title`. */
const queryWords = new RegExp(`${lead}query\\s+#?(\\d{1,9})(?:${parting})\\s*`, "iu");
/** `Hypothesis: what it is`. */
const hypothesisWords = new RegExp(
	`${lead}(?:hunt )?hypothes[ei]s(?: statement)?(?:\\s+#?\\d+)?[*_]*(?:${parting})\\s*(?=\\S)`,
	"iu",
);

/** Reads the words of a heading, given without its marks. */
export function readHeading(words: string): HeadingWords & { readonly type: TokenType } {
	const dialect = dialectOfHeading(words);
	const all: Span = [0, words.length];
	const analytic = analyticWords.exec(words);
	if (analytic) {
		const title = titleAfter(words, analytic[0]);
		return {
			type: AnalyticHeading,
			number: numberOf(analytic[1]),
			title,
			dialect: title && dialectOfHeading(words.slice(...title)),
			isHuntsOwn: true,
			phase: null,
		};
	}
	const query = queryWords.exec(words);
	if (query) {
		const title = titleAfter(words, query[0]);
		return { type: QueriesHeading, number: numberOf(query[1]), title, dialect, isHuntsOwn: false, phase: null };
	}
	const hypothesis = hypothesisWords.exec(words);
	if (hypothesis) {
		const title = titleAfter(words, hypothesis[0]);
		return { type: HypothesisHeading, number: null, title, dialect, isHuntsOwn: true, phase: null };
	}
	const plain = plainWords(words);
	const known = sectionWords.find(([, pattern]) => pattern.test(plain))?.[0];
	const type = known ?? (dialect ? QueriesHeading : OtherHeading);
	return {
		type,
		number: null,
		title: type === QueriesHeading || type === OtherHeading ? trimmed(words, all) : null,
		dialect,
		isHuntsOwn: type === HypothesisHeading,
		phase: (phases.exec(plain)?.[1] as Phase | undefined) ?? null,
	};
}

/** What of a heading's words does not count is left out. */
function plainWords(words: string): string {
	return words
		.toLowerCase()
		.replace(/[*_`]+/g, "")
		.replace(/^[^\p{L}\p{N}]+/u, "")
		.replace(/^(?:\d+(?:\.\d+)*[.):]?|[ivx]+[.):])\s+[-–—:]*\s*/, "")
		.replace(/\s+/g, " ")
		.replace(/[\s:.–—-]+$/, "")
		.replace(/ \([^()]*\)$/, "")
		.replace(/[^\p{L}\p{N})]+$/u, "");
}

/** Without the marks of emphasis that close behind it. */
function titleAfter(words: string, before: string): Span | null {
	const title = trimmed(words, [before.length, words.length]);
	const closing = /^[^\p{L}\p{N}]*[*_]/u.test(before) ? (/[*_]+$/.exec(words.slice(...title))?.[0].length ?? 0) : 0;
	const bare = trimmed(words, [title[0], title[1] - closing]);
	return bare[0] < bare[1] ? bare : null;
}

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Arabic or Roman. */
function numberOf(written: string | undefined): number | null {
	if (written === undefined) return null;
	if (/^\d/.test(written)) return Number(written);
	const values = [...written.toLowerCase()].map((letter) => roman[letter] ?? 0);
	return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
