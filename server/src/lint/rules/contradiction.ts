// `a:1 AND -a:1`: a part that nothing or everything matches.
import type { Expr, MatchExpr } from "../../meaning/expr.ts";
import { defineRule } from "../defineRule.ts";
import { keyOf, subsumes } from "../reading/subsumes.ts";

/** Pairs of clauses of which one may include the other; a list of indicators with exclusions has fewer. */
const mostCompared = 4096;

export default defineRule({
	id: "contradiction",
	severity: "error",
	docs: "What must match and must not match at once is never found: `a:1 AND -a:1`. Likewise `a:1 OR -a:1` is always true. It counts too where one clause finds all that the other finds, as `a:x*` does for `a:x`, though not among thousands of clauses: there only those are found that say the same.",
	bad: [
		"a:1 AND -a:1",
		"a:1 OR NOT a:1",
		"a:x AND b:2 AND -a:(x* OR y)",
		"a:(x OR y) AND -a:(x OR y)",
		{ dialect: "lucene", query: "+a:1 -a:1" },
	],
	good: ["a:1 AND -a:2", "a:x* AND -a:x", "(a:1 AND b:2) OR (a:2 AND -b:2)", "a:(x OR y) AND -a:x"],
	check({ text, expr, leaves, report }) {
		if (leaves.length < 2 || !leaves.some(({ negated }) => negated)) return;
		/** Where one is reported: a junction in another of its kind is looked at with that one too. */
		const found = new Set<number>();
		forEachJunction(expr, (junction) => {
			const sides = sidesOf(junction, junction.kind);
			const pair = exclusion(sides, junction.kind);
			const group = pair ? null : wholeExclusion(sides);
			const place = (pair?.[1] ?? group)?.span;
			if (!place || found.has(place[0])) return;
			found.add(place[0]);
			if (pair) report(place, wordsOf(junction.kind, text.slice(...pair[0].span), text.slice(...place)));
			else report(place, wordsOfGroup(junction.kind, text.slice(...place)));
		});
	},
});

function wordsOf(kind: Joined["kind"], found: string, left: string): string {
	return kind === "and"
		? `Nothing can match: \`${found}\` is asked for, and \`${left}\` leaves it out.`
		: `Everything matches: what \`${left}\` does not leave out, \`${found}\` finds.`;
}

function wordsOfGroup(kind: Joined["kind"], group: string): string {
	return kind === "and"
		? `Nothing can match: \`${group}\` and the clauses beside it exclude each other.`
		: `Everything matches: what \`${group}\` does not find, the clauses beside it find.`;
}

type Joined = Extract<Expr, { readonly children: readonly Expr[] }>;

function forEachJunction(expr: Expr, visit: (junction: Joined) => void): void {
	if (expr.kind === "not") return forEachJunction(expr.child, visit);
	if (expr.kind !== "and" && expr.kind !== "or") return;
	visit(expr);
	for (const child of expr.children) forEachJunction(child, visit);
}

interface Sides {
	readonly required: MatchExpr[];
	readonly forbidden: MatchExpr[];
	/** What is joined the other way, with whether it is negated. */
	readonly groups: { readonly group: Joined; readonly negated: boolean }[];
}

/** The clauses joined by `kind`, those that are negated apart: `NOT (a OR b)` is `NOT a AND NOT b`. */
function sidesOf(junction: Joined, kind: Joined["kind"]): Sides {
	const sides: Sides = { required: [], forbidden: [], groups: [] };
	collect(junction, kind, false, sides);
	return sides;
}

function collect(expr: Expr, kind: Joined["kind"], negated: boolean, sides: Sides): void {
	if (expr.kind === "match") (negated ? sides.forbidden : sides.required).push(expr);
	else if (expr.kind === "not") collect(expr.child, kind, !negated, sides);
	else if (expr.kind !== "and" && expr.kind !== "or") return;
	else if ((expr.kind === kind) === negated) sides.groups.push({ group: expr, negated });
	else for (const child of expr.children) collect(child, kind, negated, sides);
}

/** A clause that is required, and one that leaves it out. */
function exclusion({ required, forbidden }: Sides, kind: Joined["kind"]): readonly [MatchExpr, MatchExpr] | null {
	if (required.length === 0 || forbidden.length === 0) return null;
	const known = new Map(required.map((each) => [keyOf(each), each]));
	for (const negative of forbidden) {
		const positive = known.get(keyOf(negative));
		if (positive) return [positive, negative];
	}
	if (required.length * forbidden.length > mostCompared) return null;
	for (const negative of forbidden) {
		// In an `or` it is the negated one that must be the wider: whatever it leaves, the other finds.
		const positive = required.find((each) => (kind === "and" ? subsumes(negative, each) : subsumes(each, negative)));
		if (positive) return [positive, negative];
	}
	return null;
}

/** A group of which all clauses are excluded, each by one beside it: `(a OR b) AND NOT a AND NOT b`. */
function wholeExclusion({ required, forbidden, groups }: Sides): Joined | null {
	if (groups.length === 0) return null;
	const keys = { required: new Set(required.map(keyOf)), forbidden: new Set(forbidden.map(keyOf)) };
	const isExcluded = (expr: Expr, negated: boolean): boolean => {
		if (expr.kind === "not") return isExcluded(expr.child, !negated);
		return expr.kind === "match" && (negated ? keys.required : keys.forbidden).has(keyOf(expr));
	};
	return (
		groups.find(({ group, negated }) => group.children.every((child) => isExcluded(child, negated)))?.group ?? null
	);
}
