// Every rule's own examples: the bad ones are reported by it, the good ones by none, and its fix leads from one to the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import type { Example, QueryRule } from "../../server/src/lint/defineRule.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";
import { analyseQuery, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

// The source of the examples: short names, and all that taxonomies know but `source_mac` and its aliases; `sensor_type` is nearly empty,
// `host_id` compared by case.
const catalog: FieldCatalog = {
	events: 1000,
	fields: ["a", "b", "c", "f", "url", ...standardVocabulary.names.filter((name) => !isSourceMac(name))].map((name) => ({
		name,
		paths: [[name]],
		type: "text",
		repeated: false,
		filled: name === "sensor_type" ? 9 : 1000,
		caseSensitive: name === "host_id",
	})),
};

function isSourceMac(name: string): boolean {
	return standardVocabulary.meaningsOf(name).some(({ field }) => field.concept === "source_mac");
}

const context = { ...noContext, catalog };
const redcloak = dialectOf("redcloak");
const problemsOf = (query: string, dialect: Dialect = redcloak) => analyseQuery(query, dialect, context).problems;
const read = (example: Example) =>
	typeof example === "string"
		? { query: example, dialect: redcloak }
		: { query: example.query, dialect: dialectOf(example.dialect) };

for (const rule of rules.filter((each): each is QueryRule => !("checkDocument" in each))) {
	for (const [index, bad] of rule.bad.entries()) {
		const { query, dialect } = read(bad);
		test(`${rule.id} reports ${query} in ${dialect.name}`, () => {
			const own = reported(rule, query, dialect);
			assert.ok(own.length > 0);
			for (const problem of own) {
				// What stands for another problem is as serious as that one.
				const usual = rule.severityIn?.[dialect.name] ?? rule.severity;
				if (rule.severity !== "off" && problem.severity !== usual) assert.ok(rule.explains, problem.severity);
				assert.ok(problem.message.length > 10 && problem.span[0] < problem.span[1]);
			}
			if (own.some(({ fix }) => fix)) assert.ok(rule.fix, "a rule says what its fix does");
			if (!own.every(({ fix }) => fix)) return;
			assert.equal(fixed(query, dialect), read((rule.good[index] ?? rule.good[0]) as Example).query);
		});
	}
	for (const good of rule.good) {
		const { query, dialect } = read(good);
		test(`${rule.id}: nothing is wrong with ${query} in ${dialect.name}`, () =>
			assert.deepEqual(problemsOf(query, dialect), []));
	}
}

/** The problems of one rule, which may be off. */
function reported(rule: QueryRule, query: string, dialect: Dialect) {
	const config = { ...emptyConfig, ...(rule.severity === "off" && { rules: { [rule.id]: "warning" as const } }) };
	return analyseQuery(query, dialect, { catalog, config }).problems.filter((problem) => problem.rule === rule.id);
}

test("unknown-field: a prefix may be left out; a name that is no plain word is put in quotes", () => {
	const names = ["event_data.Foo", "Event Name"];
	const source = {
		events: 1,
		fields: names.map((name) => ({ name, paths: [[name]], type: "text", repeated: false, filled: 1 }) as const),
	};
	assert.deepEqual(analyseQuery("Foo:1", redcloak, { catalog: source, config: emptyConfig }).problems, []);
	const [problem] = analyseQuery("Event_Name:1", redcloak, { catalog: source, config: emptyConfig }).problems;
	assert.equal(applyEdits("Event_Name:1", [problem?.fix?.edits ?? []]), '"Event Name":1');
});

function fixed(query: string, dialect: Dialect): string {
	let current = query;
	for (let round = 0; round < 10; round++) {
		const next = applyEdits(
			current,
			problemsOf(current, dialect).map(({ fix }) => fix?.edits ?? []),
		);
		if (next === current) return current;
		current = next;
	}
	throw new Error(`No fixed point: ${current}`);
}
