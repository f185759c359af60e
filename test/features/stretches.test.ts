// Stretches of a hunt: what folds, what a selection grows to, what a field is called in the source.
import assert from "node:assert/strict";
import { test } from "node:test";
import { foldings } from "../../server/src/features/folding.ts";
import { inlayHints } from "../../server/src/features/inlayHints.ts";
import { selections } from "../../server/src/features/selections.ts";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { catalogOf } from "../support/features.ts";

const text = `---
id: H-1
---
# Hunt

## Analytic 1 - One
\`a:1 AND image_path:(x.exe OR "y z")\`

\`\`\`lucene
a:1
OR b:2
\`\`\`

### Notes
n
## References
r
`;
const analysis = analyse(text);

test("front matter, sections and queries over several lines fold", () => {
	const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
	assert.deepEqual(
		foldings(analysis).map(([start, end]) => `${lineOf(start)}-${lineOf(end)}`),
		["1-3", "4-17", "6-15", "10-11", "16-17"],
	);
	assert.deepEqual(foldings(analyse("no hunt\n\nat all\n")), []);
});

for (const [words, expected] of [
	[
		"y z",
		[
			'"y z"',
			'x.exe OR "y z"',
			'(x.exe OR "y z")',
			'image_path:(x.exe OR "y z")',
			'a:1 AND image_path:(x.exe OR "y z")',
		],
	],
	["b:2", ["b", "b:2", "OR b:2", "a:1\nOR b:2"]],
] as const)
	test(`a selection grows from ${words}`, () => {
		const spans = selections(analysis, text.indexOf(words) + 1 - Number(words === "b:2"));
		const shown = spans.map((span) => text.slice(...span));
		assert.deepEqual(shown.slice(0, expected.length), expected);
		assert.ok(shown.some((part) => part.startsWith("## Analytic 1") && part.endsWith("OR b:2\n```\n\n### Notes\nn")));
		assert.equal(shown.at(-1), text);
		for (const [i, [start, end]] of spans.entries()) {
			const inner = spans[i - 1];
			if (inner) assert.ok(start <= inner[0] && inner[1] <= end && end - start > inner[1] - inner[0]);
		}
	});

test("a selection anywhere ends with the document", () => {
	for (let offset = 0; offset <= text.length; offset++)
		assert.deepEqual(selections(analysis, offset).at(-1), [0, text.length]);
});

test("a field is shown under the names that the source has", () => {
	const hints = (query: string, counts: Readonly<Record<string, number>>) =>
		inlayHints(
			analyse(`## Analytic 1\n\`${query}\`\n`, null, { ...noContext, catalog: catalogOf(counts) }),
			[0, 99],
		).map(({ offset, label }) => `${`## Analytic 1\n\`${query}\``.slice(0, offset).split("`").at(-1)}|${label}`);
	assert.deepEqual(hints("image_path:a OR commandline:b", { Image: 5, CommandLine: 5 }), [
		"image_path| = Image",
		"image_path:a OR commandline| = CommandLine",
	]);
	assert.deepEqual(hints("Image:a", { Image: 5 }), []);
	assert.deepEqual(hints("image_path:a", { image_path: 5, Image: 5 }), ["image_path| not Image"]);
	assert.deepEqual(hints("nothing_known:a", { Image: 5 }), []);
	assert.deepEqual(inlayHints(analysis, [0, text.length]), [], "no source, no hints");
	assert.deepEqual(inlayHints({ ...analysis, catalog: catalogOf({ Image: 5 }) }, [0, 20]), [], "outside the range");
});

test("hunts and analytics are found by letters of their names", () => {
	const hunts = [
		{
			uri: "file:///a.md",
			title: "H-1 BITS jobs",
			span: [0, 4] as const,
			analytics: [{ title: "Analytic 1 - Command lines", span: [9, 20] as const }],
		},
	];
	const found = (query: string) => workspaceSymbols(query, hunts).map(({ name, container }) => [name, container]);
	assert.deepEqual(found("bjobs"), [["H-1 BITS jobs", null]]);
	assert.deepEqual(found("CMDLIN"), [["Analytic 1 - Command lines", "H-1 BITS jobs"]]);
	assert.equal(found("").length, 2);
	assert.deepEqual(found("zz"), []);
});
