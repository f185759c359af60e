// Each kind of test, on small files: which lines match.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BoundExpr, Test } from "../../server/src/meaning/boundExpr.ts";
import { and, anyOne, anyRun, exists, field, fileOf, linesOf, not, or, startEngine, test, text } from "./support.ts";

const engine = startEngine();

/** Each value becomes the field `f` of one line; the case names the values that match. */
function check(name: string, values: readonly unknown[], query: BoundExpr, expected: readonly unknown[]): void {
	it(name, async () => {
		const path = fileOf(values.map((f) => JSON.stringify(f === undefined ? {} : { f })));
		const lines = await linesOf(engine, path, query);
		assert.deepEqual(
			lines.map((line) => values[line - 1]),
			expected,
		);
	});
}

const whole = (...pieces: Extract<Test, { kind: "text" }>["pieces"]) =>
	test("f", { kind: "text", pieces, whole: true });
const number = (from: string | null, to: string | null, inclusive = true) =>
	test("f", {
		kind: "number",
		from: from === null ? null : { value: from, inclusive },
		to: to === null ? null : { value: to, inclusive },
	});

describe("text", () => {
	const paths = [
		"C:\\x\\bitsadmin.exe",
		"BITSADMIN",
		"bitsadmins",
		"_bitsadmin",
		"a bitsadmin\nb",
		"",
		undefined,
		null,
	];
	check("a whole word, ignoring case", paths, text("f", "bitsadmin"), [paths[0], paths[1], paths[4]]);
	check("edges that are no word characters are free", ["a/list", "/listing", "x/list y"], text("f", "/list"), [
		"a/list",
		"x/list y",
	]);
	check("wild edges have no boundary", ["xab1cy", "ab", "axb"], text("f", anyRun, "ab", anyRun), ["xab1cy", "ab"]);
	check("wild pieces", ["a\nb", "axb", "ab", "a😀b"], text("f", "a", anyOne, "b"), ["a\nb", "axb", "a😀b"]);
	check("whole values", ["cmd", "CMD", "cmd x", ""], whole("cmd"), ["cmd", "CMD"]);
	check("the empty text", ["", "x", null, undefined], whole(), [""]);
	check("starts with", ["abc", "xab"], whole("ab", anyRun), ["abc"]);
	check("ASCII folds only with ASCII", ["K", "k", "\u212a", "ſ", "s"], or(whole("k"), whole("s")), ["K", "k", "s"]);
	check("other letters by simple folding", ["Σ", "σ", "ς", "É", "ẞ", "ss"], or(whole("ς"), whole("é"), whole("ß")), [
		"Σ",
		"σ",
		"ς",
		"É",
		"ẞ",
	]);
	check("the Kelvin sign is itself", ["k", "\u212a"], whole("\u212a"), ["\u212a"]);
	check("everything that is special elsewhere", ["a'b\\c$[x]%_{", "ab"], text("f", "'b\\c$[x]%_{"), ["a'b\\c$[x]%_{"]);
	check("numbers and booleans", [4688, true, "4688x", 46880, [4688]], or(text("f", "4688"), text("f", "TRUE")), [
		4688,
		true,
		[4688],
	]);
	check(
		"elements of arrays, never the array's own text",
		[["a", "b c"], [["b"]], "b", { b: 1 }, ["ab"]],
		text("f", "b"),
		[["a", "b c"], [["b"]], "b"],
	);
	check("negation of a missing field", [undefined, "x", ["x", "y"], null], not(text("f", "x")), [undefined, null]);
	check(
		"many words",
		["one w77 two", "w78x", "W79"],
		or(...Array.from({ length: 500 }, (_, n) => text("f", `w${n}`))),
		["one w77 two", "W79"],
	);
	check("NUL", ["a\0b", "ab"], text("f", "\0b"), ["a\0b"]);
});

