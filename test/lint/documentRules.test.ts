// The examples of every rule over documents: the bad ones are reported by it, the good ones by none, and its fix leads from
// one to the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyConfig } from "../../server/src/config/config.ts";
import { type DocumentExample, type DocumentRule, documentOf } from "../../server/src/lint/defineRule.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

for (const rule of rules.filter((each): each is DocumentRule => "checkDocument" in each)) {
	for (const [index, bad] of rule.bad.entries()) {
		test(`${rule.id} reports its bad example ${index + 1}`, () => {
			const own = problemsOf(bad, rule).filter((problem) => problem.rule === rule.id);
			assert.ok(own.length > 0);
			for (const { message, span } of own) assert.ok(message.length > 10 && span[0] <= span[1]);
			if (own.some(({ fix }) => fix)) assert.ok(rule.fix, "a rule says what its fix does");
			const good = rule.good[index];
			if (!good || !own.every(({ fix }) => fix)) return;
			const edits = own.map(({ fix }) => fix?.edits ?? []);
			assert.equal(applyEdits(documentOf(bad), edits), documentOf(good));
		});
	}
	for (const [index, good] of rule.good.entries())
		test(`${rule.id}: nothing is wrong with its good example ${index + 1}`, () =>
			assert.deepEqual(problemsOf(good, rule), []));
}

/** What all rules say, the one at hand switched on. */
function problemsOf(example: DocumentExample, { id, severity }: DocumentRule) {
	const config = { ...emptyConfig, ...(severity === "off" && { rules: { [id]: "warning" as const } }) };
	return analyse(documentOf(example), null, { ...noContext, config }).problems;
}
