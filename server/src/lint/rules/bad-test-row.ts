// A test that cannot be carried out.
import { readExpectation } from "../../document/expectation.ts";
import type { Hunt } from "../../document/hunt.ts";
import { testTarget } from "../../document/testTarget.ts";
import { nearestNames } from "../../taxonomies/lookup.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "bad-test-row",
	severity: "error",
	docs: "A row of the table of tests names data, a query of this hunt (`Analytic 1`, `Analytic 1, query 2`, or an analytic's title) and what is expected: `none`, `4 events`, `at least 1`, `at most 5` or `2–4`. A row that says something else is never carried out, and looks as if it were.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/a.ndjson | Analytik 1 | none |\n\n## References\nhttps://example.com/bits\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/a.ndjson | Analytic 1, query 2 | none |\n| data/a.ndjson | Analytic 1 | some |\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/a.ndjson | Analytic 1 | none |\n\n## References\nhttps://example.com/bits\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| data/a.ndjson | Jobs, query 1 | at most 3 events |\n| data/a.ndjson | Analytic 1 | 2–4 |\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, report }) {
		for (const test of hunt.tests) {
			const { query, expected } = test;
			if (!testTarget(hunt, test)) {
				const [near] = nearestNames(query.text, targetsOf(hunt), 1);
				report(
					query.text === "" ? test.span : query.span,
					`This names no query of this hunt.${near === undefined ? "" : ` Did you mean ${near}?`}`,
					near === undefined ? undefined : replace(`Change to ${near}`, query.span, near),
				);
			}
			if (!readExpectation(expected.text))
				report(
					expected.text === "" ? test.span : expected.span,
					"This is no number of events: write none, 4 events, at least 1, at most 5 or 2–4.",
				);
		}
	},
});

/** All that a row may name. */
function targetsOf({ analytics }: Hunt): readonly string[] {
	return analytics.flatMap(({ number, title, queries }) => {
		const names = [...(number === null ? [] : [`Analytic ${number}`]), ...(title ? [title.text] : [])];
		return names.flatMap((name) => [name, ...queries.map((_, index) => `${name}, query ${index + 1}`)]);
	});
}
