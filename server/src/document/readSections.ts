// From the sections of a document's shape to what they say.
import type { IToken, TokenType } from "chevrotain";
import { type Span, shift } from "../base/span.ts";
import {
	type AnalyticPlace,
	below,
	buildQuery,
	type OpenHeadings,
	type StatedDialects,
	saidDialect,
} from "./buildQuery.ts";
import type { DetectionShape, HuntShape, SectionShape } from "./grammar.ts";
import type {
	Analytic,
	Exclusion,
	ExistingDetection,
	HuntQuery,
	HuntTest,
	Reference,
	Section,
	SectionKind,
	Stack,
	Text,
} from "./hunt.ts";
import { commonStart } from "./markdown.ts";
import { textAt, textOrNull, trimmed } from "./sourceText.ts";
import type {
	BlockPayload,
	ExclusionRowPayload,
	HeadingPayload,
	ItemPayload,
	QueryPayload,
	StackPayload,
	TestRowPayload,
} from "./tokens.ts";
import { QueryBlock, QueryItem, StackLine } from "./tokens.ts";

/** A section and all that was read in it. */
export interface ReadSection {
	readonly section: Section;
	readonly type: TokenType;
	readonly heading: HeadingPayload;
	/** Its body; of a hypothesis without one, what the heading says behind that word. */
	readonly said: Text | null;
	readonly analytic: Analytic | null;
	readonly detections: readonly ExistingDetection[];
	readonly tests: readonly HuntTest[];
	readonly references: readonly Reference[];
	readonly exclusions: readonly Exclusion[];
}

/** An earlier reading of the same document. */
export interface EarlierSections {
	readonly text: string;
	readonly sections: readonly ReadSection[];
	readonly dialects: StatedDialects;
}

/**
 * Reads all sections. Those before the first difference to `previous` are taken over as they stand, since most of what a
 * keystroke costs in a long hunt is making anew what has not changed.
 */
export function readSections(
	text: string,
	{ sections }: HuntShape,
	dialects: StatedDialects,
	previous: EarlierSections | undefined,
): readonly ReadSection[] {
	const sameDialects =
		previous?.dialects.stated === dialects.stated && previous.dialects.fallback === dialects.fallback;
	const kept = previous && sameDialects ? countUnchanged(text, sections, previous) : 0;
	const read: ReadSection[] = [];
	let headings: OpenHeadings = [];
	let analytics = 0;
	for (let i = 0; i < sections.length; i++) {
		const shape = sections[i] as SectionShape;
		headings = below(headings, shape.heading.payload as HeadingPayload);
		const same = i < kept ? previous?.sections[i] : undefined;
		const end = sections[i + 1]?.heading.startOffset ?? text.length;
		const section = same ?? readSection(text, { dialects, headings, index: analytics }, shape, end);
		if (section.analytic) analytics++;
		read.push(section);
	}
	return read;
}

/** How many sections at the start are as they were, in place, text and kind. */
function countUnchanged(text: string, sections: readonly SectionShape[], previous: EarlierSections): number {
	const same = commonStart(previous.text, text);
	const isSame = ({ heading }: SectionShape, i: number): boolean => {
		const before = previous.sections[i];
		const end = sections[i + 1]?.heading.startOffset;
		return (
			before !== undefined &&
			end !== undefined &&
			end <= same &&
			end === previous.sections[i + 1]?.section.span[0] &&
			heading.startOffset === before.section.span[0] &&
			heading.tokenType === before.type &&
			isSameHeading(heading.payload as HeadingPayload, before.heading)
		);
	};
	const changed = sections.findIndex((section, i) => !isSame(section, i));
	return changed < 0 ? sections.length : changed;
}

/** Of two with the same words. */
function isSameHeading(one: HeadingPayload, other: HeadingPayload): boolean {
	return one === other || (one.level === other.level && one.style === other.style && one.text[0] === other.text[0]);
}

function readSection(text: string, place: AnalyticPlace, shape: SectionShape, end: number): ReadSection {
	const [from, bodyFrom] = spanOf(shape.heading);
	const heading = shape.heading.payload as HeadingPayload;
	const span = trimmed(text, [from, end]);
	const body = textOrNull(text, [bodyFrom, end]);
	const analytic = analyticOf(text, place, shape, span);
	const isTitled = shape.kind === "hypothesis" && heading.title;
	return {
		section: {
			kind: kindOf(shape, analytic),
			level: Math.min(heading.level, 6),
			heading: textAt(text, shift(heading.text, from)),
			body,
			span,
		},
		type: shape.heading.tokenType,
		heading,
		said: body ?? (isTitled ? textAt(text, shift(isTitled, from)) : null),
		analytic,
		detections: shape.kind === "detections" ? shape.detections.map((it) => readDetection(text, it)) : none,
		tests: shape.kind === "tests" ? shape.rows.map((row) => readTest(text, row)) : none,
		references: shape.kind === "references" ? shape.urls.map((item) => readReference(text, item)) : none,
		exclusions: shape.kind === "exclusions" ? shape.rows.map((row) => readExclusion(text, row)) : none,
	};
}

