// `and` where `AND` is meant.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "lowercase-operator",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Hunters write `and`, `or` and `not` as often as capitals, and here both are operators. Elsewhere the same word in lower case is searched for as text: in Lucene `a:1 and b:2` also asks for the word *and*. Capitals mean the same everywhere.",
	bad: ["a:1 and b:2", "not a:1 and b:2"],
	good: ["a:1 AND b:2", "NOT a:1 AND b:2"],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const word = text.slice(...span);
			const upper = word.toUpperCase();
			report(
				span,
				`\`${word}\` is read as the operator ${upper}; other tools would search for the word.`,
				replace(`Write ${upper}`, span, upper),
			);
		}
	},
});
