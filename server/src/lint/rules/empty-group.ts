// Brackets with nothing in them.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "empty-group",
	severity: "error",
	docs: "`()` says nothing, so it cannot be known what should match.",
	bad: ["a:1 AND ()"],
	good: ["a:1"],
	checkFaults(faults, { report }) {
		for (const { span } of faults) report(span, "These brackets are empty. Put clauses in them or remove them.");
	},
});
