// Which clauses of Lucene's groups only rank.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectOf } from "../../server/src/base/dialect.ts";
import { bind } from "../../server/src/model/bind.ts";
import { ranking } from "../../server/src/model/occurrences.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";

test("what only ranks beside what is required, by its group, outermost only", () => {
	for (const [query, ...expected] of [
		["a:1 AND b:2 OR c:3", ["c:3"]],
		["+a:1 b:2 c:3", ["b:2", "c:3"]],
		["+a:1 (b:2 AND c:3 OR d:4)", ["(b:2 AND c:3 OR d:4)"]],
		["+a:1 +(+b:2 c:3) d:4", ["d:4"], ["c:3"]],
		["a:1 OR b:2"],
		["a:1 -b:2"],
		["+a:1 -b:2"],
		["+a:1 f: )"],
		[""],
	] as const) {
		const tree = parseQuery(query, dialectOf("lucene"));
		const groups = [...ranking(tree, bind(tree)).values()];
		assert.deepEqual(
			groups.map((clauses) => clauses.map(({ span }) => query.slice(...span))),
			expected,
			query,
		);
	}
	const tree = parseQuery("a:1 AND b:2 OR c:3", dialectOf("redcloak"));
	assert.equal(ranking(tree, bind(tree)).size, 0);
});
