// What a hunt names, and where: analytics, techniques, hunts, fields, detections and data. Whoever asks where a thing is
// defined, who refers to it or how to rename it asks here.
import { attackWith } from "../attack/attack.ts";
import { holds, type Span } from "../base/span.ts";
import { numberIn } from "../document/analytics.ts";
import { citationsOf } from "../document/citations.ts";
import type { Hunt } from "../document/hunt.ts";
import { addressKey, huntKey } from "../document/keys.ts";
import { testTarget } from "../document/testTarget.ts";
import { walk } from "../syntax/tree.ts";
import { type Analysis, placeSpan } from "./analysis.ts";

/** `analytic`, `query` and `data` are known in their document only, the others in all of the workspace. */
export type MentionKind = "analytic" | "query" | "technique" | "tactic" | "hunt" | "field" | "detection" | "data";

/** One place that names a thing. */
export interface Mention {
	readonly kind: MentionKind;
	/** The same for every place that names the same thing; places of one thing may be written differently. */
	readonly key: string;
	/** The name, as it is written there. */
	readonly span: Span;
	/** Whether the thing is made here, so that this is where it is gone to. */
	readonly defines: boolean;
}

/** What one hunt of the workspace names. */
export interface HuntMentions {
	readonly uri: string;
	readonly mentions: readonly Mention[];
}

const mentions = new WeakMap<Analysis, readonly Mention[]>();

/** In text order; worked out when it is first asked. */
export function mentionsOf(analysis: Analysis): readonly Mention[] {
	const known = mentions.get(analysis) ?? readMentions(analysis);
	mentions.set(analysis, known);
	return known;
}

/** The innermost at an offset, its ends included. */
export function mentionAt(analysis: Analysis, offset: number): Mention | null {
	return mentionsOf(analysis)
		.filter(({ span }) => span[0] <= offset && offset <= span[1])
		.reduce<Mention | null>((best, each) => (best && length(best.span) <= length(each.span) ? best : each), null);
}

/** Whether other hunts may name the same thing. */
export function isOfWorkspace({ kind }: Pick<Mention, "kind">): boolean {
	return kind !== "analytic" && kind !== "query" && kind !== "data";
}

/** Whether both name the same thing. */
export function isSameThing(a: Mention, b: Mention): boolean {
	return a.kind === b.kind && a.key === b.key;
}

function readMentions(analysis: Analysis): readonly Mention[] {
	const { hunt } = analysis;
	if (!hunt) return [];
	const found = [
		...analyticMentions(hunt),
		...testMentions(hunt),
		...detectionMentions(hunt),
		...citationMentions(analysis, hunt),
		...huntMentions(hunt, analysis.text),
		...fieldMentions(analysis),
	];
	return found.sort((a, b) => a.span[0] - b.span[0]);
}

function* analyticMentions(hunt: Hunt): Iterable<Mention> {
	const headings = new Map(hunt.sections.map(({ span, heading }) => [span[0], heading]));
	for (const [index, analytic] of hunt.analytics.entries()) {
		const key = String(index);
		const number = numberIn(headings.get(analytic.span[0]), analytic);
		if (number) yield { kind: "analytic", key, span: number, defines: true };
		if (analytic.title) yield { kind: "analytic", key, span: analytic.title.span, defines: true };
		for (const [at, query] of analytic.queries.entries())
			yield { kind: "query", key: `${index}.${at}`, span: query.span, defines: true };
	}
}

function* testMentions(hunt: Hunt): Iterable<Mention> {
	for (const test of hunt.tests) {
		yield { kind: "data", key: test.data.text, span: test.data.span, defines: false };
		const target = testTarget(hunt, test);
		if (!target) continue;
		yield { kind: "analytic", key: String(target.analytic), span: target.name, defines: false };
		if (!target.query) continue;
		const { index, name } = target.query;
		yield { kind: "query", key: `${target.analytic}.${index}`, span: name, defines: false };
	}
}

function* detectionMentions(hunt: Hunt): Iterable<Mention> {
	for (const { name, url } of hunt.existingDetections) {
		if (!url) continue;
		const key = addressKey(url.text);
		yield { kind: "detection", key, span: url.span, defines: false };
		if (name && name.span[0] !== url.span[0]) yield { kind: "detection", key, span: name.span, defines: false };
	}
}

/** A tactic's id and its names, former ones included, are one thing. */
function* citationMentions({ text, config }: Analysis, hunt: Hunt): Iterable<Mention> {
	const citations = citationsOf(hunt, text);
	for (const { kind, id, span } of citations) {
		const tactic = kind === "tactic" ? attackWith(config.techniques).tacticNamed(id)?.tactic.id : undefined;
		yield { kind, key: tactic ?? id, span, defines: false };
	}
}

/** Ids of hunts: its own in the front matter, and any word of that shape in its text. */
function* huntMentions({ meta, analytics }: Hunt, text: string): Iterable<Mention> {
	const id = meta?.id;
	if (id) yield { kind: "hunt", key: huntKey(id.text), span: id.span, defines: true };
	const queries = analytics.flatMap((analytic) => analytic.queries.map(({ span }) => span));
	let next = 0;
	// Looked for from the dash, of which there are few.
	for (const { 0: number, 1: letters = "", index } of text.matchAll(huntIds)) {
		const word = letters + number;
		const start = index - letters.length;
		const span: Span = [start, start + word.length];
		// Both come in text order.
		while ((queries[next]?.[1] ?? text.length) < span[1]) next++;
		if ((id && holds(id.span, span)) || (queries[next]?.[0] ?? text.length) <= span[0]) continue;
		yield { kind: "hunt", key: huntKey(word), span, defines: false };
	}
}

const huntIds = /(?<=(?<![\w./-])([A-Za-z]{1,12}))-\d{1,8}(?![\w-]|\.\w)/g;

function fieldMentions({ queries }: Analysis): readonly Mention[] {
	const found: Mention[] = [];
	for (const { query, tree } of queries)
		walk(tree.root, (node) => {
			if (node.kind !== "clause" || !node.field || /[*?]/.test(node.field.name)) return;
			const { name, span } = node.field;
			found.push({ kind: "field", key: name, span: placeSpan(query, span), defines: false });
		});
	return found;
}

function length([start, end]: Span): number {
	return end - start;
}
