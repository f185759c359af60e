// Where a name leads: to its other places, to what it names, to the places that name it, to a new name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../server/src/base/refusal.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { definition } from "../../server/src/features/definition.ts";
import { highlights } from "../../server/src/features/highlights.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { mentionsOf } from "../../server/src/workspace/mentions.ts";

const hunt = `---
id: H-0001
techniques: [T1197]
---
# BITS

## Hypothesis
As H-0002 does, with T1197.

## Review Existing Watchlists
- BITS job starts a program
- https://example.com/w/1/

## Analytic 1 - Jobs
\`image_path:a AND image_path:b\`

\`ticket:x\`

## Analytic 2 - Other
\`commandline:c\`

## Tests
| Data | Query | Expected |
|---|---|---|
| data/a.ndjson | Analytic 1 | none |
| lab | Jobs, query 2 | none |
| data/a.ndjson | Analytic 2 | none |
`;
const other = `---
id: H-0002
---
## Hypothesis
After H-0001, T1197 as well.

## Existing Detections
- Another name
- http://EXAMPLE.com/w/1

## Analytic 1 - Jobs
\`ticket:y OR image_path:z\`
`;
const here = "file:///hunts/one.md";
const there = "file:///hunts/two.md";
const config = {
	...emptyConfig,
	sources: new Map([["lab", { files: ["x"], time: null }]]),
	fields: new Map([["ticket", { name: "ticket", type: "keyword" as const, description: "Ours." }]]),
};
const analysis = analyse(hunt, null, { ...noContext, config });
const others = [
	{ uri: here, text: "", mentions: [] },
	{ uri: there, text: other, mentions: mentionsOf(analyse(other)) },
];

/** `text` of the first hunt, or of the other one, with the line that it stands on, from 1. */
const shown = (uri: string, span: readonly [number, number]) => {
	const text = uri === here ? hunt : other;
	return `${uri === here ? "" : "other "}${text.slice(0, span[0]).split("\n").length} ${text.slice(...span)}`;
};
/** The offset inside the `nth` place (from 1) of the words. */
const at = (words: string, nth = 1) => {
	let offset = -1;
	for (let i = 0; i < nth; i++) offset = hunt.indexOf(words, offset + 1);
	assert.ok(offset >= 0, words);
	return offset + 1;
};

for (const [words, nth, expected] of [
	["image_path", 1, ["15 image_path", "15 image_path"]],
	["T1197", 2, ["3 T1197", "8 T1197"]],
	["Analytic 1 |", 1, ["14 1", "14 Jobs", "25 1", "26 Jobs"]],
	["query 2", 1, ["17 ticket:x", "26 query 2"]],
	["data/a.ndjson", 1, ["25 data/a.ndjson", "27 data/a.ndjson"]],
	["none", 1, []],
] as const)
	test(`highlights of ${words}`, () => {
		const offset = words === "Analytic 1 |" ? at(words) + "Analytic ".length - 1 : at(words, nth);
		assert.deepEqual(
			highlights(analysis, offset).map(({ span }) => shown(here, span)),
			expected,
		);
	});

test("a tactic's id and its names are one thing", () => {
	const text = "---\ntactics: [Stealth]\n---\n## Hypothesis\nTA0005, https://attack.mitre.org/tactics/TA0005/\n";
	const keys = mentionsOf(analyse(text)).map(({ kind, key }) => `${kind} ${key}`);
	assert.deepEqual(keys, ["tactic TA0005", "tactic TA0005", "tactic TA0005"]);
});

for (const [words, nth, expected] of [
	["Jobs, query", 1, ["14 1"]],
	["query 2", 1, ["17 ticket:x"]],
	["H-0002", 1, ["other 2 H-0002"]],
	["H-0001", 1, ["2 H-0001"]],
	["data/a.ndjson", 1, ["file data/a.ndjson"]],
	["lab", 1, []],
	["ticket", 1, ["field ticket"]],
	["T1197", 1, []],
] as const)
	test(`definition of ${words}`, () =>
		assert.deepEqual(
			definition(analysis, here, at(words, nth), others).map((found) => {
				if (found.kind === "place") return shown(found.uri, found.span);
				return found.kind === "file" ? `file ${found.path}` : `field ${found.name}`;
			}),
			expected,
		));

for (const [words, expected] of [
	["T1197", ["3 T1197", "8 T1197", "other 5 T1197"]],
	["H-0001", ["other 5 H-0001"]],
	[
		"https://example.com/w/1/",
		[
			"11 BITS job starts a program",
			"12 https://example.com/w/1/",
			"other 8 Another name",
			"other 9 http://EXAMPLE.com/w/1",
		],
	],
	["ticket:x", ["17 ticket", "other 12 ticket"]],
	["Jobs\n", ["25 1", "26 Jobs"]],
] as const)
	test(`references to ${words.trim()}`, () =>
		assert.deepEqual(
			references(analysis, here, at(words), others, false).map(({ uri, span }) => shown(uri, span)),
			expected,
		));

test("with its definition, a reference to a hunt is also where it says its id", () => {
	const places = references(analysis, here, at("H-0002"), others, true);
	assert.deepEqual(
		places.map(({ uri, span }) => shown(uri, span)),
		["8 H-0002", "other 2 H-0002"],
	);
});

for (const [words, name, expected] of [
	["Jobs\n", "Tasks", ["14 Jobs", "26 Jobs"]],
	["Analytic 2 -", "7", ["19 2", "27 2"]],
	["H-0002", "H-0099", ["8 H-0002", "other 2 H-0002"]],
	["ticket", "case id", ["17 ticket", "other 12 ticket"]],
] as const)
	test(`renaming ${words.trim()} to ${name}`, () => {
		const offset = words.startsWith("Analytic") ? at(words) + "Analytic".length : at(words);
		const renamed = rename(analysis, here, offset, name, others);
		assert.ok(!isRefusal(renamed));
		assert.deepEqual(
			renamed.edits.flatMap(({ uri, edits }) => edits.map(({ span }) => shown(uri, span))),
			expected,
		);
		const written = words === "ticket" ? '"case id"' : name;
		for (const { edits } of renamed.edits) for (const { text } of edits) assert.equal(text, written);
		assert.equal(renamed.field, words === "ticket" ? "ticket" : null);
	});

for (const [words, name] of [
	["image_path", "x"],
	["T1197", "T1198"],
	["Jobs\n", ""],
	["Jobs\n", "a | b"],
	["H-0002", "no id"],
	["none", "x"],
] as const)
	test(`${words.trim()} is not renamed to ${name || "nothing"}, and it is said why`, () => {
		const answer = rename(analysis, here, at(words), name, others);
		assert.ok(isRefusal(answer) && answer.detail.length > 5 && answer.remedy.length > 5);
	});
