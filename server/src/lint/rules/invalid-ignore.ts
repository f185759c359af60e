// An instruction to leave problems out that does not hold.
import { nearestNames } from "../../taxonomies/lookup.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "invalid-ignore",
	severity: "warning",
	docs: "`<!-- huntmark-ignore only-negative: the index holds nothing else -->` before a query leaves the problems of that rule out of the query; before a heading, out of its section, up to the next heading of the same level or above. It holds only with a rule's id, a colon and a reason, so that whoever reads the hunt later can judge it. Without one of them, or before anything else, nothing is left out.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n<!-- huntmark-ignore only-negativ: the index holds nothing else -->\n`NOT user:root`\n\n## References\nhttps://example.com/a\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n<!-- huntmark-ignore only-negative -->\n`user:root`\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n<!-- huntmark-ignore only-negative: the index holds nothing else -->\n`NOT user:root`\n\n## References\nhttps://example.com/a\n",
	],
	checkDocument({ ignores, ruleIds, report }) {
		for (const { rule, reason, scope, span } of ignores) {
			if (rule.text === "") {
				report(span, "This names no rule, so it leaves nothing out: write `huntmark-ignore rule-id: reason`.");
			} else if (!ruleIds.includes(rule.text)) {
				const [near] = nearestNames(rule.text, ruleIds, 1);
				report(
					rule.span,
					`There is no rule \`${rule.text}\`, so this leaves nothing out.${near ? ` Did you mean \`${near}\`?` : ""}`,
					near === undefined ? undefined : replace(`Change to ${near}`, rule.span, near),
				);
			} else if (!reason) {
				report(span, `Without a reason this leaves nothing out: write \`huntmark-ignore ${rule.text}: reason\`.`);
			} else if (!scope) {
				report(
					span,
					"This stands before neither a query nor a heading, so it leaves nothing out: put it right before one.",
				);
			}
		}
	},
});
