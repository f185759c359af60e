// All that is known of one document, worked out from its text; an edit works out again only what it touched.
import { type Dialect, type DialectName, dialectOf, isDialectName } from "../base/dialect.ts";
import { type Fix, fixesOf, type Problem } from "../base/problem.ts";
import { type Span, shift } from "../base/span.ts";
import { type Config, emptyConfig } from "../config/config.ts";
import { vocabularyFor } from "../config/vocabulary.ts";
import type { Hunt, HuntQuery } from "../document/hunt.ts";
import { ignoredAt } from "../document/ignores.ts";
import { type ReadDocument, readDocument } from "../document/readDocument.ts";
import { lintDocument, lintQuery } from "../lint/lint.ts";
import { noOtherHunts, type OtherHunts } from "../lint/otherHunts.ts";
import type { Expr } from "../meaning/expr.ts";
import { bind } from "../model/bind.ts";
import { parseQuery } from "../syntax/parse.ts";
import type { QueryTree } from "../syntax/tree.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { fieldsOf } from "./fields.ts";

/** A document and everything derived from it. Immutable; a new text gives a new one. */
export interface Analysis extends AnalysisContext {
	readonly text: string;
	/** `null`: no hunt, so nothing below is filled. */
	readonly hunt: Hunt | null;
	/** The queries in a language of ours, in document order. */
	readonly queries: readonly PlacedQuery[];
	/** Of the document and its queries, in text order; spans are offsets of `text`. */
	readonly problems: readonly Problem[];
	/** How many queries had to be parsed for it; the others were known from the analysis before. */
	readonly parsed: number;
	readonly document: ReadDocument;
	/** Of which the names in its queries are, as its front matter or the configuration says. */
	readonly vocabulary: Vocabulary;
}

/** What a query's own text says, wherever it stands; spans are offsets of that text. */
export interface AnalysedQuery {
	readonly tree: QueryTree;
	readonly expr: Expr;
	/** Of which its names are. */
	readonly vocabulary: Vocabulary;
	readonly problems: readonly Problem[];
}

/** A query in its document: `problems` are without those that the document says to ignore. */
export interface PlacedQuery extends AnalysedQuery {
	readonly query: HuntQuery;
	/** What its text says wherever it stands, all problems included. */
	readonly own: AnalysedQuery;
}

/** What is known around a document. */
export interface AnalysisContext {
	/** What the chosen source holds; `null`: it was not looked at. */
	readonly catalog: FieldCatalog | null;
	readonly config: Config;
	/** Whether the configuration says that it is a hunt, whatever is in it. */
	readonly isHunt?: boolean;
	/** The other hunts of its workspace. */
	readonly others: OtherHunts;
	/** Paths of tests' data that are known not to be there, as the tests write them; absent: nobody looked. */
	readonly missingData?: ReadonlySet<string>;
	/** Milliseconds since 1970 UTC. */
	readonly now: number;
}

export const noContext: AnalysisContext = { catalog: null, config: emptyConfig, others: noOtherHunts, now: 0 };

/** Reads and checks a document. `previous` is an earlier analysis of the same document. */
export function analyse(text: string, previous?: Analysis | null, context: AnalysisContext = noContext): Analysis {
	const { catalog, config, isHunt } = context;
	const document = readDocument(text, config.dialect, previous?.document, isHunt);
	const hunt = document.hunt;
	const vocabulary = vocabularyFor(config, hunt?.meta?.taxonomy?.text ?? null);
	// Under another configuration nothing is as it was; under another catalog or vocabulary only the trees are.
	const before = previous?.config === config ? previous : null;
	const sameContext = before?.catalog === catalog && before.vocabulary === vocabulary;
	const around = { catalog, config, vocabulary };
	const fresh = new Map<string, AnalysedQuery>();
	let parsed = 0;
	const placed: PlacedQuery[] = [];
	const ours = hunt?.analytics.flatMap((analytic) => analytic.queries.filter(isOurs)) ?? [];
	/** By how many queries they have moved since: all behind an edit by as many, so that few are looked for. */
	let moved = 0;
	for (const query of ours) {
		let there = before?.queries[placed.length + moved];
		if (before && !isSame(query, there)) {
			const at = before.queries.findIndex((each) => isSame(query, each));
			if (at >= 0) moved = at - placed.length;
			there = before.queries[at];
		}
		const old = there?.own;
		let own = old && sameContext ? old : fresh.get(keyOf(query));
		if (!own) {
			own = analyseQuery(query.text, dialectOf(query.dialect, config.lucene), around, old ?? undefined);
			fresh.set(keyOf(query), own);
			if (!old) parsed++;
		}
		const problems = withoutIgnored(own.problems, ignoredAt(document.ignores, query.span));
		if (sameContext && there?.query === query && there.problems === problems) placed.push(there);
		else placed.push({ tree: own.tree, expr: own.expr, vocabulary, query, own, problems });
	}
	const problems = [
		...lintDocument(text, document, context),
		...placed.flatMap(({ query, problems }) => problems.map((problem) => placeProblem(query, problem))),
	];
	problems.sort((a, b) => a.span[0] - b.span[0]);
	return { ...context, text, hunt, queries: placed, problems, parsed, document, vocabulary };
}

