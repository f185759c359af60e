// Which columns a run shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../server/src/base/refusal.ts";
import { planRun } from "../../server/src/outcomes/planRun.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";

function columnsOf(query: string, filled: Readonly<Record<string, number>>): readonly string[] {
	const fields = Object.entries(filled).map(([name, count]) => ({
		name,
		paths: [[name]],
		type: "text" as const,
		repeated: false,
		filled: count,
	}));
	const catalog: FieldCatalog = { fields, events: 9 };
	const planned = planRun([{ text: query, expr: analyseQuery(query).expr }], standardVocabulary, catalog, null, 0);
	assert.ok(!isRefusal(planned));
	return planned.plan.columns.map(({ name }) => name);
}

test("time and place, what the query asks for, what identifies a process", () => {
	const filled = { CommandLine: 9, Hostname: 9, Image: 9, TargetObject: 3, "@timestamp": 9, EventID: 9 };
	assert.deepEqual(columnsOf("TargetObject:Run", filled), [
		"@timestamp",
		"EventID",
		"hostname",
		"TargetObject",
		"image_path",
		"commandline",
	]);
});

test("of events that no taxonomy knows, the fullest fields", () => {
	const filled = { a: 1, b: 2, c: 9, d: 8, e: 7, f: 6 };
	assert.deepEqual(columnsOf("*:*", filled), ["c", "d", "e", "f", "b"]);
	assert.deepEqual(columnsOf("b:1", filled), ["b"]);
});
