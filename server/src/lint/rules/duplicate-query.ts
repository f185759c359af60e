// The same query in two places.
import type { RelatedPlace } from "../../base/problem.ts";
import type { HuntQuery } from "../../document/hunt.ts";
import { queryKey } from "../../document/keys.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "duplicate-query",
	severity: "warning",
	docs: "The same query in two analytics or two hunts finds the same events twice, and is corrected in one place only. Keep it in one and name that in the other.",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root AND image_path:bitsadmin.exe`\n\n## Analytic 2\n`user:root  AND image_path:bitsadmin.exe`\n\n## References\nhttps://example.com/bits\n",
		{
			document:
				"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
			others: { "other.md": "## Hypothesis\nAnother.\n\n## Analytic 1\n`user:root`\n" },
		},
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root AND image_path:bitsadmin.exe`\n\n## Analytic 2\n`user:root AND image_path:certutil.exe`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, others, report }) {
		const first = new Map<string, HuntQuery>();
		for (const query of hunt.analytics.flatMap(({ queries }) => queries)) {
			const key = queryKey(query.text);
			const same = first.get(key);
			if (!same) first.set(key, query);
			const elsewhere = others.withQuery(key);
			if (!same && elsewhere.length === 0) continue;
			const where = same ? "above in this hunt" : `in ${elsewhere[0]?.hunt}`;
			const related: RelatedPlace[] = same ? [{ span: same.span, message: "The same query" }] : [];
			for (const { uri, span, hunt: title } of elsewhere)
				related.push({ uri, span, message: `The same query in ${title}` });
			report(query.span, `This query stands ${where}, too.`, undefined, undefined, related);
		}
	},
});
