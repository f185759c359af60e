// A hunt that does not say what it supposes.
import { defineRule } from "../defineRule.ts";
import { startOf } from "../startOf.ts";

export default defineRule({
	id: "missing-hypothesis",
	severity: "warning",
	docs: "A hunt tests a supposition: what somebody would do, and what that would leave behind. Without it nobody can judge whether the queries look for the right thing, or whether finding nothing means anything. Say it under a heading such as `## Hypothesis`, or as `hypothesis` in the front matter.",
	bad: ["# Jobs of BITS\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n"],
	good: [
		"# Jobs of BITS\n\n## Hypothesis\nMalware downloads with BITS, because its traffic looks like updates.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, report }) {
		if (!hunt.hypothesis)
			report(startOf(hunt), "This hunt has no hypothesis: say what it supposes under a heading `Hypothesis`.");
	},
});