function isOurs(query: HuntQuery): query is HuntQuery & { readonly dialect: DialectName } {
	return isDialectName(query.dialect);
}

function isSame({ text, dialect }: HuntQuery, there: PlacedQuery | undefined): there is PlacedQuery {
	return there !== undefined && there.query.text === text && there.query.dialect === dialect;
}

function keyOf({ dialect, text }: HuntQuery): string {
	return `${dialect} ${text}`;
}

/** What is known around a query; by default its names are of the configuration's vocabulary. */
type QueryContext = Pick<AnalysisContext, "catalog" | "config"> & Partial<Pick<Analysis, "vocabulary">>;

/** The same for one query that stands alone. `parsedBefore`: its tree, where only the context has changed. */
export function analyseQuery(
	text: string,
	dialect: Dialect = dialectOf("redcloak"),
	{ catalog, config, vocabulary = vocabularyFor(config, null) }: QueryContext = noContext,
	parsedBefore?: AnalysedQuery,
): AnalysedQuery {
	const tree = parsedBefore?.tree ?? parseQuery(text, dialect);
	const expr = parsedBefore?.expr ?? bind(tree);
	return { tree, expr, vocabulary, problems: lintQuery(tree, expr, fieldsOf(catalog, vocabulary), config.rules) };
}

function withoutIgnored(problems: readonly Problem[], ignored: ReadonlySet<string>): readonly Problem[] {
	return ignored.size === 0 ? problems : problems.filter(({ rule }) => !ignored.has(rule));
}

/**
 * A span of a query's text as one of its document: from the first to the last character of it that stands there; where none
 * does, between what stands before and behind it.
 */
export function placeSpan(query: HuntQuery, span: Span): Span {
	const places = placesOf(query, span);
	const [first, last] = [places[0], places.at(-1)];
	if (first && last) return [first[0], last[1]];
	const before = query.segments.findLast(({ span: [from, to], at }) => at + to - from <= span[0]);
	const behind = query.segments.find(({ at }) => span[1] <= at);
	const start = before?.span[1] ?? query.span[0];
	return [start, Math.max(start, behind?.span[0] ?? query.span[1])];
}

/** The stretches of the document that hold the span's characters, in order; those that touch are one. */
export function placesOf({ segments }: HuntQuery, [start, end]: Span): readonly Span[] {
	const places: Span[] = [];
	for (const { span, at } of segments) {
		const [from, to] = [Math.max(start, at), Math.min(end, at + span[1] - span[0])];
		if (to < from || (to === from && (start < end || places.length > 0))) continue;
		const place: Span = [span[0] + from - at, span[0] + to - at];
		const last = places.at(-1);
		if (last && last[1] === place[0]) places[places.length - 1] = [last[0], place[1]];
		else places.push(place);
	}
	return places;
}

/** A span of the document as one of the query's text; `null` where something else stands in it. */
export function spanInQuery({ segments }: HuntQuery, [start, end]: Span): Span | null {
	const segment = segments.find(({ span }) => span[0] <= start && end <= span[1]);
	return segment ? shift([start, end], segment.at - segment.span[0]) : null;
}

/** The query at an offset of the document, its ends included, and that offset in the query's own text. */
export function queryAt(
	analysis: Analysis,
	offset: number,
): { readonly placed: PlacedQuery; readonly at: number } | null {
	for (const placed of analysis.queries) {
		const { span, segments } = placed.query;
		if (offset < span[0] || span[1] < offset) continue;
		for (const { span, at } of segments)
			if (span[0] <= offset && offset <= span[1]) return { placed, at: at + offset - span[0] };
	}
	return null;
}

/** Its fixes are those that touch nothing but the query; where the likeliest is none of them, the others are guesses. */
function placeProblem(query: HuntQuery, problem: Problem): Problem {
	const span = placeSpan(query, problem.span);
	if (!problem.fix) return { ...problem, span };
	const { fix: likeliest, fixes: _, ...said } = problem;
	const isPlaced = placeFix(query, likeliest) !== null;
	const placed = fixesOf(problem).flatMap((each) => placeFix(query, isPlaced ? each : { ...each, alone: true }) ?? []);
	const [fix] = placed;
	return { ...said, span, ...(fix && { fix }), ...(placed.length > 1 && { fixes: placed }) };
}

/** `null` where an edit would reach over what stands between the stretches of the query: marks of quotes or of a table. */
function placeFix(query: HuntQuery, fix: Fix): Fix | null {
	const edits = fix.edits.flatMap(({ span, text }) => {
		const [place, another] = placesOf(query, span);
		const isInside = place && !another && place[1] - place[0] === span[1] - span[0];
		return isInside && mayReplace(query, span, text) ? [{ span: place, text }] : [];
	});
	return edits.length === fix.edits.length ? { ...fix, edits } : null;
}

/** A cell of a table says only plain text as a query does; in a quote each line has its mark. */
function mayReplace({ form, text, segments }: HuntQuery, span: Span, put: string): boolean {
	if (form === "table") return /^[\w.@-]*$/.test(put);
	return segments.length === 1 || !/[\r\n]/.test(text.slice(...span) + put);
}
