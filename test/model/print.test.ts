// What is printed is read as what was printed, in every dialect.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Dialect } from "../../server/src/base/dialect.ts";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { bind } from "../../server/src/model/bind.ts";
import { print } from "../../server/src/model/print.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { withoutSpans } from "../support/exprs.ts";
import { queryTexts } from "../support/queryTexts.ts";

const read = (text: string, dialect: Dialect) => bind(parseQuery(text, dialect));

test("a printed expression reads back as itself", () => {
	fc.assert(
		fc.property(queryTexts, ([text, dialect]) => {
			const expr = read(text, dialect);
			// A backslash alone can only stand at the very end there; it is printed as a phrase, which says the same.
			fc.pre(
				dialect.name !== "carbonblack" || !JSON.stringify(expr).includes(JSON.stringify({ text: "\\" }).slice(1, -1)),
			);
			const again = read(print(expr, dialect), dialect);
			assert.deepEqual(withoutSpans(again), withoutSpans(saidAs(expr, dialect)), print(expr, dialect));
		}),
		{ numRuns: Number(process.env.RUNS ?? 3000) },
	);
});

/** Only Lucene's groups that forbid and no more say that nothing matches. */
function saidAs(expr: Expr, { name, es }: Dialect): Expr {
	const span = [0, 0] as const;
	return expr.kind !== "none" || (name === "lucene" && !es)
		? expr
		: { kind: "not", child: { kind: "all", span }, span };
}
