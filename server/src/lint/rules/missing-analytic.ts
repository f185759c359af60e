// A hunt that does not say how it looks.
import { defineRule } from "../defineRule.ts";
import { startOf } from "../startOf.ts";

export default defineRule({
	id: "missing-analytic",
	severity: "warning",
	docs: "A hypothesis is tested by looking at events. A hunt without an analytic leaves that to each reader, who will look for something else. Put the queries under headings such as `## Analytic 1 - What it looks for`.",
	bad: ["# Jobs of BITS\n\n## Hypothesis\nMalware downloads with BITS.\n\n## References\nhttps://example.com/bits\n"],
	good: [
		"# Jobs of BITS\n\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, report }) {
		if (hunt.analytics.length === 0)
			report(startOf(hunt), "This hunt has no analytic: put its queries under a heading such as `Analytic 1 - Title`.");
	},
});
