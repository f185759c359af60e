// Front matter that is no YAML, or names a dialect or taxonomy that is none.
import { dialectNames } from "../../base/dialect.ts";
import { taxonomyIds } from "../../config/vocabulary.ts";
import { dialectNamed } from "../../document/dialects.ts";
import type { Text } from "../../document/hunt.ts";
import { nearestNames } from "../../taxonomies/lookup.ts";
import { type DocumentContext, defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "invalid-front-matter",
	severity: "error",
	docs: "The lines between `---` at the top of a hunt are YAML. What cannot be read there (a wrong indent, a missing quote) is not known to Huntmark: the hunt's id, techniques and dialect may be missing. `dialect` is `redcloak`, `lucene`, `kibana` or `carbonblack`; any other is as if none were named. `taxonomy` is one that Huntmark knows, one of `huntmark.json`, or `auto`.",
	fix: "keeps queries",
	bad: [
		"---\ndialect: lucen\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"---\ntaxonomy: taegs\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`username:root`\n\n## References\nhttps://example.com/bits\n",
		'---\nid: "H-1\n---\n## Analytic 1\n`user:root`\n',
	],
	good: [
		"---\ndialect: lucene\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"---\ntaxonomy: taegis\n---\n## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1\n`username:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, config, faults, report }) {
		for (const { span, message } of faults) report(span, message);
		const { dialect, taxonomy } = hunt.meta ?? {};
		if (dialect && !dialectNamed(dialect.text)) reportUnknown("dialect", dialect, dialectNames, report);
		const taxonomies = taxonomyIds(config);
		if (taxonomy && !taxonomies.some((id) => id.toLowerCase() === taxonomy.text.toLowerCase()))
			reportUnknown("taxonomy", taxonomy, taxonomies, report);
	},
});

function reportUnknown(
	what: string,
	{ text, span }: Text,
	known: readonly string[],
	report: DocumentContext["report"],
): void {
	const [near] = nearestNames(text, known, 1);
	report(
		span,
		`There is no ${what} \`${text}\`. ${near ? `Did you mean \`${near}\`?` : `Use one of ${known.join(", ")}.`}`,
		near === undefined ? undefined : replace(`Change to ${near}`, span, near),
	);
}
