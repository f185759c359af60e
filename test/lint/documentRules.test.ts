// The examples of every rule over documents: the bad ones are reported by it, the good ones by none, and its fix leads from
// one to the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { certainFix } from "../../server/src/base/problem.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { type DocumentExample, type DocumentRule, documentOf } from "../../server/src/lint/defineRule.ts";
import { noOtherHunts, type OtherHunts } from "../../server/src/lint/otherHunts.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { createHuntIndex, saidBy } from "../../server/src/workspace/huntIndex.ts";

for (const rule of rules.filter((each): each is DocumentRule => "checkDocument" in each)) {
	for (const [index, bad] of rule.bad.entries()) {
		test(`${rule.id} reports its bad example ${index + 1}`, () => {
			const own = problemsOf(bad, rule).filter((problem) => problem.rule === rule.id);
			assert.ok(own.length > 0);
			for (const { message, span } of own) assert.ok(message.length > 10 && span[0] <= span[1]);
			if (own.some(({ fix }) => fix)) assert.ok(rule.fix, "a rule says what its fix does");
			const good = rule.good[index];
			// What a person must choose leaves something to fill in.
			if (!good || !own.every(certainFix)) return;
			const edits = own.map((problem) => certainFix(problem)?.edits ?? []);
			assert.equal(applyEdits(documentOf(bad), edits), documentOf(good));
		});
	}
	for (const [index, good] of rule.good.entries())
		test(`${rule.id}: nothing is wrong with its good example ${index + 1}`, () =>
			assert.deepEqual(problemsOf(good, rule), []));
}

/** Where files can be read, this is the one of the examples that is not there. */
const missingData = new Set(["data/gone.ndjson"]);

/** What all rules say, the one at hand switched on. */
function problemsOf(example: DocumentExample, { id, severity }: DocumentRule) {
	const config = { ...emptyConfig, ...(severity === "off" && { rules: { [id]: "warning" as const } }) };
	const others = typeof example === "string" ? noOtherHunts : othersOf(example.others);
	return analyse(documentOf(example), null, { ...noContext, config, others, missingData, now: Date.UTC(2026, 0, 1) })
		.problems;
}

function othersOf(documents: Readonly<Record<string, string>>): OtherHunts {
	const index = createHuntIndex();
	for (const [name, text] of Object.entries(documents)) index.update(name, saidBy(name, analyse(text)));
	return index.othersOf("this.md");
}
