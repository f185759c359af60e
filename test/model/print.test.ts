// What is printed is read as what was printed, in every dialect.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { bind } from "../../server/src/model/bind.ts";
import { print } from "../../server/src/model/print.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { cases } from "../support/cases.ts";
import { withoutSpans } from "../support/exprs.ts";
import { events, matches } from "../support/matches.ts";
import { dialects, queryTexts } from "../support/queryTexts.ts";

const read = (text: string, dialect: Dialect) => bind(parseQuery(text, dialect));
const raw = String.raw;
const lucene = dialectOf("lucene");
const es = dialectOf("lucene", { es: true });
const redcloak = dialectOf("redcloak");
const kibana = dialectOf("kibana");
const carbonblack = dialectOf("carbonblack");

const rows: readonly (readonly [query: string, dialect: Dialect, printed: string])[] = [
	["a:1 and b:2 or -c:3", redcloak, "(a:1 AND b:2) OR NOT c:3"],
	["f:(a OR -(b c))", redcloak, "f:a OR NOT (f:b AND f:c)"],
	["NOT NOT a", redcloak, "NOT NOT a"],
	["image:C:\\Windows\\*.exe", redcloak, raw`image:C:\Windows\*.exe`],
	["image:C\\:\\\\Windows", redcloak, raw`image:C:\Windows`],
	["image:C\\:\\\\Windows", lucene, raw`image:C\:\\Windows`],
	["f:a\\ b", redcloak, raw`f:a\ b`],
	['"a b":"c \\"d\\""~2', redcloak, raw`a\ b:"c \"d\""~2`],
	["ip:10.0.0.0/8", redcloak, "ip:10.0.0.0/8"],
	["ip:10.0.0.0\\/8", lucene, raw`ip:10.0.0.0\/8`],
	["p:>=5 AND p:[1 TO *}", redcloak, "p:>=5 AND p:>=1"],
	["p:{5 TO *}", lucene, "p:{5 TO *}"],
	['t:["2026-01-31 10:00" TO now-1d/d]', redcloak, 't:["2026-01-31 10:00" TO now-1d/d]'],
	["f:=x* AND f:* AND _exists_:\\*", redcloak, "f:=x* AND f:* AND _exists_:*"],
	["(ABCDEF)~1 x~", redcloak, "(ABCDEF)~1 AND x~2"],
	["\\AND f:AND", redcloak, raw`\u0041ND AND f:AND`],
	["url:http\\://x", redcloak, raw`url:http\:\/\/x`],
	["f:a b", kibana, "f:a OR f:b"],
	["user:{name:x AND id:1}", kibana, "user.name:x AND user.id:1"],
	["+a b -c", lucene, "a AND NOT c"],
	["a b -(c AND d)", lucene, "(a OR b) AND NOT (c AND d)"],
	["a AND (-b)", lucene, "a AND (NOT *:*)"],
	["a OR (-b)", es, "a OR (NOT b)"],
	["-b -c", es, "NOT b AND NOT c"],
	["path:a\\b*", carbonblack, raw`path:a\b*`],
	["path:a\\ b", carbonblack, raw`path:a\ b`],
];

for (const [query, dialect, printed] of rows)
	test(`${query} in ${dialect.name} is printed as ${printed}`, () =>
		assert.equal(print(read(query, dialect), dialect), printed));

test("a lone negation keeps its meaning in lucene", () => {
	assert.equal(print(read("-a", redcloak), lucene), "*:* AND NOT a");
	assert.equal(print(read("a OR -b", redcloak), lucene), "a OR (*:* AND NOT b)");
	assert.equal(print(read("-a -b", redcloak), lucene), "*:* AND NOT a AND NOT b");
});

test("what carbonblack cannot write becomes a phrase, or wild", () => {
	assert.equal(print(read("a\\*b", redcloak), carbonblack), '"a*b"');
	assert.equal(print(read("a\\*b*", redcloak), carbonblack), "a?b*");
});

test("a printed expression reads back as itself", () => {
	fc.assert(
		fc.property(queryTexts, ([text, dialect]) => {
			const expr = read(text, dialect);
			const again = read(print(expr, dialect), dialect);
			assert.deepEqual(said(again, dialect), said(sayable(expr, dialect), dialect), print(expr, dialect));
		}),
		cases(50_000),
	);
});

test("printed in another dialect it matches the same events", () => {
	const others = fc.constantFrom(...dialects.filter(({ name }) => name !== "carbonblack"));
	fc.assert(
		fc.property(queryTexts, others, events, ([text, dialect], other, some) => {
			const expr = read(text, dialect);
			const printed = print(expr, other);
			assert.deepEqual(matches(read(printed, other), some), matches(expr, some), printed);
		}),
		cases(3000),
	);
});

/** Only Lucene's groups that forbid and no more say that nothing matches. */
function sayable(expr: Expr, { name, es }: Dialect): Expr {
	const { span } = expr;
	return expr.kind !== "none" || (name === "lucene" && !es)
		? expr
		: { kind: "not", child: { kind: "all", span }, span };
}

/** In `carbonblack` what becomes of what it cannot write counts as the same. */
function said(expr: Expr, { name }: Dialect): unknown {
	if (name !== "carbonblack") return withoutSpans(expr);
	return withoutSpans(expr, (key, value) => {
		if (key === "kind" && value === "term") return "phrase";
		return key === "text" && typeof value === "string" ? value.replace(/\\[\\*?]|\W/g, "?") : value;
	});
}
