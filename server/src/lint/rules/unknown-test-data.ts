// A test of data that are not there.
import { nearestNames } from "../../taxonomies/lookup.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "unknown-test-data",
	severity: "error",
	docs: "The data of a test are a path beside the hunt, relative to its folder, or the name of a source of `huntmark.json`. Without them the test is never carried out. Paths are looked up only where the files can be read.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/gone.ndjson | Analytic 1 | none |\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/a.ndjson | Analytic 1 | none |\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, config, missingData, report }) {
		for (const { data } of hunt.tests) {
			if (config.sources.has(data.text) || !missingData?.has(data.text)) continue;
			const [near] = nearestNames(data.text, [...config.sources.keys()], 1);
			report(
				data.span,
				`There is neither a file nor a source \`${data.text}\`.${near === undefined ? "" : ` Did you mean ${near}?`}`,
				near === undefined ? undefined : replace(`Change to ${near}`, data.span, near),
			);
		}
	},
});
