// What is offered and explained outside the queries. `<|>` marks the cursor.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyConfig } from "../../server/src/config/config.ts";
import { documentCompletion, wantsDataPaths } from "../../server/src/features/completing/documentCompletion.ts";
import { documentHover } from "../../server/src/features/hovering/documentHover.ts";
import { withoutPlaces } from "../../server/src/features/knowledge/snippets.ts";
import { markReviewed } from "../../server/src/features/rewriting/detectionReview.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { mentionsOf } from "../../server/src/workspace/mentions.ts";

const config = { ...emptyConfig, sources: new Map([["lab", { files: ["x"], time: null }]]) };
const now = Date.UTC(2026, 10, 24);
const body = "# H\n\n## Analytic 2 - Jobs\n`a:1`\n\n`b:2`\n";

function atCursor(marked: string) {
	const offset = marked.indexOf("<|>");
	assert.ok(offset >= 0);
	return { analysis: analyse(marked.replace("<|>", ""), null, { ...noContext, config, now }), offset };
}

for (const [name, marked, expected] of [
	["keys that are not there yet", `---\nid: H-1\n<|>\n---\n${body}`, ["", "title, techniques, tactics, taxonomy, …"]],
	["part of a key", `---\nstat<|>\n---\n${body}`, ["stat", "id, title, …"]],
	["techniques in a list of its own", `---\ntechniques:\n  - T10<|>\n---\n${body}`, ["T10", "T1001, T1001.001, …"]],
	["techniques in brackets", `---\ntechniques: [T1197, T1<|>]\n---\n${body}`, ["T1", "T1001, …"]],
	["taxonomies", `---\ntaxonomy: <|>\n---\n${body}`, ["", "auto, redcloak, sysmon, …"]],
	["dialects", `---\ndialect: l<|>\n---\n${body}`, ["l", "redcloak, lucene, kibana, carbonblack"]],
	["values of one's own", `---\nid: <|>\n---\n${body}`, null],
	["headings", `${body}\n## <|>\n`, ["", "Analytic 3 - , Hypothesis, Description, …"]],
	["a technique in prose", `${body}\nAs T119<|> does.\n`, ["T119", "T1001, …"]],
	["a tactic in prose", `${body}\nAs TA<|> does.\n`, ["TA", "TA0001, …"]],
	["a rule to ignore", `## Analytic 1\n<!-- huntmark-ignore mix<|>\n\`a:1\`\n`, ["mix", "anchored-regex, …"]],
	[
		"data of tests",
		`${body}\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| d<|> | | |\n`,
		["d", "lab, data/a.ndjson"],
	],
	[
		"queries of tests",
		`${body}\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| lab | <|> | |\n`,
		["", "Analytic 2, Analytic 2, query 1, Analytic 2, query 2"],
	],
	[
		"expectations of tests",
		`${body}\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| lab | Analytic 2 | at <|>\n`,
		["at ", "none, 1 event, at least 1, at most 5, 1–5"],
	],
	["another table", `${body}\n| Field | Value | X |\n|---|---|---|\n| <|> | | |\n`, null],
	["parts of a hunt on an empty line", `${body}\n<|>\n`, ["", "analytic, tests, detections"]],
	["a whole hunt in an empty file", "hu<|>", ["hu", "hunt"]],
	["nothing in other Markdown", "# Read me\n\nword<|>\n", null],
	["nothing in a sentence", `${body}\nA sentence <|>\n`, null],
] as const)
	test(`completion: ${name}`, () => {
		const { analysis, offset } = atCursor(marked);
		const found = documentCompletion(analysis, offset, ["data/a.ndjson"]);
		const labels = found?.items.map(({ label }) => label).join(", ");
		const [word, wanted] = expected ?? [];
		assert.equal(found && analysis.text.slice(...found.span), word ?? null);
		if (wanted?.endsWith("…")) assert.ok(labels?.startsWith(wanted.slice(0, -1)), labels);
		else assert.equal(labels, wanted);
	});

test("files are asked for only in the first cell of a table of tests", () => {
	const table = `${body}\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| <1> | <2> | |\n`;
	const wants = (mark: string) =>
		wantsDataPaths(
			analyse(table.replace(/<\d>/g, "")),
			table.replace(mark === "<1>" ? "<2>" : "<1>", "").indexOf(mark),
		);
	assert.equal(wants("<1>"), true);
	assert.equal(wants("<2>"), false);
});

test("the hunt that is offered has no problems once it is filled in", () => {
	const { analysis, offset } = atCursor("<|>");
	const insert = documentCompletion(analysis, offset)?.items[0]?.insert ?? "";
	const { hunt, problems } = analyse(withoutPlaces(insert));
	assert.equal(hunt?.analytics[0]?.queries.length, 1);
	assert.deepEqual(
		problems.filter(({ rule }) => rule !== "unknown-test-data").map(({ rule }) => rule),
		[],
	);
});

const hunt = `---
techniques: [T1197]
---
# H

## Hypothesis
As H-0002 and T1086 do.

## Existing Detections
- A name
- https://example.com/w/1

## Analytic 1 - Jobs
\`a:1\`

## Tests
| Data | Query | Expected |
|---|---|---|
| lab | Analytic 1, query 1 | none |
`;
const other =
	"---\nid: H-0002\n---\n# Other\n## Hypothesis\nT1197\n\n## Existing Detections\n- https://example.com/w/1/\n";
const others = [{ uri: "file:///b.md", title: "H-0002 Other", mentions: mentionsOf(analyse(other)) }];

for (const [words, expected] of [
	["T1197", /\*\*T1197\*\* BITS Jobs[\s\S]*One other hunt cites it:\n\n- \[H-0002 Other\]\(file:\/\/\/b\.md\)/],
	["T1086", /Revoked: it is T1059\.001 now/],
	["A name", /\*\*A name\*\*[\s\S]*No date of a review[\s\S]*H-0002 Other/],
	["https://example", /H-0002 Other/],
	["H-0002", /\*\*H-0002 Other\*\*/],
	["query 1", /`a:1`/],
	["none", null],
] as const)
	test(`hover on ${words}`, () => {
		const found = documentHover(analyse(hunt), "file:///a.md", hunt.indexOf(words) + 1, others);
		if (expected === null) assert.equal(found, null);
		else assert.match(found?.markdown ?? "", expected);
	});

for (const [before, after] of [
	["- A\n- https://example.com/1\n", "- A (reviewed 2026-11-24)\n- https://example.com/1\n"],
	["- A (reviewed 2025-01-01)\n- https://example.com/1\n", "- A (reviewed 2026-11-24)\n- https://example.com/1\n"],
	["- A\r\n- https://example.com/1\r\n", "- A (reviewed 2026-11-24)\r\n- https://example.com/1\r\n"],
	["- A (reviewed 2026-11-24)\n", null],
	["- https://example.com/1\n", null],
] as const)
	test(`marking ${JSON.stringify(before)} as reviewed`, () => {
		const text = `## Hypothesis\nx\n\n## Existing Detections\n${before}`;
		const review = markReviewed(analyse(text, null, { ...noContext, now }), text.indexOf(before) + 3);
		assert.equal(review && applyEdits(text, [review.edits]), after && text.replace(before, after));
	});
