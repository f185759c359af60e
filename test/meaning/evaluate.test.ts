// The reference evaluator on literal events: each row of "Meaning" in the query language.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BoundExpr, Piece, Test } from "../../server/src/meaning/boundExpr.ts";
import { evaluate } from "../../server/src/meaning/evaluate.ts";
import { parseEvent } from "../../server/src/meaning/event.ts";
import { patternOf } from "../../server/src/meaning/pattern.ts";
import { cases } from "../support/cases.ts";

const span = [0, 0] as const;
const f = { name: "f", paths: [["f"]] };
const on = (test: Test, field: typeof f | null = f): BoundExpr => ({ kind: "test", field, test, span });
const text = (pattern: string, whole = false): BoundExpr =>
	on({ kind: "text", pieces: patternOf("wildcard", pattern), whole });
const phrase = (literal: string): BoundExpr => on({ kind: "text", pieces: [literal], whole: false });
const whole = (pattern: string): BoundExpr => text(pattern, true);
const regex = (source: string, all = false): BoundExpr => on({ kind: "regex", source, whole: all });
const exists = on({ kind: "exists" });
const number = (from: string | null, to: string | null, inclusive = true): BoundExpr =>
	on({
		kind: "number",
		from: from === null ? null : { value: from, inclusive },
		to: to === null ? null : { value: to, inclusive },
	});

function table(title: string, rows: readonly (readonly [BoundExpr, value: string, expected: boolean])[]): void {
	for (const [index, [expr, value, expected]] of rows.entries()) {
		test(`${title} ${index + 1}: ${value} ${expected ? "matches" : "does not match"}`, () => {
			assert.equal(evaluate(expr, parseEvent(`{"f":${value},"g":"other"}`)), expected);
		});
	}
}

table("whole word", [
	[text("list"), '"/list"', true],
	[text("list"), '"a list b"', true],
	[text("list"), '"listing"', false],
	[text("list"), '"my_list"', false],
	[text("list"), '"listing the list"', true],
	[text("bitsadmin"), '"C:\\\\x\\\\bitsadmin.exe"', true],
	[text("/transfer"), '"x/transfer job"', true],
	[text("-enc"), '"powershell-enc x"', true],
	[text("-enc"), '"powershell -encoded"', false],
	[text("admin$"), '"admin$x"', true],
	[text("é"), '"caféx"', true],
	[phrase("net user"), '"x net user y"', true],
	[phrase("net user"), '"x net  user y"', false],
	[phrase("*.exe"), '"a *.exe"', true],
	[phrase("*.exe"), '"a.exe"', false],
]);

table("ignoring case", [
	[text("BITS"), '"bits"', true],
	[text("k"), '"\u212a"', false],
	[text("\u212a"), '"k"', false],
	[text("s"), '"\u017f"', false],
	[text("\u017f"), '"S"', false],
	[text("É"), '"é"', true],
	[text("ς"), '"Σ"', true],
	[text("ß"), '"ẞ"', true],
	[text("ß"), '"ss"', false],
	[text("ı"), '"I"', false],
	[text("İ"), '"i"', false],
	[text("я"), '"Я"', true],
	[text("𐐀"), '"𐐨"', true],
	[text("[x]"), '"{X}"', false],
]);

table("wildcards", [
	[text("ab*c?"), '"xx ab123cd"', true],
	[text("ab*c?"), '"xab1cd"', false],
	[text("ab*c?"), '"ab\\n\\nc\\n"', true],
	[text("ab*c?"), '"abc"', false],
	[text("*list"), '"mylist"', true],
	[text("*list"), '"mylisting"', false],
	[text("*list*"), '"mylisting"', true],
	[text("l?st"), '"l💣st"', true],
	[text("l??st"), '"l💣st"', false],
	[text("a*b*c"), '"a c b c"', true],
	[text("a*b*c"), '"c b a"', false],
	[text("50\\*"), '"50* off"', true],
	[text("50\\*"), '"500"', false],
	[text("*"), '""', true],
	[text("?"), '""', false],
]);

