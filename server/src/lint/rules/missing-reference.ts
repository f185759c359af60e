// A hunt that does not say where its knowledge comes from.
import { defineRule } from "../defineRule.ts";
import { startOf } from "../startOf.ts";

export default defineRule({
	id: "missing-reference",
	severity: "hint",
	docs: "Whoever runs the hunt next year wants to know where it comes from: a report, a technique's page, a tool's documentation. List the addresses under `## References`.",
	bad: ["## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n"],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nRed Canary, Threat Detection Report.\n",
	],
	checkDocument({ hunt, report }) {
		const isThere = hunt.references.length > 0 || hunt.sections.some(({ kind, body }) => kind === "references" && body);
		if (!isThere) report(startOf(hunt), "This hunt has no references: say where it comes from under `References`.");
	},
});