const none: readonly never[] = [];

/** What is headed as queries is an analytic if there are any. */
function kindOf({ kind }: SectionShape, analytic: Analytic | null): SectionKind {
	if (kind !== "queries") return kind;
	return analytic ? "analytic" : "other";
}

function analyticOf(text: string, place: AnalyticPlace, shape: SectionShape, span: Span): Analytic | null {
	if (shape.kind !== "analytic" && shape.kind !== "queries") return null;
	const analytic = readAnalytic(text, place, shape.heading, shape.parts, span);
	if (shape.kind === "analytic") return analytic;
	// It counts queries, not analytics.
	return analytic.queries.length > 0 ? { ...analytic, number: null } : null;
}

function readAnalytic(
	text: string,
	place: AnalyticPlace,
	heading: IToken,
	parts: readonly IToken[],
	span: Span,
): Analytic {
	const { number, title } = heading.payload as HeadingPayload;
	const prose: Text[] = [];
	const queries: HuntQuery[] = [];
	const stacks: Stack[] = [];
	let headings = place.headings;
	let proseFrom: number | null = null;
	const isProse = (part: IToken) => part.tokenType !== StackLine && !isQuery(part, place.dialects, headings);
	parts.forEach((part, i) => {
		if (part.tokenType === StackLine) stacks.push(readStack(text, part));
		else if (isQuery(part, place.dialects, headings)) queries.push(buildQuery(text, { ...place, headings }, part));
		else {
			const payload = part.payload as BlockPayload;
			if (payload?.kind === "heading") headings = below(headings, payload);
			proseFrom ??= part.startOffset;
			const next = parts[i + 1];
			if (next && isProse(next)) return;
			prose.push(textAt(text, [proseFrom, spanOf(part)[1]]));
			proseFrom = null;
		}
	});
	return { number, title: title && textAt(text, shift(title, heading.startOffset)), prose, queries, stacks, span };
}

/** Some code is a query only where the document says the dialect. */
function isQuery({ tokenType, payload }: IToken, dialects: StatedDialects, headings: OpenHeadings): boolean {
	if (tokenType !== QueryBlock && tokenType !== QueryItem) return false;
	return !(payload as QueryPayload).needsDialect || saidDialect(dialects, headings) !== null;
}

function readStack(text: string, line: IToken): Stack {
	const { fields, condition } = line.payload as StackPayload;
	const place = (span: Span) => textAt(text, shift(span, line.startOffset));
	return { fields: fields.map(place), condition: condition && place(condition), span: spanOf(line) };
}

function readDetection(text: string, { first, second }: DetectionShape): ExistingDetection {
	const { name, url, reviewed } = itemOf(first);
	const place = (span: Span | null) => span && textAt(text, shift(span, first.startOffset));
	const date = place(reviewed);
	const address = second ? (second.payload as ItemPayload) : null;
	const addressDate = address?.reviewed && second ? textAt(text, shift(address.reviewed, second.startOffset)) : null;
	return {
		name: place(name),
		url: second && address?.url ? textAt(text, shift(address.url, second.startOffset)) : place(url),
		...(date || addressDate ? { reviewed: (date ?? addressDate) as Text } : {}),
		span: [first.startOffset, spanOf(second ?? first)[1]],
	};
}

/** A name may look like a query. */
function itemOf({ payload }: IToken): Pick<ItemPayload, "name" | "url" | "reviewed"> {
	const item = payload as ItemPayload | QueryPayload;
	return item.kind === "query" ? { name: item.text, url: null, reviewed: null } : item;
}

function readReference(text: string, item: IToken): Reference {
	const { url } = item.payload as ItemPayload;
	return { url: textAt(text, shift(url as Span, item.startOffset)), span: spanOf(item) };
}

function readTest(text: string, row: IToken): HuntTest {
	const { data, query, expected } = row.payload as TestRowPayload;
	const cell = (span: Span) => textAt(text, shift(span, row.startOffset));
	return { data: cell(data), query: cell(query), expected: cell(expected), span: spanOf(row) };
}

function readExclusion(text: string, row: IToken): Exclusion {
	const { field, value, reason, owner, until } = row.payload as ExclusionRowPayload;
	const cell = (span: Span) => textAt(text, shift(span, row.startOffset));
	return {
		field: cell(field),
		value: cell(value),
		reason: reason && cell(reason),
		owner: owner && cell(owner),
		until: until && cell(until),
		span: spanOf(row),
	};
}

/** Half open, unlike the token's own inclusive end. */
function spanOf({ startOffset, endOffset }: IToken): Span {
	return [startOffset, (endOffset ?? startOffset - 1) + 1];
}
