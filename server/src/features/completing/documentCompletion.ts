// What can be written in a hunt outside its queries: its front matter, headings, techniques, rows of tests, rules to ignore,
// and whole hunts and analytics.
import { lineBreakOf, lineStart, oneLine } from "../../base/lines.ts";
import { nextNumber } from "../../document/analytics.ts";
import { rules } from "../../lint/registry.generated.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { frontMatterKeys, frontMatterValues } from "../knowledge/frontMatterOffers.ts";
import type { Offer } from "../knowledge/offer.ts";
import { huntSnippet, partSnippets, type Snippet } from "../knowledge/snippets.ts";
import { tacticIdOffers, techniqueOffers } from "../knowledge/techniqueOffers.ts";
import type { Completion, CompletionItem } from "./item.ts";

/** `null` where nothing in particular may be written. `dataPaths`: telemetry, relative to the document's folder. */
export function documentCompletion(
	analysis: Analysis,
	offset: number,
	dataPaths: readonly string[] = [],
): Completion | null {
	const { text, document } = analysis;
	const start = lineStart(text, offset);
	const place: Place = { analysis, before: text.slice(start, offset), offset, dataPaths };
	const meta = document.frontMatter?.span;
	if (meta && meta[0] < start && offset < meta[1]) return inFrontMatter(place, text.slice(meta[0], start));
	for (const complete of [inHeading, inTestRow, inIgnore, inProse, inEmptyLine]) {
		const found = complete(place);
		if (found) return found;
	}
	return null;
}

/** Whether `dataPaths` are wanted: reading the folder takes time. */
export function wantsDataPaths({ text, hunt }: Analysis, offset: number): boolean {
	return hunt !== null && cellOf(text, offset)?.index === 0;
}

interface Place {
	readonly analysis: Analysis;
	/** The line up to the cursor. */
	readonly before: string;
	readonly offset: number;
	readonly dataPaths: readonly string[];
}