table("whole value", [
	[whole("net"), '"NET"', true],
	[whole("net"), '"net user"', false],
	[whole("net*"), '"network"', true],
	[whole("net*"), '"a net"', false],
	[whole("*.exe"), '"a.exe"', true],
	[whole("*.exe"), '"a.exe b"', false],
	[whole("a*a"), '"a"', false],
	[whole("a*b*b"), '"axbxb"', true],
	[whole(""), '""', true],
	[whole(""), '" "', false],
	[whole("net"), '"net\\n"', false],
]);

table("regular expressions", [
	[regex("b.ts"), '"xB\\nTSx"', true],
	[regex("^bits$"), '"xbits"', false],
	[regex("^bits$"), '"bits\\n"', false],
	[regex("bits", true), '"bits"', true],
	[regex("bits", true), '"bitsy"', false],
	[regex("\\d{4}"), "4688", true],
]);

table("exists", [
	[exists, '""', true],
	[exists, "0", true],
	[exists, "false", true],
	[exists, "null", false],
	[exists, "[]", false],
	[exists, "[null]", false],
	[exists, "{}", false],
	[exists, '{"a":{}}', false],
	[exists, '{"a":null}', false],
	[exists, '{"a":{"b":1}}', true],
	[exists, '[null,"x"]', true],
]);

table("numbers and booleans as text", [
	[text("4688"), "4688", true],
	[text("468"), "4688", false],
	[whole("1.0"), "1.0", true],
	[whole("1"), "1.0", false],
	[whole("9007199254740993"), "9007199254740993", true],
	[text("true"), "true", true],
	[text("null"), "null", false],
	[text("a"), '{"a":"a"}', false],
]);

table("numbers", [
	[number("1", "1"), "1", true],
	[number("1", "1"), '"1"', true],
	[number("420", "420"), '"0x1a4"', true],
	[number("7", "7"), '"007"', true],
	[number("1000", "1000"), "1e3", true],
	[number("1", "1"), "1.0", true],
	[number("1", "1"), "true", false],
	[number("1", "1"), '" 1"', false],
	[number("9007199254740993", null), "9007199254740992", false],
	[number("9007199254740993", null), "9007199254740993", true],
	[number("10", null), "9", false],
	[number("1", "3", false), "3", false],
	[number("1", "3", false), "2.5", true],
	[number(null, "-1"), "-1.5", true],
	[number(null, null), '"x"', false],
]);

const march = Date.parse("2026-03-01T00:00:00Z") * 1000;
const april = Date.parse("2026-04-01T00:00:00Z") * 1000;
const inMarch = on({
	kind: "instant",
	from: { value: march, inclusive: true },
	to: { value: april, inclusive: false },
});
const from10 = "00000000000000000000ffff0a000000";
const to10 = "00000000000000000000ffff0affffff";
const in10 = on({ kind: "address", from: { value: from10, inclusive: true }, to: { value: to10, inclusive: true } });
const fromB = on({ kind: "text-range", from: { value: "b", inclusive: true }, to: null });
const afterB = on({ kind: "text-range", from: { value: "b", inclusive: false }, to: null });
const toEmoji = on({ kind: "text-range", from: null, to: { value: "💣", inclusive: false } });

table("dates", [
	[inMarch, '"2026-03-31T23:59:59.999999Z"', true],
	[inMarch, '"2026-04-01 00:00:00"', false],
	[inMarch, '"2026-04-01T01:00:00+02:00"', true],
	[inMarch, '"2026-02-28"', false],
	[inMarch, '"yesterday"', false],
	[inMarch, "1772366400", false],
]);

table("addresses", [
	[in10, '"10.255.255.255"', true],
	[in10, '"::ffff:10.0.0.1"', true],
	[in10, '"11.0.0.0"', false],
	[in10, '"10.0"', false],
	[in10, '"10.0.0.1 "', false],
	[in10, '["192.168.0.1","10.1.1.1"]', true],
]);

table("text ranges", [
	[fromB, '"b"', true],
	[afterB, '"b"', false],
	[afterB, '"ba"', true],
	[fromB, '"B"', false],
	[toEmoji, '"\uffff"', true],
	[toEmoji, '"💣"', false],
]);

table("arrays and negation", [
	[text("b"), '["a","b"]', true],
	[text("b"), '[["a"],["b"]]', true],
	[text("b"), '[{"b":"b"}]', false],
	[{ kind: "not", child: text("b") }, '["a","b"]', false],
	[{ kind: "not", child: text("b") }, '["a"]', true],
	[{ kind: "not", child: text("b") }, "null", true],
]);

