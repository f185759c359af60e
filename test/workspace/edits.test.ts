// Any sequence of edits gives what a fresh analysis gives, and leaves what it did not touch as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dialectNames } from "../../server/src/base/dialect.ts";
import { type Analysis, analyse } from "../../server/src/workspace/analysis.ts";
import { cases } from "../support/cases.ts";
import { queries } from "../support/queries.ts";

/** A hunt with queries in spans and fences, every fourth in another dialect. */
function huntWith(texts: readonly string[]): string {
	const sections = texts.map((text, index) => {
		const [before, after] = text.includes("\n") ? ["```lucene\n", "\n```"] : ["`", "`"];
		return `## Analytic ${index + 1} - ${dialectNames[index % 4]} queries\nWhy.\n\n${before}${text}${after}\n`;
	});
	return `# Hunt\n\n## Hypothesis\nSomething.\n\n${sections.join("\n")}`;
}

const pieces = [
	..."()[]{}\"'\\/:=<>!+-~^*?` \n",
	..." AND | or | NOT |field:x|f:(a OR b)|\n\n`a_b:1`\n\n|## Analytic 9 - Lucene\n\n|```\n|---\ndialect: lucene\n---\n".split(
		"|",
	),
];

const edit = fc.record({
	at: fc.nat(),
	remove: fc.nat({ max: 12 }),
	insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join("")),
});

test("analysing edit by edit is analysing afresh", () => {
	const start = fc.array(fc.constantFrom(...queries.filter((query) => !query.includes("`"))), {
		minLength: 1,
		maxLength: 5,
	});
	fc.assert(
		fc.property(start, fc.array(edit, { minLength: 1, maxLength: 10 }), (texts, edits) => {
			let analysis = analyse(huntWith(texts));
			for (const { at, remove, insert } of edits) {
				const from = at % analysis.text.length;
				const text = analysis.text.slice(0, from) + insert + analysis.text.slice(from + remove);
				const next = analyse(text || "x", analysis);
				const fresh = analyse(next.text);
				assert.deepEqual(next.problems, fresh.problems);
				assert.deepEqual(next.queries, fresh.queries);
				assertReused(analysis, next);
				analysis = next;
			}
		}),
		cases(1500),
	);
});

/** Every query that was there before, in the same dialect, has the same tree, not a new one that is alike. */
function assertReused(before: Analysis, after: Analysis): void {
	for (const { query, tree } of after.queries) {
		const same = before.queries.find((each) => each.query.text === query.text && each.tree.dialect === tree.dialect);
		if (same) assert.equal(tree, same.tree);
	}
}
