// Two clauses side by side.
import type { Span } from "../../base/span.ts";
import { defineRule, replace } from "../defineRule.ts";
import { forEachGap } from "../gaps.ts";

export default defineRule({
	id: "implicit-operator",
	severity: "warning",
	fix: "changes meaning",
	docs: "Between two clauses without an operator this dialect reads AND; Lucene and Kibana read OR. Write the operator, and the query means the same to every reader and every tool.",
	bad: ["a:1 b:2", "a:(x y)"],
	good: ["a:1 AND b:2", "a:(x OR y)"],
	check({ tree, report }) {
		forEachGap(tree, ({ before, after, inList, words }) => {
			if (words) return;
			const gap: Span = [before.span[1], after.span[0]];
			const operator = inList ? "OR" : "AND";
			const other = inList ? "; a list of values usually means OR" : "";
			report(
				[before.span[0], after.span[1]],
				`Nothing stands between these two, so both must match (AND)${other}.`,
				replace(`Insert ${operator}`, gap, ` ${operator} `),
			);
		});
	},
});
