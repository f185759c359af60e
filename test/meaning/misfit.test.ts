// What may stand in a field of a type, as a whole or as a word of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FieldType } from "../../server/src/base/fieldType.ts";
import { type Misfit, misfitOf } from "../../server/src/meaning/misfit.ts";
import { testOf } from "../../server/src/meaning/testOf.ts";
import { isEmpty, type RangeTest, rangeKind } from "../../server/src/meaning/typedRange.ts";

const md5 = "cca67bd391cfc9f036323b2522887a6a";
const sha1 = "3a839a656d9dcedfcdfdf58ac4d923e387e671b9";

const fitting: Partial<Record<FieldType, readonly string[]>> = {
	text: ["anything", "\u0000"],
	keyword: ["-"],
	path: ["cmd.exe"],
	number: ["1", "0x1a4", "007", "-3.5"],
	date: ["2026", "2026-03-17", "2026-03-17 09", "09:41:07.512", "2026-03-17T09:41:07Z", "-"],
	ip: ["10.0.0.1", "10.0", ".0.0.1", "127", "300", "::1", "fe80", "fe80::1%12", "::ffff:10.0.0.1", "2001:db8:", "-"],
	hash: [
		md5,
		md5.toUpperCase(),
		sha1,
		`MD5=${md5}`,
		`IMPHASH=${md5}`,
		`MD5=${md5},SHA1=${sha1}`,
		"SHA256",
		"sha256=",
		"-",
	],
	boolean: ["true", "FALSE", "-"],
};

const misfits: Partial<Record<FieldType, readonly (readonly [text: string, said: RegExp])[]>> = {
	number: [
		["abc", /not a number\.$/],
		["-", /as text/],
		["1.2.3", /not a number/],
	],
	date: [
		["2026-13-01", /not a date/],
		["2026-02-30 10:00", /not a date/],
		["2026-1-5", /not a date/],
		["17/03/2026", /`2026-03-17`/],
		["03/04/2026", /`2026-04-03` or `2026-03-04`/],
		["-7d", /`now-7d`/],
		["yesterday", /not a date/],
		["now-7d", /`\[now-7d TO \*\]`/],
		["Z", /not a date/],
	],
	ip: [
		["10.0.0.256", /four numbers up to 255/],
		["10.0.0.1.5", /four numbers/],
		["10..1", /four numbers/],
		["10.0.0.1:443", /port/],
		["10.0.0.0/33", /not a network.*up to 32/],
		["10.0.0.0/8", /without quotes/],
		["localhost", /not an IP address\.$/],
		["12345::", /not an IP address/],
	],
	hash: [
		["cca67bd3", /8 digits.*wildcard/],
		[`SHA256=${md5}`, /32 digits/],
		[`FOO=${md5}`, /not a hash/],
		["evil.exe", /not a hash\.$/],
	],
	boolean: [["yes", /true or false/]],
};

const types = Object.keys(fitting) as readonly FieldType[];

for (const type of types) {
	for (const text of fitting[type] ?? [])
		test(`${type} ${JSON.stringify(text)}`, () => assert.equal(misfitOf(text, type, false), null));
	for (const [text, said] of misfits[type] ?? [])
		test(`no ${type}: ${text}`, () => {
			const { message, advice = "" } = misfitOf(text, type, false) as Misfit;
			assert.match(`${message} ${advice}`.trim(), said);
		});
}

test("an address may be asked for in part, but not be equal to a part", () => {
	assert.equal(misfitOf("10.0", "ip", false), null);
	assert.ok(misfitOf("10.0", "ip", true));
	assert.equal(misfitOf("10.0.0.1", "ip", true), null);
});

test("a network is asked of addresses and text, not of numbers, dates, hashes and booleans", () => {
	const allowed = types.filter((type) => "kind" in testOf({ kind: "cidr", text: "10.0.0.0/8" }, type, 0));
	assert.deepEqual(allowed, ["text", "keyword", "path", "ip"]);
});

const ranges: readonly (readonly [from: string, to: string, type: FieldType | null, bounds: string, empty: boolean])[] =
	[
		["9", "10", "number", "[]", false],
		["9", "10", "keyword", "[]", true],
		["9", "10", null, "[]", false],
		["5", "5", "number", "[]", false],
		["5", "0x5", "number", "{]", true],
		["10.0.0.9", "10.0.0.10", "ip", "[]", false],
		["10.0.0.9", "10.0.0.10", "text", "[]", true],
		["2026-03", "2026-03-01", "date", "[]", false],
		["2026-03", "2026-03-01", "date", "{]", true],
		["2026-03-02", "2026-03", "date", "[]", false],
		["2026-03-02", "2026-03", "date", "[}", true],
	];
for (const [from, to, type, bounds, empty] of ranges) {
	test(`${bounds[0]}${from} TO ${to}${bounds[1]} of ${type} is ${empty ? "" : "not "}empty`, () => {
		const range = { kind: "range", from, to, includeFrom: bounds[0] === "[", includeTo: bounds[1] === "]" } as const;
		const asked = testOf(range, type, 0);
		assert.equal("kind" in asked && asked.kind, rangeKind(range, type));
		assert.equal(isEmpty(asked as RangeTest), empty);
	});
}

test("any text gets an answer", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...types), fc.boolean(), (text, type, whole) => {
			const found = misfitOf(text, type, whole);
			return found === null || found.message.startsWith(`\`${text}\` is not `);
		}),
	);
});
