// A query that only says what it does not want.
import type { Expr } from "../../meaning/expr.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "only-negative",
	severity: "warning",
	docs: "`-a:1` matches every event that has no such value: nearly the whole of the data. Say what the events have in common first, then what to leave out.",
	bad: ["-a:1", "NOT a:1 AND -b:2"],
	good: ["c:3 AND -a:1"],
	check({ tree, expr, report }) {
		if (tree.faults.some(({ rule }) => rule === "missing-operand") || !isNegative(expr)) return;
		report(
			expr.span,
			"This matches everything except what it names, also events that lack the field. Add a clause that says what to look for.",
		);
	},
});

function isNegative(expr: Expr): boolean {
	if (expr.kind === "not") return !isNegative(expr.child);
	return (expr.kind === "and" || expr.kind === "or") && expr.children.every(isNegative);
}
