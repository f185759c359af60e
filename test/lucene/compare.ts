// Whether two queries match the same events, whatever their values mean: each value is a variable, and both are worked out
// for values of all variables.
import type { Expr, Value } from "../../server/src/meaning/expr.ts";
import type { Random } from "../../tools/telemetry/random.ts";
import type { LuceneLeaf, LuceneQuery } from "./judge.ts";

/** A query reduced to its logic. */
export type Formula =
	| { readonly kind: "and" | "or"; readonly children: readonly Formula[] }
	| { readonly kind: "not"; readonly child: Formula }
	| { readonly kind: "leaf"; readonly name: string };

/** More variables than these are not tried in all combinations. */
const most = 10;
const samples = 300;

/** Whether both are true together: tried exhaustively up to ten values, beyond them by chance. */
export function agree(a: Formula, b: Formula, random: Random): boolean {
	const names = [...new Set([...namesOf(a), ...namesOf(b)])];
	const exhaustive = names.length <= most;
	for (let trial = 0; trial < (exhaustive ? 2 ** names.length : samples); trial++) {
		const share = random.pick([0.1, 0.5, 0.9]);
		const isTrue = (_: string, index: number) => (exhaustive ? (trial >> index) & 1 : random.chance(share));
		const truths = new Set(names.filter(isTrue));
		if (holds(a, truths) !== holds(b, truths)) return false;
	}
	return true;
}

function holds(formula: Formula, truths: ReadonlySet<string>): boolean {
	switch (formula.kind) {
		case "and":
			return formula.children.every((child) => holds(child, truths));
		case "or":
			return formula.children.some((child) => holds(child, truths));
		case "not":
			return !holds(formula.child, truths);
		case "leaf":
			return truths.has(formula.name);
	}
}

function namesOf(formula: Formula): readonly string[] {
	if (formula.kind === "leaf") return [formula.name];
	return (formula.kind === "not" ? [formula.child] : formula.children).flatMap(namesOf);
}

const all: Formula = { kind: "and", children: [] };
const none: Formula = { kind: "or", children: [] };

/** What our tree says. */
export function ofExpr(expr: Expr): Formula {
	switch (expr.kind) {
		case "and":
		case "or":
			return { kind: expr.kind, children: expr.children.map(ofExpr) };
		case "not":
			return { kind: "not", child: ofExpr(expr.child) };
		case "all":
			return all;
		case "none":
			return none;
		case "match":
			return { kind: "leaf", name: named(expr.field ?? "", ...ourValue(expr.value)) };
	}
}

/**
 * What Lucene's tree matches: what is required, else anything optional, and nothing forbidden. `elasticsearch`: terms that
 * Elasticsearch and OpenSearch read as more than that are what they read (`_exists_:f`, `f:>5`).
 */
export function ofLucene(query: LuceneQuery, elasticsearch: boolean): Formula {
	if (query.kind === "all") return all;
	// Without a field, `*` is to us whatever is there.
	if (query.kind === "leaf" && query.type === "wildcard" && query.field === "" && query.text === "*") return all;
	if (query.kind === "leaf") return { kind: "leaf", name: (elasticsearch && extended(query)) || nameOf(query) };
	const occurring = (occur: string) =>
		query.clauses.filter((clause) => clause.occur === occur).map((clause) => ofLucene(clause.query, elasticsearch));
	const required = occurring("MUST");
	const forbidden = occurring("MUST_NOT").map((child): Formula => ({ kind: "not", child }));
	const positive = required.length > 0 ? required : [{ kind: "or" as const, children: occurring("SHOULD") }];
	return { kind: "and", children: [...positive, ...forbidden] };
}

/** What is looked for, in words that both sides share. */
type Kind = readonly [kind: string, ...details: unknown[]];

/** A value's name: the same on both sides where they look for the same. */
function named(field: string, ...kind: Kind): string {
	return JSON.stringify([field, ...kind]);
}

function ourValue(value: Value): Kind {
	switch (value.kind) {
		case "exists":
			return ["exists"];
		case "range":
			return rangeOf(value);
		case "cidr":
			// Lucene's parser leaves it to the type of the field whether a term is a network.
			return ["term", value.text];
		case "term":
			if (value.fuzziness !== undefined) return ["fuzzy", value.text, editsOf(value.fuzziness, value.text)];
			return ["term", value.text, ...(value.whole ? ["whole"] : [])];
		case "phrase":
			return ["phrase", value.text, value.slop ?? 0];
		default:
			return [value.kind, value.text];
	}
}

function nameOf(leaf: LuceneLeaf): string {
	return named(leaf.field, ...luceneValue(leaf));
}

/** The name of a term that is more than one to Elasticsearch. */
function extended(leaf: LuceneLeaf): string | null {
	if (leaf.type === "range" || leaf.field === "") return null;
	const [kind, text] = luceneValue(leaf);
	if (leaf.field === "_exists_" && kind !== "exists") return named(String(text), "exists");
	if (kind !== "term") return null;
	const [, sign, equals, end = ""] = /^([<>])(=?)(.+)$/s.exec(leaf.text) ?? [];
	if (!sign) return null;
	const inclusive = equals === "=";
	const [from, to] = sign === ">" ? [end, null] : [null, end];
	return named(leaf.field, ...rangeOf({ from, to, includeFrom: inclusive, includeTo: inclusive }));
}

function luceneValue(leaf: LuceneLeaf): Kind {
	switch (leaf.type) {
		case "range":
			return rangeOf(leaf);
		case "wildcard":
			if (leaf.text === "*") return ["exists"];
			// It still holds its escapes: those of plain characters say nothing.
			return [
				"wildcard",
				leaf.text.replace(/\\(.)/gsu, (whole, character) => (/[\\*?]/.test(character) ? whole : character)),
			];
		case "prefix":
			return ["wildcard", `${leaf.text.replace(/[\\*?]/g, "\\$&")}*`];
		case "regex":
			return ["regex", leaf.text.replaceAll("\\/", "/")];
		case "fuzzy":
		case "phrase":
			return [leaf.type, leaf.text, leaf.distance];
		case "term":
			return ["term", leaf.text];
	}
}

/** An open end is neither in nor out. */
function rangeOf({ from, to, includeFrom, includeTo }: Omit<Extract<Value, { kind: "range" }>, "kind">): Kind {
	return ["range", from, to, from !== null && includeFrom, to !== null && includeTo];
}

/** Lucene allows two edits at most; a fraction is the share of the text that stays. */
function editsOf(fuzziness: number, text: string): number {
	return Math.min(2, fuzziness >= 1 || fuzziness === 0 ? fuzziness : Math.trunc((1 - fuzziness) * [...text].length));
}
