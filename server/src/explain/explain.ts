// A query in plain words: a short nested list that a newcomer understands.
import { holds, type Span } from "../base/span.ts";
import type { Expr, MatchExpr } from "../meaning/expr.ts";
import { ranking } from "../model/occurrences.ts";
import type { QueryTree } from "../syntax/tree.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { shown } from "./code.ts";
import { type Explanation, fullRoom, listed, type Room } from "./explanation.ts";
import { type Quantity, sentenceKey, sentenceOf } from "./sentence.ts";

/** A query as it is written and what it says. */
export interface ReadQuery {
	readonly tree: QueryTree;
	readonly expr: Expr;
	/** Of which its names are. */
	readonly vocabulary: Vocabulary;
}

/** Which events the query asks for. */
export function explain(query: ReadQuery): Explanation {
	const { tree, expr } = query;
	return tree.root ? eventsWhere(expr, [0, tree.text.length], query) : line("The query is empty.");
}

/** The same for the part of it that stands in the span. `null`: nothing there decides about events. */
export function explainPart(query: ReadQuery, span: Span): Explanation | null {
	const part = partIn(query.expr, span);
	return part && eventsWhere(part, span, query);
}

function eventsWhere(part: Expr, span: Span, query: ReadQuery): Explanation {
	const { tree } = query;
	const { text, items } = wordsOf(part, false, { ...query, room: fullRoom() });
	const preferred = onlyRanking(query).filter(([start, end]) => span[0] <= start && end <= span[1]);
	return {
		text: part.kind === "all" || part.kind === "none" ? `${capital(text)}.` : `Events where ${text}`,
		items: [
			...items,
			...listed(preferred, fullRoom(), ([start, end]) =>
				line(`and preferably ${shown(tree.text.slice(start, end))}, which changes no hit`),
			),
		],
	};
}

/** The outermost part of what the query says that stands in the span. */
function partIn(expr: Expr, span: Span): Expr | null {
	if (holds(span, expr.span)) return expr;
	for (const child of partsOf(expr)) {
		const apart = child.span[1] <= span[0] || span[1] <= child.span[0];
		const found = apart ? null : partIn(child, span);
		if (found) return found;
	}
	return null;
}

/** Lucene's optional clauses beside required ones, outermost only, in text order: they rank the hits and choose none. */
export function onlyRanking({ tree, expr }: ReadQuery): readonly Span[] {
	const clauses = [...ranking(tree, expr).values()].flat();
	return clauses.map(({ span }) => span).sort((a, b) => a[0] - b[0]);
}

interface Context extends ReadQuery {
	readonly room: Room;
}

function wordsOf(expr: Expr, negated: boolean, context: Context): Explanation {
	switch (expr.kind) {
		case "not":
			return wordsOf(expr.child, !negated, context);
		case "match":
			return line(sentenceOf([expr], negated ? "none" : "all", context.vocabulary));
		case "all":
			return line(negated ? nothing : everything);
		case "none":
			return line(negated ? everything : `${nothing}: ${whyNothing(expr, context)}`);
		case "and":
		case "or":
			return junctionWords(expr.kind, expr, negated, context);
	}
}

const everything = "every event, whatever is in it";
const nothing = "no event";

/** Why a part that says something matches nothing. */
function whyNothing(none: Expr, { tree, expr }: ReadQuery): string {
	const start = tree.text.slice(none.span[0], none.span[0] + 4);
	if (tree.dialect.name === "lucene" && /^(?:[-!]|NOT\b)/.test(start))
		return "in Lucene a group that only forbids matches nothing";
	return none === expr ? "no clause of it is complete" : "it lies too deep in brackets to be read";
}

function junctionWords(kind: "and" | "or", expr: Expr, negated: boolean, context: Context): Explanation {
	const clusters = clustersOf(partsInRow(kind, expr), kind, context.vocabulary);
	const [only] = clusters;
	if (only && clusters.length === 1) {
		if (!("quantity" in only)) return wordsOf(only, negated, context);
		return line(sentenceOf(only.matches, negated ? opposite[only.quantity] : only.quantity, context.vocabulary));
	}
	return {
		text: headings[kind][negated ? 1 : 0],
		items: listed(clusters, context.room, (cluster) =>
			"quantity" in cluster
				? line(sentenceOf(cluster.matches, cluster.quantity, context.vocabulary))
				: wordsOf(cluster, false, context),
		),
	};
}

const headings = {
	and: ["all of this holds:", "not all of this holds:"],
	or: ["at least one of this holds:", "none of this holds:"],
} as const;

const opposite: Readonly<Record<Quantity, Quantity>> = { all: "not all", any: "none", none: "any", "not all": "all" };

/** Clauses that one sentence says. */
interface Cluster {
	readonly matches: MatchExpr[];
	readonly quantity: Quantity;
}

/** The parts in order, those that one sentence can say joined where the first of them stands. */
function clustersOf(parts: readonly Expr[], kind: "and" | "or", vocabulary: Vocabulary): readonly (Cluster | Expr)[] {
	const clusters: (Cluster | Expr)[] = [];
	const byKey = new Map<string, Cluster>();
	for (const part of parts) {
		const isNegated = part.kind === "not";
		const match = isNegated ? part.child : part;
		if (match.kind !== "match") {
			clusters.push(part);
			continue;
		}
		const quantity = kind === "and" ? (isNegated ? "none" : "all") : isNegated ? "not all" : "any";
		const written = sentenceKey(match, quantity, vocabulary);
		const key = `${quantity} ${written}`;
		const cluster = written === null ? undefined : byKey.get(key);
		if (cluster) {
			cluster.matches.push(match);
			continue;
		}
		const started: Cluster = { matches: [match], quantity };
		clusters.push(started);
		byKey.set(key, started);
	}
	return clusters;
}

/** What is joined by `kind`, brackets in brackets and double negations opened. */
function partsInRow(kind: "and" | "or", expr: Expr): readonly Expr[] {
	const parts: Expr[] = [];
	const waiting: Expr[] = [expr];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if (next.kind === kind) for (const child of [...next.children].reverse()) waiting.push(child);
		else if (next.kind === "not" && next.child.kind === "not") waiting.push(next.child.child);
		else parts.push(next);
	}
	return parts;
}

function partsOf(expr: Expr): readonly Expr[] {
	return "children" in expr ? expr.children : "child" in expr ? [expr.child] : [];
}

function line(text: string): Explanation {
	return { text, items: [] };
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
