// How queries are laid out, and that nothing else about them changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Dialect, type DialectName, dialectOf } from "../../server/src/base/dialect.ts";
import { bind } from "../../server/src/model/bind.ts";
import { format } from "../../server/src/syntax/format.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { cases } from "../support/cases.ts";
import { withoutSpans } from "../support/exprs.ts";
import { events, matches } from "../support/matches.ts";
import { queries } from "../support/queries.ts";
import { queryTexts } from "../support/queryTexts.ts";

const redcloak = dialectOf("redcloak");
const oneLine = (text: string, dialect: Dialect = redcloak) => format(parseQuery(text, dialect), null);
const inLines = (text: string, columns = 100) => format(parseQuery(text), columns);
const raw = String.raw;

const rows: readonly (readonly [written: string, formatted: string, dialect?: DialectName])[] = [
	["a:1   and b:2", "a:1 AND b:2"],
	["a:1 && b:2 and not c:3", "a:1 AND b:2 AND NOT c:3"],
	["a:1 ||b:2", "a:1 OR b:2", "carbonblack"],
	["a:1 and b:2", "a:1 and b:2", "lucene"],
	["a:1 && b:2  || c:3", "a:1 AND b:2 OR c:3", "lucene"],
	["a : 1 AND ! b:2 && -(c)", "a: 1 and not b:2 and not c", "kibana"],
	["a  >=  1 OR (b>2)", "a >= 1 or b>2", "kibana"],
	["a  >=  1 OR (b: >2)", "a>=1 OR b: >2"],
	["a:1 AND b:2 OR c:3", "(a:1 AND b:2) OR c:3"],
	["a:1 b:2 OR c:3", "(a:1 b:2) OR c:3"],
	["f:(a AND b OR c)", "f:((a AND b) OR c)"],
	["(a AND b) AND c", "(a AND b) AND c"],
	["((a:1))", "a:1"],
	["( a:1 OR b:2 )", "a:1 OR b:2"],
	["((a:1 OR b:2)) AND (c:3)", "(a:1 OR b:2) AND c:3"],
	["f:( (a) OR ((b OR c)) )", "f:(a OR (b OR c))"],
	["f:(a)", "f:a"],
	['f:=( "a b" ) and -f:(/x/)', 'f:="a b" AND -f:/x/'],
	["(a:1) (b:2)", "(a:1) (b:2)"],
	["f:(a)^2 AND f:(a)~1", "f:(a)^2 AND f:(a)~1"],
	["f:(=a) AND C:(\\x)", "f:(=a) AND C:(\\x)"],
	["f:(a) b", "f:(a) b", "kibana"],
	["f:net  user AND g:x", "f:net user and g:x", "kibana"],
	["user : { name : x and id:1 }", "user: {name: x and id:1}", "kibana"],
	["(-a) AND b", "(-a) AND b", "lucene"],
	["!(a)  AND - b AND NOT(c OR d)", "!a AND -b AND NOT (c OR d)"],
	["! =a", "! =a"],
	["not - a", "NOT -a"],
	["+a   +b  -c", "+a +b -c", "lucene"],
	["x: =a", "x: =a"],
	['image : C:\\Program*\\x.exe  AND  user:"A  b"', 'image:C:\\Program*\\x.exe AND user:"A  b"'],
	[raw`path:C:\Temp\ AND b`, raw`path:C:\Temp\ AND b`],
	["t:[2026-01-01   TO  *]  and a", "t:[2026-01-01   TO  *] AND a"],
	["a\nOR\tb\u00a0OR c", "a OR b OR c"],
];

for (const [written, formatted, name = "redcloak"] of rows)
	test(`${JSON.stringify(written)} in ${name}`, () => assert.equal(oneLine(written, dialectOf(name)), formatted));

test("what is not whole, or cannot be moved safely, stays as it is", () => {
	for (const text of [
		"a  AND",
		"(a  b",
		'a  "b',
		"a  ( )",
		"a  )",
		"a  [b TO",
		'"a\nb"  c',
		raw`a  b\ `.trim(),
		raw`(a  OR C:\ ) AND b`,
		'a"b"  c',
		"",
	])
		assert.equal(oneLine(text), text);
	const deep = `${"(".repeat(100_000)}a ${" OR b)".repeat(100_000)}`;
	assert.equal(oneLine(deep), deep);
});

const list = Array.from({ length: 9 }, (_, i) => `tool_number_${i}.exe`);

test("a long query has a line for each operator; nested groups are indented", () => {
	assert.equal(
		inLines(`image:(${list.join(" OR ")}) and commandline:(transfer OR "a b") && NOT (a:1 AND b:2 or c:3)`),
		[
			"image:(",
			...list.map((name, i) => `  ${i === 0 ? "" : "OR "}${name}`),
			")",
			'AND commandline:(transfer OR "a b")',
			"AND NOT ((a:1 AND b:2) OR c:3)",
		].join("\n"),
	);
	assert.equal(
		inLines("aaaa:1 bbbb:2 AND -(cccc:3 AND dddd:4 OR eeee:5)", 20),
		"aaaa:1\nbbbb:2\nAND -(\n  (\n    cccc:3\n    AND dddd:4\n  )\n  OR eeee:5\n)",
	);
});

test("a line break between clauses stays one for all of them; others go", () => {
	assert.equal(inLines("a:1 AND\nb:2 AND c:(\nd OR e)"), "a:1\nAND b:2\nAND c:(d OR e)");
	assert.equal(inLines("c:(d\n OR e) AND a:1"), "c:(\n  d\n  OR e\n)\nAND a:1");
	assert.equal(inLines("a:\n1"), "a:1");
});

test("the same Expr, and once is enough", () => {
	fc.assert(
		fc.property(queryTexts, fc.constantFrom(null, 1, 20, 100), ([text, dialect], columns) => {
			const once = format(parseQuery(text, dialect), columns);
			const read = (query: string) => withoutSpans(bind(parseQuery(query, dialect)));
			assert.deepEqual(read(once), read(text), once);
			assert.equal(format(parseQuery(once, dialect), columns), once);
			if (columns === null && once !== text) assert.doesNotMatch(once, /[\r\n]/);
		}),
		cases(50_000),
	);
});

test("the same events match", () => {
	fc.assert(
		fc.property(queryTexts, events, ([text, dialect], some) => {
			const found = (query: string) => matches(bind(parseQuery(query, dialect)), some);
			assert.deepEqual(found(format(parseQuery(text, dialect), 40)), found(text));
		}),
		cases(3000),
	);
});

test("queries as hunters write them change little else than their blanks, operators and brackets", () => {
	const bare = (text: string) => text.replace(/[\s()]|&&|\|\||\b(?:and|or|not)\b/gi, "");
	for (const query of queries) assert.equal(bare(oneLine(query)), bare(query));
});
