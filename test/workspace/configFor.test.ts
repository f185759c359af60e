// `huntmark.json` as a hunt feels it: dialect, operators, severities, and what is said of rules that are none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { configFor } from "../../server/src/workspace/configFor.ts";

/** The configuration of a text, and what was logged of it. */
async function configOf(text: string) {
	const logged: string[] = [];
	const files = { config: async () => ({ text, folder: "/hunts" }), expand: async () => [] };
	const { config, mistakes } = await configFor({ files, log: (line) => logged.push(line) }, null);
	return { config, logged, mistakes };
}

test("a rule that is none is a mistake, with the nearest one", async () => {
	const { logged } = await configOf(
		'{ "rules": { "only-negatve": "off", "zzzzzzzz": "hint", "mixed-and-or": "hint" } }',
	);
	assert.deepEqual(logged, [
		"huntmark.json in /hunts: There is no rule only-negatve. Did you mean only-negative?",
		"huntmark.json in /hunts: There is no rule zzzzzzzz.",
	]);
});

test("a key that is none is a mistake, with the nearest one", async () => {
	const { logged, mistakes } = await configOf('{ "source": {}, "dialects": "lucene", "zzzz": 1, "hunts": [] }');
	const said = [
		'"source" means nothing here. Did you mean sources?',
		'"dialects" means nothing here. Did you mean dialect?',
		'"zzzz" means nothing here.',
	];
	assert.deepEqual(mistakes, said);
	assert.deepEqual(
		logged,
		said.map((each) => `huntmark.json in /hunts: ${each}`),
	);
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
