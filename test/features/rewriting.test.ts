// Code actions that rearrange a hunt: everything that they do not name stays as it is, byte for byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { extractAnalytic } from "../../server/src/features/rewriting/extractAnalytic.ts";
import { organizeSections } from "../../server/src/features/rewriting/organizeSections.ts";
import { suppression } from "../../server/src/features/rewriting/suppression.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

const twoQueries = "## Analytic 1 - One\nWhy.\n\n`a:1`\n\n`b:2`\n\n## Tests\n";

for (const [name, text, offset, expected] of [
	[
		"the last query",
		twoQueries,
		twoQueries.indexOf("b:2"),
		"## Analytic 1 - One\nWhy.\n\n`a:1`\n\n## Analytic 2 - New analytic\n\n`b:2`\n\n## Tests\n",
	],
	[
		"a query before others",
		twoQueries,
		twoQueries.indexOf("a:1"),
		"## Analytic 1 - One\nWhy.\n\n`b:2`\n\n## Analytic 2 - New analytic\n\n`a:1`\n\n## Tests\n",
	],
	[
		"a fence",
		"# H\r\n\r\n### Analytic 4\r\n```lucene\r\na:1\r\n```\r\n\r\n`b:2`",
		"# H\r\n\r\n### Analytic 4\r\n```lucene\r\na".length,
		"# H\r\n\r\n### Analytic 4\r\n`b:2`\r\n\r\n### Analytic 5 - New analytic\r\n\r\n```lucene\r\na:1\r\n```",
	],
	["the only query", "## Analytic 1\n`a:1`\n", 17, null],
	["prose", twoQueries, twoQueries.indexOf("Why"), null],
] as const)
	test(`extracting ${name}`, () => {
		const extracted = extractAnalytic(analyse(text), offset);
		assert.equal(extracted && applyEdits(text, [extracted.edits]), expected);
	});

for (const [name, text, expected] of [
	[
		"references first",
		"# T\nIntro.\n\n## References\nhttps://example.com/a\n\n## Analytic 1\n`a:1`\n\n## Hypothesis\nBecause.\n",
		"# T\nIntro.\n\n## Hypothesis\nBecause.\n\n## Analytic 1\n`a:1`\n\n## References\nhttps://example.com/a\n",
	],
	[
		"another section stays behind its neighbour, and what is below goes along",
		"## Findings\r\nx\r\n### Deep\r\ny\r\n## Notes\r\nz\r\n## Hypothesis\r\nw",
		"## Hypothesis\r\nw\r\n\r\n## Findings\r\nx\r\n### Deep\r\ny\r\n\r\n## Notes\r\nz",
	],
	["in order already", "## Hypothesis\nw\n## Findings\nx\n", "## Hypothesis\nw\n## Findings\nx\n"],
] as const)
	test(`organizing: ${name}`, () => assert.equal(applyEdits(text, [organizeSections(analyse(text))]), expected));

for (const [name, text, expected] of [
	[
		"a code span",
		"## Analytic 1\nWhy.\n\n`image_path:a OR b:c AND d:e`\n",
		"## Analytic 1\nWhy.\n\n<!-- huntmark-ignore mixed-and-or: TODO say why -->\n`image_path:a OR b:c AND d:e`\n",
	],
	[
		"a fence, with carriage returns",
		"## Analytic 1\r\n```\r\na:1 OR b:c AND d:e\r\n```\r\n",
		"## Analytic 1\r\n<!-- huntmark-ignore mixed-and-or: TODO say why -->\r\n```\r\na:1 OR b:c AND d:e\r\n```\r\n",
	],
] as const)
	test(`ignoring a problem of ${name} with a reason leaves it out`, () => {
		const before = analyse(text);
		const problem = before.problems.find(({ rule }) => rule === "mixed-and-or");
		assert.ok(problem);
		const after = applyEdits(text, [suppression(before, problem)?.edits ?? []]);
		assert.equal(after, expected);
		assert.deepEqual(
			analyse(after).problems.filter(({ rule }) => rule === "mixed-and-or"),
			[],
		);
	});
