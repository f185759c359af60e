// An analytic that asks nothing.
import { headingOf } from "../../document/analytics.ts";
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
	checkDocument({ hunt, report }) {
		for (const { queries, span, title } of hunt.analytics) {
			if (queries.length > 0) continue;
			report(
				headingOf(hunt, { span })?.span ?? title?.span ?? span,
				"This analytic has no query, so it cannot be run.",
			);
		}
	},
});