test("a field is found by each of its chains of keys, through arrays", () => {
	const field = { name: "a.b", paths: [["a.b"], ["a", "b"]] };
	const expr = on({ kind: "text", pieces: ["x"], whole: true }, field);
	for (const event of ['{"a.b":"x"}', '{"a":{"b":"x"}}', '{"a":[{"b":"y"},{"b":["x"]}]}']) {
		assert.equal(evaluate(expr, parseEvent(event)), true, event);
	}
	for (const event of ['{"a":"x"}', '{"b":"x"}', '{"A":{"b":"x"}}', "[]", '"x"', "null"]) {
		assert.equal(evaluate(expr, parseEvent(event)), false, event);
	}
});

test("without a field any scalar counts, numbers too, names do not", () => {
	const any = (word: string): BoundExpr => on({ kind: "text", pieces: [word], whole: false }, null);
	const event = parseEvent('{"id":4688,"deep":[{"er":{"word":true}}],"none":null}');
	assert.equal(evaluate(any("4688"), event), true);
	assert.equal(evaluate(any("true"), event), true);
	assert.equal(evaluate(any("word"), event), false);
	assert.equal(evaluate(any("null"), event), false);
});

test("the last of two equal keys counts, and a key like __proto__ is only a key", () => {
	const event = parseEvent('{"f":"a","f":"b","__proto__":{"g":"x"}}');
	assert.equal(evaluate(text("a"), event), false);
	assert.equal(evaluate(text("b"), event), true);
	assert.equal(evaluate(on({ kind: "exists" }, { name: "g", paths: [["g"]] }), event), false);
	assert.equal(evaluate(on({ kind: "exists" }, { name: "x", paths: [["toString"]] }), event), false);
});

test("a broken line throws, so that no negation can match it", () =>
	assert.throws(() => parseEvent('{"f":'), SyntaxError));

const piece: fc.Arbitrary<Piece> = fc.oneof(
	fc.constantFrom("a", "b", "ab", "_", "-", "é"),
	fc.constantFrom<Piece>({ wild: "run" }, { wild: "one" }),
);
const value = fc.string({ unit: fc.constantFrom("a", "B", "_", "-", "É", "\n"), maxLength: 8 });
const leaf = fc.record({ pieces: fc.array(piece, { maxLength: 5 }), whole: fc.boolean() });

test("cutting a pattern at its runs finds what one backtracking expression finds", () => {
	fc.assert(
		fc.property(leaf, value, ({ pieces, whole: all }, subject) => {
			const wild = { run: "[^]*", one: "[^]" };
			const body = pieces.map((each) => (typeof each === "string" ? each : wild[each.wild])).join("");
			const word = (each: Piece | undefined, at: number) =>
				typeof each === "string" && /[a-z_]/.test(each.at(at) ?? "");
			const before = all ? "^" : word(pieces[0], 0) ? "(?<![A-Za-z_])" : "";
			const after = all ? "$" : word(pieces.at(-1), -1) ? "(?![A-Za-z_])" : "";
			const expected = new RegExp(before + body + after, "iu").test(subject);
			assert.equal(evaluate(on({ kind: "text", pieces, whole: all }), { f: subject }), expected);
		}),
		cases(2000),
	);
});

test("a pattern of many runs is quick on a long text without a match", () => {
	const expr = text("*a*a*a*a*a*a*a*b");
	const started = performance.now();
	assert.equal(evaluate(expr, { f: "a".repeat(200_000) }), false);
	assert.ok(performance.now() - started < 2000);
});

test("laws: double negation, De Morgan", () => {
	const expr = leaf.map(({ pieces, whole: all }) => on({ kind: "text", pieces, whole: all }));
	const event = fc.record({ f: fc.oneof(value, fc.array(value), fc.constant(null)) }, { requiredKeys: [] });
	const not = (child: BoundExpr): BoundExpr => ({ kind: "not", child });
	fc.assert(
		fc.property(expr, expr, event, (a, b, e) => {
			assert.equal(evaluate(not(not(a)), e), evaluate(a, e));
			const both = not({ kind: "and", children: [a, b] });
			assert.equal(evaluate(both, e), evaluate({ kind: "or", children: [not(a), not(b)] }, e));
		}),
	);
});
