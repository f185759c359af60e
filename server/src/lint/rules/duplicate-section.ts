// A section that is there already.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "duplicate-section",
	severity: "warning",
	docs: "Two sections of the same name are read by people as one and by tools as the first: of two hypotheses, only the first is shown. Join them, or give one another name.",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## Hypothesis\nOr with certutil.\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS, or with certutil.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt: { sections }, report }) {
		const first = new Map<string, (typeof sections)[number]>();
		for (const section of sections) {
			const { kind, heading } = section;
			if (kind === "other" || kind === "analytic") continue;
			const key = `${kind} ${heading.text
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]+/gu, " ")
				.trim()}`;
			const other = first.get(key);
			if (!other) first.set(key, section);
			else
				report(
					heading.span,
					`There is a section “${other.heading.text}” already: join the two.`,
					undefined,
					undefined,
					[{ span: other.heading.span, message: "The first one" }],
				);
		}
	},
});
