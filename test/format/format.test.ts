// How queries are laid out, and that nothing else about them changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import { bind } from "../../server/src/model/bind.ts";
import { format } from "../../server/src/syntax/format.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { withoutSpans } from "../support/exprs.ts";
import { queryTexts } from "../support/queryTexts.ts";

const read = (text: string, dialect: Dialect) => withoutSpans(bind(parseQuery(text, dialect)));

test("the same Expr, and once is enough", () => {
	fc.assert(
		fc.property(queryTexts, fc.constantFrom(null, 1, 20, 100), ([text, dialect], columns) => {
			const once = format(parseQuery(text, dialect), columns);
			assert.deepEqual(read(once, dialect), read(text, dialect), once);
			assert.equal(format(parseQuery(once, dialect), columns), once);
		}),
		{ numRuns: Number(process.env.RUNS ?? 3000) },
	);
});
