// A query that only says what it does not want.
import type { Expr } from "../../meaning/expr.ts";
import { defineRule } from "../defineRule.ts";
import { negatedFlags } from "../reading/flags.ts";
import { isNegative } from "../reading/negative.ts";
import { indexFrom } from "../reading/within.ts";

export default defineRule({
	id: "only-negative",
	severity: "warning",
	docs: "`-a:1` matches every event that has no such value: nearly the whole of the data. Say what the events have in common first, then what to leave out. In Lucene such a query, or such brackets in one, find nothing at all; `(*:* -a:1)` is everything but.",
	bad: [
		"-a:1",
		"NOT a:1 AND -b:2",
		{ dialect: "lucene", query: "-a:1" },
		{ dialect: "lucene", query: "b:2 AND (-a:1)" },
	],
	good: [
		"c:3 AND -a:1",
		"c:3 AND -a:1",
		{ dialect: "lucene", query: "*:* -a:1" },
		{ dialect: "lucene", query: "b:2 AND (*:* -a:1)" },
	],
	check(context) {
		const { tree, expr, leaves, report } = context;
		if (!leaves.some(({ negated }) => negated)) return;
		if (tree.faults.some(({ rule }) => rule === "missing-operand")) return;
		const flags = negatedFlags(context).map(({ node }) => node);
		if (tree.dialect.name === "lucene" && !tree.dialect.es)
			for (const { span } of nothings(expr)) {
				if ((flags[indexFrom(flags, span[0])]?.span[0] ?? Number.POSITIVE_INFINITY) < span[1]) continue;
				report(
					span,
					"Lucene finds nothing here: what is left out must be left out of something. Add a clause that says what to look for, or `*:*`.",
				);
			}
		else if (isNegative(expr, new Set(flags.map(({ span }) => span[0]))))
			report(
				expr.span,
				"This matches everything except what it names, also events that lack the field. Add a clause that says what to look for.",
			);
	},
});

/** The parts that find nothing, outermost only. */
function nothings(expr: Expr): readonly Expr[] {
	if (expr.kind === "none") return [expr];
	if (expr.kind === "not") return nothings(expr.child);
	return "children" in expr ? expr.children.flatMap(nothings) : [];
}
