// An analytic that asks nothing.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "empty-analytic",
	severity: "warning",
	docs: "An analytic is run and tested by its queries. One without any cannot be run, whatever its text says; perhaps its query is not read as one: [what counts as a query](../query-language.md#what-counts-as-a-query).",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Downloads\nLook at them.\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Downloads\nLook at them.\n\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt: { analytics, sections }, report }) {
		for (const { queries, span, title } of analytics) {
			if (queries.length > 0) continue;
			const heading = sections.find((section) => section.span[0] === span[0])?.heading;
			report(heading?.span ?? title?.span ?? span, "This analytic has no query, so it cannot be run.");
		}
	},
});