/** `above`: the front matter's lines before this one. */
function inFrontMatter(place: Place, above: string): Completion | null {
	const { analysis, before } = place;
	const [, named, value] = /^([\w ]+?)[ \t]*:[ \t]+(.*)$/.exec(before) ?? [];
	const [, listed] = /^[ \t]*-[ \t]+(.*)$/.exec(before) ?? [];
	const lastKey = [...above.matchAll(/^([\w ]+?)[ \t]*:/gm)].at(-1)?.[1];
	const key = named ?? (listed === undefined ? undefined : lastKey);
	if (key !== undefined) {
		const word = /[^\s,[\]"']*$/.exec(value ?? listed ?? "")?.[0] ?? "";
		return replacing(place, word, frontMatterValues(key.toLowerCase(), analysis).map(valueItem));
	}
	if (!/^\w*$/.test(before)) return null;
	const there = new Set(
		[...analysis.text.slice(...(analysis.document.frontMatter?.span ?? [0, 0])).matchAll(/^(\w+):/gm)].map(
			([, name]) => name,
		),
	);
	const missing = frontMatterKeys.filter(({ value }) => !there.has(value));
	return replacing(
		place,
		before,
		missing.map((offer) => ({ ...valueItem(offer), kind: "key", insert: `${offer.value}: ` })),
	);
}

const headings: readonly Offer[] = [
	{ value: "Hypothesis", detail: "What is supposed, and why" },
	{ value: "Description", detail: "How it works and what it leaves behind" },
	{ value: "Review Existing Watchlists", detail: "The detections that exist already" },
	{ value: "Tests", detail: "On this data, this query gives that many events" },
	{ value: "Exclusions", detail: "What every analytic leaves out, with reasons" },
	{ value: "Findings", detail: "What was found" },
	{ value: "References", detail: "Where to read on" },
];

function inHeading(place: Place): Completion | null {
	const [, word] = /^#{1,6}[ \t]+([\w ]*)$/.exec(place.before) ?? [];
	const { hunt } = place.analysis;
	if (word === undefined || !hunt) return null;
	const there = new Set(hunt.sections.map(({ heading }) => heading.text.toLowerCase()));
	const missing = headings.filter(
		({ value }) => !there.has(value.toLowerCase()) || value.toLowerCase() === word.toLowerCase(),
	);
	const analytic: Offer = {
		value: `Analytic ${nextNumber(hunt)} - `,
		detail: "A line of inquiry with its queries",
	};
	return replacing(
		place,
		word,
		[analytic, ...missing].map((offer) => ({ ...valueItem(offer), kind: "heading" })),
	);
}

const expectations: readonly Offer[] = [
	{ value: "none", detail: "No event" },
	{ value: "1 event", detail: "Exactly as many" },
	{ value: "at least 1", detail: "As many or more" },
	{ value: "at most 5", detail: "As many or fewer" },
	{ value: "1–5", detail: "From one number to the other" },
];

/** `| Data | Query | Expected |` */
function inTestRow(place: Place): Completion | null {
	const { analysis, offset, dataPaths } = place;
	const { hunt, config, text } = analysis;
	const cell = hunt && cellOf(text, offset);
	if (!cell) return null;
	if (cell.index === 2) return replacing(place, cell.word, expectations.map(valueItem));
	if (cell.index === 1) {
		const items = hunt.analytics.flatMap(({ number, title, queries }): readonly CompletionItem[] => {
			const name = number === null ? title?.text : `Analytic ${number}`;
			if (name === undefined || queries.length === 0) return [];
			const detail = title?.text ?? "";
			const whole = { ...valueItem({ value: name, detail }), kind: "reference" as const };
			if (queries.length === 1) return [whole];
			const each = queries.map((query, index) => {
				const value = `${name}, query ${index + 1}`;
				return { ...valueItem({ value, detail: oneLine(query.text) }), kind: "reference" as const };
			});
			return [whole, ...each];
		});
		return replacing(place, cell.word, items);
	}
	const sources = [...config.sources.keys()].map((value) => valueItem({ value, detail: "A source of huntmark.json" }));
	const files = dataPaths.map((value) => ({ ...valueItem({ value, detail: "" }), kind: "file" as const }));
	return replacing(place, cell.word, [...sources, ...files]);
}

/** The cell of a table of tests that the offset is in, and what is written in it up to there. */
function cellOf(text: string, offset: number): { readonly index: number; readonly word: string } | null {
	const before = text.slice(lineStart(text, offset), offset);
	if (!/^[ \t]*\|/.test(before)) return null;
	const cells = before.split("|");
	const index = cells.length - 2;
	if (index > 2) return null;
	// The header is the row before the one of dashes.
	const rows = text.slice(0, lineStart(text, offset)).trimEnd().split("\n");
	const rule = rows.findLastIndex((row) => /^[ \t]*\|[ \t:|-]+\|?\s*$/.test(row));
	const isTable = rule > 0 && rows.slice(rule + 1).every((row) => /^[ \t]*\|/.test(row));
	const isOfTests = isTable && /^[ \t]*\|\s*data\s*\|\s*query\s*\|\s*expected/i.test(rows[rule - 1] ?? "");
	return isOfTests ? { index, word: (cells.at(-1) ?? "").trimStart() } : null;
}

function inIgnore(place: Place): Completion | null {
	const [, word] = /<!--\s*huntmark-ignore\s+([\w-]*)$/.exec(place.before) ?? [];
	if (word === undefined) return null;
	return replacing(
		place,
		word,
		rules.map(({ id }) => ({ ...valueItem({ value: id, detail: "" }), insert: `${id}: ` })),
	);
}

/** A word that begins as the id of a technique or tactic. */
function inProse(place: Place): Completion | null {
	const { hunt, config } = place.analysis;
	const [word] = /(?<![\w./-])T(?:A\d*|\d[\d.]*)$/.exec(place.before) ?? [];
	if (!hunt || word === undefined) return null;
	const offers = word.startsWith("TA") ? tacticIdOffers(config.techniques) : techniqueOffers(config.techniques);
	return replacing(place, word, offers.map(valueItem));
}

/** A word alone on its line. */
function inEmptyLine(place: Place): Completion | null {
	const { analysis, before } = place;
	if (!/^[a-z]*$/i.test(before)) return null;
	const isEmpty = analysis.text.trim() === before.trim();
	if (!analysis.hunt && !isEmpty) return null;
	const lineBreak = lineBreakOf(analysis.text);
	const snippets: readonly Snippet[] = analysis.hunt ? partSnippets : [huntSnippet];
	const items = snippets.map(
		({ label, detail, text }): CompletionItem => ({
			label,
			kind: "snippet",
			detail,
			documentation: "",
			insert: text(analysis.hunt ? nextNumber(analysis.hunt) : 1).replaceAll("\n", lineBreak),
		}),
	);
	return replacing(place, before, items);
}

function valueItem({ value, detail, kind = "value" }: Offer): CompletionItem {
	return { label: value, kind, detail, documentation: "", insert: value };
}

function replacing({ offset }: Place, word: string, items: readonly CompletionItem[]): Completion | null {
	return items.length > 0 ? { span: [offset - word.length, offset], items } : null;
}
