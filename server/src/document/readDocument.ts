// From the text of a document to the hunt in it.
import type { IToken } from "chevrotain";
import type { DialectName } from "../base/dialect.ts";
import type { Fault } from "../base/problem.ts";
import { type Span, shift } from "../base/span.ts";
import { blockTokens, type Classification, classifyBlocks, token } from "./blocks.ts";
import type { StatedDialects } from "./buildQuery.ts";
import { dialectNamed } from "./dialects.ts";
import { type FrontMatter, readFrontMatter } from "./frontMatter.ts";
import { type HuntShape, parseBlocks } from "./grammar.ts";
import type { Hunt, Meta, SectionKind, Text } from "./hunt.ts";
import { type Ignore, ignoresOf } from "./ignores.ts";
import { type Markdown, parseMarkdown } from "./markdown.ts";
import { type ReadSection, readSections } from "./readSections.ts";
import { isHuntByContent } from "./recognition.ts";
import { textAt } from "./sourceText.ts";
import { FrontMatter as FrontMatterToken, type HeadingPayload, type OutlinePayload, OutlineRow } from "./tokens.ts";
import { unreadCode } from "./unreadCode.ts";

/** A document that has been read. Only `hunt`, `faults` and `ignores` are for readers; the rest makes the next reading quick. */
export interface ReadDocument {
	/** `null`: not a hunt, neither by its content nor because it says `huntmark: true`. */
	readonly hunt: Hunt | null;
	/** Of the document itself: `invalid-front-matter` and `query-not-recognised`. Empty if it is not a hunt. */
	readonly faults: readonly Fault[];
	/** Empty if it is not a hunt. */
	readonly ignores: readonly Ignore[];
	readonly text: string;
	readonly dialects: StatedDialects;
	readonly frontMatter: FrontMatter | null;
	readonly markdown: Markdown;
	readonly classification: Classification;
	readonly sections: readonly ReadSection[];
}

/**
 * Reads a document; never fails. `defaultDialect` is that of queries of which nothing in the document says it. `previous`
 * is an earlier reading of the same document, any number of edits ago: what both have in common is not read again, and the
 * result is the same as without it. `isHunt`: it is one, whatever is in it. Spans are UTF-16 offsets of `text`, BOM and
 * carriage returns counted.
 */
export function readDocument(
	text: string,
	defaultDialect: DialectName = "redcloak",
	previous?: ReadDocument,
	isHunt = false,
): ReadDocument {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const frontMatter = readFrontMatter(text, start, previous?.frontMatter ?? null);
	const meta = frontMatter?.meta ?? null;
	const bodyAt = frontMatter ? frontMatter.span[1] : start;
	const body = text.slice(bodyAt);
	const markdown = parseMarkdown(body, previous?.markdown);
	const classification = classifyBlocks(markdown.tree, body, previous?.classification ?? []);
	const blocks = blockTokens(classification, bodyAt, Boolean(meta?.title));
	if (frontMatter) blocks.unshift(token(FrontMatterToken, 0, frontMatter.span, null));
	const dialects = { stated: meta?.dialect ? dialectNamed(meta.dialect.text) : null, fallback: defaultDialect };
	const shape = parseBlocks(blocks);
	const sections = readSections(text, shape, dialects, previous);
	const outline = readOutline(text, blocks);
	const statesHypothesis = outline.hypothesis !== null || (meta !== null && meta.hypothesis !== null);
	const hunt =
		isHunt || meta?.huntmark || isHuntByContent(sections, statesHypothesis)
			? buildHunt(text, meta, shape, sections, outline)
			: null;
	const faults = hunt ? [...(frontMatter?.faults ?? []), ...unreadCode(blocks, hunt.analytics)] : [];
	const ignores = hunt ? ignoresOf(text, blocks, hunt.analytics) : [];
	return { hunt, faults, ignores, text, dialects, frontMatter, markdown, classification, sections };
}

/** What tables say of the hunt. */
interface Outline {
	/** The first one. */
	readonly hypothesis: Text | null;
	readonly tactics: readonly Text[];
}

function readOutline(text: string, blocks: readonly IToken[]): Outline {
	let hypothesis: Text | null = null;
	const tactics: Text[] = [];
	for (const { tokenType, startOffset, payload } of blocks) {
		if (tokenType !== OutlineRow) continue;
		const row = payload as OutlinePayload;
		const place = (span: Span) => textAt(text, shift(span, startOffset));
		if (row.hypothesis) hypothesis ??= place(row.hypothesis);
		if (row.tactic) tactics.push(place(row.tactic));
	}
	return { hypothesis, tactics };
}

function buildHunt(
	text: string,
	meta: Meta | null,
	shape: HuntShape,
	sections: readonly ReadSection[],
	outline: Outline,
): Hunt {
	const saidIn = (kind: SectionKind) => sections.find((it) => it.section.kind === kind && it.said)?.said ?? null;
	return {
		meta,
		title: (shape.title && headingText(text, shape.title)) ?? meta?.title ?? null,
		hypothesis: saidIn("hypothesis") ?? outline.hypothesis ?? meta?.hypothesis ?? null,
		description: saidIn("description"),
		existingDetections: sections.flatMap(({ detections }) => detections),
		analytics: sections.map(({ analytic }) => analytic).filter((analytic) => analytic !== null),
		tests: sections.flatMap(({ tests }) => tests),
		findings: saidIn("findings"),
		references: sections.flatMap(({ references }) => references),
		exclusions: sections.flatMap(({ exclusions }) => exclusions),
		tactics: [...(meta?.tactics ?? []), ...outline.tactics],
		sections: sections.map(({ section }) => section),
	};
}

function headingText(text: string, { startOffset, payload }: IToken): Text {
	return textAt(text, shift((payload as HeadingPayload).text, startOffset));
}
