// From the text of a document to the hunt in it.
import type { IToken } from "chevrotain";
import type { DialectName } from "../base/dialect.ts";
import type { Fault } from "../base/problem.ts";
import { type Span, shift } from "../base/span.ts";
import { blockTokens, type Classification, classifyBlocks, token } from "./blocks.ts";
import {
	type AnalyticPlace,
	below,
	buildQuery,
	labelLevel,
	type OpenHeadings,
	type StatedDialects,
	saidDialect,
} from "./buildQuery.ts";
import { dialectNamed } from "./dialects.ts";
import { type FrontMatter, readFrontMatter } from "./frontMatter.ts";
import { type DetectionShape, type HuntShape, parseBlocks, type SectionShape } from "./grammar.ts";
import type { Analytic, ExistingDetection, Hunt, HuntQuery, HuntTest, Reference, Section, Text } from "./hunt.ts";
import { type Ignore, ignoresOf } from "./ignores.ts";
import { type Markdown, parseMarkdown } from "./markdown.ts";
import { textAt, textOrNull, trimmed } from "./sourceText.ts";
import type { BlockPayload, HeadingPayload, ItemPayload, QueryPayload, TestRowPayload } from "./tokens.ts";
import * as tokens from "./tokens.ts";

/** A document that has been read. Only `hunt`, `faults` and `ignores` are for readers; the rest makes the next reading quick. */
export interface ReadDocument {
	/** `null`: not a hunt. It is one if its hypothesis or one of its analytics has content, or if it says `huntmark: true`. */
	readonly hunt: Hunt | null;
	/** Of the document itself: `invalid-front-matter`. Empty if it is not a hunt. */
	readonly faults: readonly Fault[];
	/** Empty if it is not a hunt. */
	readonly ignores: readonly Ignore[];
	readonly dialects: StatedDialects;
	readonly frontMatter: FrontMatter | null;
	readonly markdown: Markdown;
	readonly classification: Classification;
}

/**
 * Reads a document; never fails. `defaultDialect` is that of queries of which nothing in the document says it. `previous`
 * is an earlier reading of the same document, any number of edits ago: what both have in common is not read again, and the
 * result is the same as without it. `isHunt`: it is one, whatever is in it. Spans are UTF-16 offsets of `text`, BOM and carriage returns counted.
 */
export function readDocument(
	text: string,
	defaultDialect: DialectName = "redcloak",
	previous?: ReadDocument,
	isHunt = false,
): ReadDocument {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const frontMatter = readFrontMatter(text, start, previous?.frontMatter ?? null);
	const bodyAt = frontMatter ? frontMatter.span[1] : start;
	const body = text.slice(bodyAt);
	const markdown = parseMarkdown(body, previous?.markdown);
	const classification = classifyBlocks(markdown.tree, body, previous?.classification ?? []);
	const blocks = blockTokens(classification, bodyAt);
	if (frontMatter) blocks.unshift(token(tokens.FrontMatter, 0, frontMatter.span, null));
	const named = frontMatter?.meta.dialect;
	const dialects = { stated: named ? dialectNamed(named.text) : null, fallback: defaultDialect };
	const hunt = buildHunt(text, dialects, parseBlocks(blocks), frontMatter, previous, isHunt);
	const faults = (hunt && frontMatter?.faults) || [];
	const ignores = hunt ? ignoresOf(text, blocks, hunt.analytics) : [];
	return { hunt, faults, ignores, dialects, frontMatter, markdown, classification };
}

function buildHunt(
	text: string,
	dialects: StatedDialects,
	shape: HuntShape,
	frontMatter: FrontMatter | null,
	reading: ReadDocument | undefined,
	named: boolean,
): Hunt | null {
	const meta = frontMatter?.meta ?? null;
	const previous = reading?.hunt ?? null;
	const kept = previous ? countUnchanged(text, shape, previous) : 0;
	const sections = shape.sections.map(
		(section, i) =>
			(i < kept && previous?.sections[i]) ||
			buildSection(text, section, shape.sections[i + 1]?.heading.startOffset ?? text.length),
	);
	const isHunt = sections.some(({ kind, body }) => (kind === "hypothesis" || kind === "analytic") && body);
	if (!isHunt && !named && !meta?.huntmark) return null;

	const bodyOf = (kind: Section["kind"]) => sections.find((it) => it.kind === kind && it.body)?.body ?? null;
	const existingDetections: ExistingDetection[] = [];
	const analytics: Analytic[] = [];
	const tests: HuntTest[] = [];
	const references: Reference[] = [];
	const { stated, fallback } = reading?.dialects ?? {};
	const sameDialects = stated === dialects.stated && fallback === dialects.fallback;
	let headings: OpenHeadings = [];
	shape.sections.forEach((section, i) => {
		headings = below(headings, section.heading.payload as HeadingPayload);
		switch (section.kind) {
			case "detections":
				for (const detection of section.detections) existingDetections.push(buildDetection(text, detection));
				break;
			case "analytic": {
				const same = i < kept && sameDialects && previous?.analytics[analytics.length];
				const span = sections[i]?.span ?? spanOf(section.heading);
				const place = { dialects, headings, index: analytics.length };
				analytics.push(same || buildAnalytic(text, place, section.heading, section.parts, span));
				break;
			}
			case "tests":
				for (const row of section.rows) tests.push(buildTest(text, row));
				break;
			case "references":
				for (const url of section.urls) references.push({ url: itemText(text, url), span: spanOf(url) });
				break;
		}
	});
	return {
		meta,
		title: (shape.title && headingText(text, shape.title)) ?? meta?.title ?? null,
		hypothesis: bodyOf("hypothesis"),
		description: bodyOf("description"),
		existingDetections,
		analytics,
		tests,
		findings: bodyOf("findings"),
		references,
		exclusions: [],
		sections,
	};
}

