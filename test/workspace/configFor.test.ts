// `huntmark.json` as a hunt feels it: dialect, operators, severities, and what is said of rules that are none; which documents it says are hunts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { configFor } from "../../server/src/workspace/configFor.ts";
import { noMarkdown } from "../support/noMarkdown.ts";

/** The configuration of a text, and what was logged of it. */
async function configOf(text: string, document?: string) {
	const logged: string[] = [];
	const files = {
		...noMarkdown,
		config: async () => ({ text, folder: "/hunts", uri: "file:///hunts/huntmark.json", ...(document && { document }) }),
		expand: async () => [],
	};
	const { config, isHunt } = await configFor({ files, log: (line) => logged.push(line) }, null);
	return { config, logged, isHunt };
}

test("mistakes are logged with their places", async () => {
	const { logged } = await configOf(
		'{ "rules": { "only-negatve": "off",\n"zzzzzzzz": "hint" },\n"source": {}, "hunts": [] }',
	);
	assert.deepEqual(logged, [
		"/hunts/huntmark.json:1:14: There is no rule only-negatve. Did you mean only-negative?",
		"/hunts/huntmark.json:2:1: There is no rule zzzzzzzz.",
		'/hunts/huntmark.json:3:1: "source" means nothing here. Did you mean sources?',
	]);
});

test("a document is a hunt where a pattern names it, whatever is in it", async () => {
	const text = '{ "hunts": ["hunts/**/*.md", "./one.md", "!hunts/draft*/**"] }';
	const named = {
		"one.md": true,
		"hunts/a.md": true,
		"hunts/b/.c/d.md": true,
		"other/one.md": false,
		"hunts/drafts/a.md": false,
		"hunts/a.txt": false,
	};
	for (const [path, expected] of Object.entries(named))
		assert.equal((await configOf(text, path)).isHunt, expected, path);
	assert.equal((await configOf(text)).isHunt, false);
	const notes = "# Odd jobs\n\nNothing yet.\n";
	assert.equal(analyse(notes).hunt, null);
	const hunt = analyse(notes, null, { ...noContext, isHunt: true });
	assert.equal(hunt.hunt?.title?.text, "Odd jobs");
	assert.equal(analyse(notes, hunt).hunt, null);
});

test("a configuration that has not changed is the same object", async () => {
	const text = '{ "fields": [{ "name": "tier", "type": "number" }] }';
	assert.equal((await configOf(text)).config, (await configOf(text)).config);
	assert.notEqual((await configOf(`${text} `)).config, (await configOf(text)).config);
});

test("the dialect of queries that say none, how lucene is read, and the severities hold in a hunt", async () => {
	const { config, logged } = await configOf(
		'{ "dialect": "lucene", "defaultOperator": "and", "es": true, "rules": { "lowercase-operator": "error" } }',
	);
	assert.deepEqual(logged, []);
	const text = "## Analytic 1\n`image_path:a image_path:b`\n\n### Red Cloak\n`image_path:a and image_path:b`\n";
	const before = analyse(text);
	const { queries, problems } = analyse(text, before, { ...noContext, config });
	assert.deepEqual(
		queries.map(({ query, tree, expr }) => [query.dialect, query.dialectFrom, tree.dialect.es, expr.kind]),
		[
			["lucene", "default", true, "and"],
			["redcloak", "heading", false, "and"],
		],
	);
	assert.deepEqual(
		problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
		["lowercase-operator"],
	);
	assert.deepEqual(analyse(text, before).queries[0]?.query.dialect, "redcloak");
});
