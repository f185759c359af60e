// An operator or a field without what belongs to it.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "missing-operand",
	severity: "error",
	explains: ["wrong-operator"],
	docs: "An operator joins two clauses, and a field needs a value. Something was left out, so the query cannot mean what was meant, and it is not run.",
	bad: ["a:1 AND", "OR b:2", "a:", "NOT"],
	good: ["a:1 AND b:2"],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const written = text.slice(...span);
			const what = /[:=<>]/.test(written) ? `\`${written}\` has no value.` : `\`${written}\` lacks a clause beside it.`;
			report(span, `${what} The rest is read as if it were not there; the query is not run.`);
		}
	},
});
