// A heading without anything below it.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "empty-section",
	severity: "hint",
	docs: "A heading with nothing below it looks like an answer and is none. Write the section or leave it out. (An analytic without a query has a rule of its own.)",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## Findings\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## Findings\nNothing yet.\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt: { sections }, report }) {
		for (const [index, { kind, body, level, heading }] of sections.entries()) {
			const next = sections[index + 1];
			const holdsOthers = next !== undefined && next.level > level;
			if (body || holdsOthers || kind === "analytic") continue;
			report(heading.span, `There is nothing under “${heading.text}”: write it or leave the heading out.`);
		}
	},
});
