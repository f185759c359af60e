// Any text, finished or not, gives a tree that covers it, in time that grows with its length.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Dialect, dialectNames, dialectOf } from "../../server/src/base/dialect.ts";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { cases } from "../support/cases.ts";
import { checkCovering, checkExpr } from "../support/covering.ts";
import { queries } from "../support/queries.ts";

/** 100,000 random texts in all, in every dialect. */
const runs = 100_000;
const dialects = [
	...dialectNames.map((name) => dialectOf(name)),
	dialectOf("lucene", { defaultOperator: "AND" }),
	dialectOf("lucene", { es: true }),
];
const anyDialect = fc.constantFrom(...dialects);

function checkText(text: string, dialect: Dialect): void {
	const tree = parseQuery(text, dialect);
	checkCovering(tree);
	checkExpr(bind(tree), [0, text.length]);
}

function checkEverywhere(text: string): void {
	for (const dialect of dialects) checkText(text, dialect);
}

test("there are a hundred different queries", () => {
	assert.equal(new Set(queries).size, 100);
});

test("every prefix and every suffix of a query has a covering tree", () => {
	for (const query of queries)
		for (let cut = 0; cut <= query.length; cut++) {
			checkEverywhere(query.slice(0, cut));
			checkEverywhere(query.slice(cut));
		}
});

test("a query with one character missing or doubled has a covering tree", () => {
	for (const query of queries)
		for (let at = 0; at < query.length; at++) {
			checkEverywhere(query.slice(0, at) + query.slice(at + 1));
			checkEverywhere(query.slice(0, at) + query.slice(at).charAt(0).repeat(2) + query.slice(at));
		}
});

test("any string has a covering tree", () => {
	fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), anyDialect, checkText), cases(runs * 0.2));
});

const pieces = [
	..."()[]{}\"'\\/:=<>!+-~^*?&|.,$% \n\t\u00a0\u3000\u201c\u201d\u2013\u2028\ud83d",
	...[
		"AND",
		"or",
		"NOT",
		"TO",
		"a",
		"f:",
		"_exists_",
		"\\u00e9",
		"{{x}}",
		"C:\\",
		"HKLM\\",
		"\\\\s\\",
		"&&",
		"||",
		":=",
	],
	...["[1 TO 2]", "/a/", "~1", "^2", "PROGRA~1", "http://", "::1", "2026-01-31T10:00", '"a b"'],
];

test("any string of pieces of the language has a covering tree", () => {
	const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(""));
	fc.assert(fc.property(text, anyDialect, checkText), cases(runs * 0.4));
});

test("a query with pieces put in and parts cut out has a covering tree", () => {
	const edit = fc.record({ at: fc.nat(120), cut: fc.nat(8), put: fc.constantFrom("", ...pieces) });
	fc.assert(
		fc.property(
			fc.constantFrom(...queries),
			fc.array(edit, { minLength: 1, maxLength: 5 }),
			anyDialect,
			(query, edits, dialect) => {
				const text = edits.reduce((old, { at, cut, put }) => old.slice(0, at) + put + old.slice(at + cut), query);
				checkText(text, dialect);
			},
		),
		cases(runs * 0.4),
	);
});

const shapes = [
	...pieces,
	...[
		"a ",
		"a OR ",
		"f:a AND ",
		"f:(",
		"f:(a OR ",
		"((a) OR ",
		"-a ",
		"NOT ",
		"f:/x ",
		"/a/^1",
		'"a"~1',
		"[ ",
		"[a ",
		"{a}",
	],
	...[
		"a(",
		"a)",
		"\\a",
		"a\\ ",
		"f:[",
		'"a" ',
		'"\\"',
		"a=",
		"x>",
		"f: ",
		"f : a ",
		"a\n",
		"~1^2",
		"(a)~",
		"{",
		"'a ",
		"a~1.",
		'["',
		"f:{{a}}",
	],
];

for (const dialect of dialects.slice(0, 4))
	test(`time grows with the length, whatever is repeated, in ${dialect.name}`, () => {
		const timeOf = (text: string) => {
			const start = performance.now();
			bind(parseQuery(text, dialect));
			return performance.now() - start;
		};
		for (const shape of shapes)
			for (const end of ["", "x", "]"]) {
				const [short, long] = [4_000, 24_000].map((length) => shape.repeat(length / shape.length) + end);
				const allowed = 30 * timeOf(short as string) + 300;
				let taken = timeOf(long as string);
				// Another process may have had the machine meanwhile.
				for (let again = 0; again < 2 && taken >= allowed; again++) taken = timeOf(long as string);
				assert.ok(taken < allowed, `24 KB of ${JSON.stringify(shape)} took ${taken} ms, allowed ${allowed} ms`);
			}
	});

test("a query of 200 KB is parsed in seconds at most", () => {
	const query = queries.join(" AND ");
	const text = `${query} OR `.repeat(200_000 / query.length);
	const start = performance.now();
	checkText(text, dialectOf("redcloak"));
	const taken = performance.now() - start;
	assert.ok(text.length > 190_000 && taken < 3000, `${text.length} characters took ${taken} ms`);
});

test("100,000 brackets or negations do not exhaust the stack", () => {
	const nested = ["(", "-", "NOT ", "f:(", "!(", "(a OR ", "{", "f:{"];
	for (const dialect of dialects.slice(0, 4))
		for (const shape of nested.filter((each) => !each.includes("{") || dialect.name === "kibana")) {
			const closing = shape.includes("(") ? ")" : shape.includes("{") ? "}" : "";
			const tree = parseQuery(`${shape.repeat(100_000)}a${closing.repeat(100_000)}`, dialect);
			checkCovering(tree);
			const refused = dialect.name === "lucene" && !closing;
			assert.equal(tree.faults.length > 0, refused, `${shape} in ${dialect.name}`);
			bind(tree);
		}
});

test("100,000 brackets round a clause are the clause", () => {
	const expr = bind(parseQuery(`${"(".repeat(100_000)}f:a${")".repeat(100_000)}`));
	assert.deepEqual(expr, { kind: "match", field: "f", value: { kind: "term", text: "a" }, span: [100_000, 100_003] });
});

test("clauses in any number are no nesting", () => {
	for (const clause of ["-a ", "(a) ", "-(+a) OR ", "-f: AND "]) {
		const { faults } = parseQuery(`${clause.repeat(500)}a`);
		assert.ok(!faults.some(({ rule }) => rule === "stray-character"), clause);
	}
});