describe("other kinds", () => {
	check("regex", ["abc", "xABx", "a\nb", "b"], test("f", { kind: "regex", source: "^a.?b|B$", whole: false }), [
		"abc",
		"a\nb",
		"b",
	]);
	check("regex of the whole value", ["ab", "abc"], test("f", { kind: "regex", source: "a|ab", whole: true }), ["ab"]);
	check("exists", [null, [], [null], {}, { a: null }, "", 0, false, [""], { a: [{ b: 1 }] }, undefined], exists("f"), [
		"",
		0,
		false,
		[""],
		{ a: [{ b: 1 }] },
	]);
	check("numbers", [5, "5", "007", "0x5", "5x", 5.5, true, [9, 5], "4.99", -5, ""], number("5", "5"), [
		5,
		"5",
		"0x5",
		[9, 5],
	]);
	check("numbers, open and exclusive", [6, "007", 7.5, "1e3", 5, null], number("5", null, false), [
		6,
		"007",
		7.5,
		"1e3",
	]);
	check("fractions as bounds", [1, 2, 1.5, "1.25"], number("1.2", "1.9"), [1.5, "1.25"]);
	check(
		"text by code point",
		["a", "B", "é", "b"],
		test("f", { kind: "text-range", from: { value: "a", inclusive: false }, to: null }),
		["é", "b"],
	);
	check("constants", ["a"], and({ kind: "all" }, not({ kind: "none" }), or({ kind: "all" })), ["a"]);

	it("numbers beyond 2^53", async () => {
		const path = fileOf([
			'{"f":9007199254740993}',
			'{"f":9007199254740992}',
			'{"f":"9007199254740993"}',
			'{"f":123456789012345678901234567890}',
		]);
		assert.deepEqual(await linesOf(engine, path, number("9007199254740993", "9007199254740993")), [1, 3]);
		assert.deepEqual(await linesOf(engine, path, text("f", "123456789012345678901234567890")), [4]);
	});

	const march = Date.UTC(2026, 2, 1) * 1000;
	const since = test("f", {
		kind: "instant",
		from: { value: march, inclusive: true },
		to: { value: march + 1, inclusive: false },
	});
	const same = [
		"2026-03-01",
		"2026-03-01T00:00",
		"2026-03-01 00:00:00",
		"2026-03-01T00:00:00Z",
		"2026-03-01T02:00:00.000+02:00",
		"2026-02-28 21:30:00-0230",
		"2026-03-01T00:00:00.0000009Z",
	];
	check("instants", [...same, "2026-03-01T00:00:00.000001Z", "soon", 1772323200, "2026-03-01T01:00:00"], since, same);

	const network = (from: string, to: string) =>
		test("f", { kind: "address", from: { value: from, inclusive: true }, to: { value: to, inclusive: true } });
	check(
		"IPv4",
		[
			"10.1.2.3",
			"::ffff:10.1.2.3",
			"::FFFF:a01:203",
			"11.0.0.1",
			"10.1.2",
			"10.1.2.3 x",
			"10.1.2.256",
			["x", "10.0.0.0"],
		],
		network("00000000000000000000ffff0a000000", "00000000000000000000ffff0affffff"),
		["10.1.2.3", "::ffff:10.1.2.3", "::FFFF:a01:203", ["x", "10.0.0.0"]],
	);
	check(
		"IPv6",
		["fe80::1", "FE80:0:0:0:0:0:0:1", "fe80::", "::1", "fe80:::1", "fe80", "fe80::1::2", "1:2:3:4:5:6:7:8:9"],
		network("fe800000000000000000000000000000", "fe80ffffffffffffffffffffffffffff"),
		["fe80::1", "FE80:0:0:0:0:0:0:1", "fe80::"],
	);
});

describe("where values stand", () => {
	const lines = [
		{ a: { b: "x" } },
		{ "a.b": "x" },
		{ a: [{ b: "y" }, { b: ["z", "x"] }] },
		{ a: { b: { c: "x" } } },
		{ A: { b: "x" } },
		{ a: "x", "": { 'q"\\': "x" } },
		{ ProcessId: "x", ProcessID: "y" },
	].map((event) => JSON.stringify(event));
	const nested = field("a.b", ["a", "b"], ["a.b"]);
	const cases: readonly [string, BoundExpr, number[]][] = [
		["nested and dotted, arrays of objects, exact case", text(nested, "x"), [1, 2, 3]],
		["an object is there", exists(nested), [1, 2, 3, 4]],
		["awkward keys", text(field('.q"\\', ["", 'q"\\']), "x"), [6]],
		["names that differ only in case", and(text("ProcessId", "x"), text("ProcessID", "y")), [7]],
		["such a name alone", text("ProcessID", "x"), []],
		["any scalar", text(null, "x"), [1, 2, 3, 4, 5, 6, 7]],
		["any scalar, negated", not(text(null, "z")), [1, 2, 4, 5, 6, 7]],
		["a field that no event has", not(text("nothing", "x")), [1, 2, 3, 4, 5, 6, 7]],
	];
	for (const [name, query, expected] of cases)
		it(name, async () => assert.deepEqual(await linesOf(engine, fileOf(lines), query), expected));
});
