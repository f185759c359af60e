// Every rule's own examples: the bad ones are reported by it, the good ones by none, and its fix leads from one to the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { QueryRule } from "../../server/src/lint/defineRule.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

// The short names that the examples use are fields of this source.
const catalog: FieldCatalog = {
	events: 1,
	fields: ["a", "b", "c", "f", "url"].map((name) => ({
		name,
		paths: [[name]],
		type: "text",
		repeated: false,
		filled: 1,
	})),
};

const problemsOf = (query: string) => analyseQuery(query, catalog).problems;

for (const rule of rules.filter((each): each is QueryRule => "check" in each)) {
	for (const [index, bad] of rule.bad.entries()) {
		test(`${rule.id} reports ${bad}`, () => {
			const own = problemsOf(bad).filter((problem) => problem.rule === rule.id);
			assert.ok(own.length > 0);
			for (const problem of own) {
				assert.equal(problem.severity, rule.severity);
				assert.ok(problem.message.length > 10 && problem.span[0] < problem.span[1]);
			}
			if (!own.every(({ fix }) => fix)) return;
			assert.equal(fixed(bad), rule.good[index] ?? rule.good[0]);
		});
	}
	for (const good of rule.good) {
		test(`${rule.id}: nothing is wrong with ${good}`, () => assert.deepEqual(problemsOf(good), []));
	}
}

test("unknown-field: a prefix may be left out; a name that is no plain word is put in quotes", () => {
	const names = ["event_data.Foo", "Event Name"];
	const source = {
		events: 1,
		fields: names.map((name) => ({ name, paths: [[name]], type: "text", repeated: false, filled: 1 }) as const),
	};
	assert.deepEqual(analyseQuery("Foo:1", source).problems, []);
	const [problem] = analyseQuery("Event_Name:1", source).problems;
	assert.equal(applyEdits("Event_Name:1", [problem?.fix?.edits ?? []]), '"Event Name":1');
});

function fixed(query: string): string {
	let current = query;
	for (let round = 0; round < 10; round++) {
		const next = applyEdits(
			current,
			problemsOf(current).map(({ fix }) => fix?.edits ?? []),
		);
		if (next === current) return current;
		current = next;
	}
	throw new Error(`No fixed point: ${current}`);
}
