// Two hunts of one id.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "duplicate-hunt-id",
	severity: "warning",
	docs: "Hunts, reports and tickets name a hunt by the `id` of its front matter. Of two hunts with the same one nobody knows which is meant.",
	bad: [
		{
			document:
				"---\nid: H-1\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
			others: { "other.md": "---\nid: h-1\n---\n## Hypothesis\nAnother.\n" },
		},
	],
	good: [
		{
			document:
				"---\nid: H-2\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
			others: { "other.md": "---\nid: H-1\n---\n## Hypothesis\nAnother.\n" },
		},
	],
	checkDocument({ hunt, others, report }) {
		const id = hunt.meta?.id;
		const same = id ? others.withId(id.text) : [];
		if (!id || same.length === 0) return;
		const titles = same.map(({ hunt: title }) => title).join(", ");
		report(
			id.span,
			`Another hunt has this id: ${titles}.`,
			undefined,
			undefined,
			same.map(({ uri, span }) => ({ uri, span, message: "The same id" })),
		);
	},
});
