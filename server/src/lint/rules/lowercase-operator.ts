// `and` where `AND` is meant.
import type { Span } from "../../base/span.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "lowercase-operator",
	severity: "warning",
	fix: "changes meaning",
	explains: ["words-after-value", "duplicate-clause"],
	docs: "Hunters write `and`, `or` and `not` as often as capitals, and in Red Cloak, Kibana and Carbon Black both are operators. In Lucene the same word in lower case is searched for as text: `a:1 and b:2` also asks for the word *and*. Capitals mean the same everywhere.",
	bad: ["a:1 and b:2", "not a:1 and b:2", { dialect: "lucene", query: "a:1 and b:2" }],
	good: ["a:1 AND b:2", "NOT a:1 AND b:2", { dialect: "lucene", query: "a:1 AND b:2" }],
	checkFaults(faults, { text, tree, report }) {
		const isWord = tree.dialect.name === "lucene";
		for (const { span } of faults) {
			const word = text.slice(...span);
			const upper = word.toUpperCase();
			report(
				span,
				isWord
					? `In Lucene \`${word}\` is no operator: it is searched for as a word. The operator is ${upper}.`
					: `\`${word}\` is read as the operator ${upper}; other tools would search for the word.`,
				isWord && !mayBeOperator(upper, text, span)
					? undefined
					: replace(isWord ? `Make it the operator ${upper}` : `Write ${upper}`, span, upper),
			);
		}
	},
});

/** Whether clauses stand where the operator needs them. Lucene also refuses a second sign before a clause. */
function mayBeOperator(operator: string, text: string, [start, end]: Span): boolean {
	const before = text.slice(Math.max(start - longest, 0), start).trimEnd();
	const after = text.slice(end, end + longest).trimStart();
	if (after === "" || /^(?:\)|(?:AND|OR)\b|&&|\|\|)/i.test(after)) return false;
	if (operator === "NOT") return !sign.test(after) && !signBefore.test(before);
	return before !== "" && !/(?:\(|\b(?:AND|OR|NOT)|&&|\|\||[-+!])$/i.test(before);
}

/** White space and a sign. */
const longest = 20;
const sign = /^(?:[-+!\u2010-\u2015\u2212]\S|NOT\b)/i;
const signBefore = /(?:[-+!\u2010-\u2015\u2212]|\bNOT)$/i;
