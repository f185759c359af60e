// `a:1 AND -a:1`: a part that nothing or everything matches.
import type { Expr, MatchExpr } from "../../meaning/expr.ts";
import { defineRule } from "../defineRule.ts";
import { subsumes } from "../subsumes.ts";

/** Pairs of clauses that are compared; a list of indicators with exclusions has fewer. */
const mostCompared = 4096;

export default defineRule({
	id: "contradiction",
	severity: "error",
	docs: "What must match and must not match at once is never found: `a:1 AND -a:1`. Likewise `a:1 OR -a:1` is always true. It counts too where one clause finds all that the other finds, as `a:x*` does for `a:x`.",
	bad: ["a:1 AND -a:1", "a:1 OR NOT a:1", "a:x AND b:2 AND -a:(x* OR y)", { dialect: "lucene", query: "+a:1 -a:1" }],
	good: ["a:1 AND -a:2", "a:x* AND -a:x", "(a:1 AND b:2) OR (a:2 AND -b:2)"],
	check({ text, expr, leaves, report }) {
		if (leaves.length < 2 || !leaves.some(({ negated }) => negated)) return;
		forEachJunction(expr, (junction) => {
			const { required, forbidden } = sidesOf(junction, junction.kind);
			if (required.length * forbidden.length > mostCompared) return;
			for (const negative of forbidden) {
				// In an `or` it is the negated one that must be the wider: whatever it leaves, the other finds.
				const positive = required.find((each) =>
					junction.kind === "and" ? subsumes(negative, each) : subsumes(each, negative),
				);
				if (!positive) continue;
				const [found, left] = [positive, negative].map(({ span }) => `\`${text.slice(...span)}\``);
				report(
					negative.span,
					junction.kind === "and"
						? `Nothing can match: ${found} is asked for, and ${left} leaves it out.`
						: `Everything matches: what ${left} does not leave out, ${found} finds.`,
				);
				return;
			}
		});
	},
});

type Joined = Extract<Expr, { readonly children: readonly Expr[] }>;

function forEachJunction(expr: Expr, visit: (junction: Joined) => void): void {
	if (expr.kind === "not") return forEachJunction(expr.child, visit);
	if (expr.kind !== "and" && expr.kind !== "or") return;
	visit(expr);
	for (const child of expr.children) forEachJunction(child, visit);
}

interface Sides {
	readonly required: readonly MatchExpr[];
	readonly forbidden: readonly MatchExpr[];
}

const neither: Sides = { required: [], forbidden: [] };

/** The clauses joined by `kind`, those that are negated apart: `NOT (a OR b)` is `NOT a AND NOT b`. */
function sidesOf(expr: Expr, kind: Joined["kind"]): Sides {
	if (expr.kind === "match") return { required: [expr], forbidden: [] };
	if (expr.kind === "not") {
		const { required, forbidden } = sidesOf(expr.child, kind === "and" ? "or" : "and");
		return { required: forbidden, forbidden: required };
	}
	if (expr.kind !== kind) return neither;
	const sides = expr.children.map((child) => sidesOf(child, kind));
	return { required: sides.flatMap((side) => side.required), forbidden: sides.flatMap((side) => side.forbidden) };
}
