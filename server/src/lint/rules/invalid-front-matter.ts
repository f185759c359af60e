// Front matter that is no YAML, or names a dialect that is none.
import { dialectNames } from "../../base/dialect.ts";
import { dialectNamed } from "../../document/dialects.ts";
import { nearestNames } from "../../taxonomies/lookup.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "invalid-front-matter",
	severity: "error",
	docs: "The lines between `---` at the top of a hunt are YAML. What cannot be read there (a wrong indent, a missing quote) is not known to Huntmark: the hunt's id, techniques and dialect may be missing. `dialect` is `redcloak`, `lucene`, `kibana` or `carbonblack`; any other is as if none were named.",
	fix: "keeps queries",
	bad: ["---\ndialect: lucen\n---\n## Analytic 1\n`user:root`\n", '---\nid: "H-1\n---\n## Analytic 1\n`user:root`\n'],
	good: ["---\ndialect: lucene\n---\n## Analytic 1\n`user:root`\n"],
	checkDocument({ hunt, faults, report }) {
		for (const { span, message } of faults) report(span, message);
		const dialect = hunt.meta?.dialect;
		if (!dialect || dialectNamed(dialect.text)) return;
		const [near] = nearestNames(dialect.text, dialectNames, 1);
		report(
			dialect.span,
			`There is no dialect \`${dialect.text}\`. ${near ? `Did you mean \`${near}\`?` : `Use one of ${dialectNames.join(", ")}.`}`,
			near === undefined ? undefined : replace(`Change to ${near}`, dialect.span, near),
		);
	},
});