/**
 * How many sections at the start are as they were, in place and in text: an edit further down leaves them. They are taken
 * over as they stand, since most of what a keystroke costs in a long hunt is making anew what has not changed.
 */
function countUnchanged(text: string, shape: HuntShape, previous: Hunt): number {
	const standsAt = (span: Span, before: Text | null) =>
		before === null
			? span[0] === span[1]
			: span[0] === before.span[0] && span[1] === before.span[1] && text.startsWith(before.text, span[0]);
	const isSame = ({ kind, heading }: SectionShape, i: number): boolean => {
		const before = previous.sections[i];
		const end = shape.sections[i + 1]?.heading.startOffset;
		if (!before || end === undefined || end !== previous.sections[i + 1]?.span[0]) return false;
		const [from, bodyFrom] = spanOf(heading);
		const { level, text: words } = heading.payload as HeadingPayload;
		return (
			from === before.span[0] &&
			kind === before.kind &&
			level === before.level &&
			standsAt(trimmed(text, shift(words, from)), before.heading) &&
			standsAt(trimmed(text, [bodyFrom, end]), before.body)
		);
	};
	const changed = shape.sections.findIndex((section, i) => !isSame(section, i));
	return changed < 0 ? shape.sections.length : changed;
}

function buildSection(text: string, { kind, heading }: SectionShape, end: number): Section {
	const [from, bodyFrom] = spanOf(heading);
	const { level } = heading.payload as HeadingPayload;
	return {
		kind,
		level,
		heading: headingText(text, heading),
		body: textOrNull(text, [bodyFrom, end]),
		span: trimmed(text, [from, end]),
	};
}

function buildDetection(text: string, { name, url }: DetectionShape): ExistingDetection {
	const first = name ?? url;
	const last = url ?? name;
	if (!first || !last) throw new Error("A detection has a name or an address.");
	const reviewed = (name?.payload as ItemPayload | undefined)?.reviewed;
	return {
		name: name ? itemText(text, name) : null,
		url: url ? itemText(text, url) : null,
		...(name && reviewed ? { reviewed: textAt(text, shift(reviewed, name.startOffset)) } : {}),
		span: [first.startOffset, spanOf(last)[1]],
	};
}

function buildAnalytic(
	text: string,
	place: AnalyticPlace,
	heading: IToken,
	parts: readonly IToken[],
	span: Span,
): Analytic {
	const { number, title } = heading.payload as HeadingPayload;
	const prose: Text[] = [];
	const queries: HuntQuery[] = [];
	let headings = place.headings;
	let proseFrom: number | null = null;
	const isQuery = ({ tokenType, payload }: IToken) =>
		tokenType === tokens.QueryBlock &&
		(!(payload as QueryPayload).needsDialect || saidDialect(place.dialects, headings) !== null);
	parts.forEach((part, i) => {
		if (isQuery(part)) {
			queries.push(buildQuery(text, { ...place, headings }, part));
			return;
		}
		const payload = part.payload as BlockPayload;
		if (payload?.kind === "heading") headings = below(headings, payload);
		else if (payload?.kind === "label") headings = below(headings, { level: labelLevel, dialect: payload.dialect });
		proseFrom ??= part.startOffset;
		const next = parts[i + 1];
		if (next && !isQuery(next)) return;
		prose.push(textAt(text, [proseFrom, spanOf(part)[1]]));
		proseFrom = null;
	});
	return { number, title: title && textAt(text, shift(title, heading.startOffset)), prose, queries, stacks: [], span };
}

function buildTest(text: string, row: IToken): HuntTest {
	const { data, query, expected } = row.payload as TestRowPayload;
	const cell = (span: Span) => textAt(text, shift(span, row.startOffset));
	return { data: cell(data), query: cell(query), expected: cell(expected), span: spanOf(row) };
}

function headingText(text: string, heading: IToken): Text {
	return textAt(text, shift((heading.payload as HeadingPayload).text, heading.startOffset));
}

function itemText(text: string, item: IToken): Text {
	return textAt(text, shift((item.payload as ItemPayload).text, item.startOffset));
}

/** Half open, unlike the token's own inclusive end. */
function spanOf({ startOffset, endOffset }: IToken): Span {
	return [startOffset, (endOffset ?? startOffset - 1) + 1];
}
