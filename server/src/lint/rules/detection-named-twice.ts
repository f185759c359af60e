// One detection under two names.
import type { RelatedPlace } from "../../base/problem.ts";
import type { ExistingDetection } from "../../document/hunt.ts";
import { addressKey } from "../../document/keys.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "detection-named-twice",
	severity: "warning",
	docs: "The same address under two names, in one hunt or in two: one of the names is old, or one of the addresses was pasted in the wrong place. Write the name that the detection has now in both.",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program\n- https://example.com/watchlists/7\n- BITS downloads\n- https://example.com/watchlists/7/\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		{
			document:
				"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
			others: {
				"other.md":
					"## Hypothesis\nAnother.\n\n## Existing Detections\n- BITS downloads\n- https://example.com/watchlists/7\n",
			},
		},
	],
	good: [
		{
			document:
				"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
			others: {
				"other.md":
					"## Hypothesis\nAnother.\n\n## Existing Detections\n- bits job starts a program\n- https://example.com/watchlists/7\n",
			},
		},
	],
	checkDocument({ hunt, others, report }) {
		const named = new Map<string, ExistingDetection>();
		for (const detection of hunt.existingDetections) {
			const { name, url } = detection;
			if (!name || !url) continue;
			const key = addressKey(url.text);
			const first = named.get(key);
			if (!first) named.set(key, detection);
			const own: RelatedPlace[] =
				first?.name && !isSameName(first.name.text, name.text)
					? [{ span: first.name.span, message: `Here it is called ${first.name.text}` }]
					: [];
			const elsewhere = others
				.withDetection(url.text)
				.filter((other) => other.name !== null && !isSameName(other.name, name.text))
				.map(({ uri, hunt: title, span, name: other }) => ({ uri, span, message: `${title} calls it ${other}` }));
			const related = [...own, ...elsewhere];
			if (related.length > 0)
				report(
					name.span,
					`This detection has another name, too: ${related[0]?.message}.`,
					undefined,
					undefined,
					related,
				);
		}
	},
});

function isSameName(a: string, b: string): boolean {
	const plain = (name: string) => name.toLowerCase().replace(/\s+/g, " ").trim();
	return plain(a) === plain(b);
}
