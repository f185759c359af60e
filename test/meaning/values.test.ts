// Literals of each type: what they are, and what they are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAddress, parseNetwork } from "../../server/src/meaning/address.ts";
import { parseDate, parseInstant } from "../../server/src/meaning/instant.ts";
import { compareNumbers, parseNumber } from "../../server/src/meaning/number.ts";
import { patternOf } from "../../server/src/meaning/pattern.ts";

const numbers: readonly (readonly [string, string | null])[] = [
	["1", "1"],
	["-3.5", "-3.5"],
	["1e3", "1000"],
	["1.50E-3", "0.0015"],
	["12.5e1", "125"],
	["007", "7"],
	["0x1a4", "420"],
	["-0xFF", "-255"],
	["-0", "0"],
	["-0.00", "0"],
	["9007199254740993", "9007199254740993"],
	["0.1000", "0.1"],
	["", null],
	["1.", null],
	[".5", null],
	["+5", null],
	[" 5", null],
	["5\n", null],
	["1_000", null],
	["0x", null],
	["NaN", null],
	["Infinity", null],
	["1e999999999", null],
	["٣", null],
];

for (const [text, expected] of numbers) {
	test(`number ${JSON.stringify(text)}`, () => assert.equal(parseNumber(text), expected));
}

test("numbers compare exactly", () => {
	const sorted = ["-10", "-9.5", "0", "0.09", "0.1", "9007199254740992", "9007199254740993"];
	assert.deepEqual([...sorted].reverse().sort(compareNumbers), sorted);
	assert.equal(compareNumbers("1.5", "1.5"), 0);
});

test("reading a number again changes nothing, and its value is JavaScript's", () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
			const canonical = parseNumber(String(value).replace("e+", "e"));
			if (canonical === null) return Math.abs(value) < 1e-300 || Math.abs(value) >= 1e308;
			return Number(canonical) === value && parseNumber(canonical) === canonical;
		}),
	);
});

const now = Date.parse("2026-03-31T05:06:07.123Z") * 1000;
const instants: readonly (readonly [string, string, string])[] = [
	["2026-03", "2026-03-01T00:00:00.000Z", "2026-04-01T00:00:00.000Z"],
	["2026-12", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
	["2024-02-29", "2024-02-29T00:00:00.000Z", "2024-03-01T00:00:00.000Z"],
	["2026-01-31T10", "2026-01-31T10:00:00.000Z", "2026-01-31T11:00:00.000Z"],
	["2026-01-31 10:05", "2026-01-31T10:05:00.000Z", "2026-01-31T10:06:00.000Z"],
	["2026-01-31T10:00:00Z", "2026-01-31T10:00:00.000Z", "2026-01-31T10:00:01.000Z"],
	["2026-01-31T10:00:00.5Z", "2026-01-31T10:00:00.500Z", "2026-01-31T10:00:00.600Z"],
	["2026-01-31T10:00+02:00", "2026-01-31T08:00:00.000Z", "2026-01-31T08:01:00.000Z"],
	["2026-01-31T10:00:00-0530", "2026-01-31T15:30:00.000Z", "2026-01-31T15:30:01.000Z"],
	["0050-01-01", "0050-01-01T00:00:00.000Z", "0050-01-02T00:00:00.000Z"],
	["now/d", "2026-03-31T00:00:00.000Z", "2026-04-01T00:00:00.000Z"],
	["now-7d/d", "2026-03-24T00:00:00.000Z", "2026-03-25T00:00:00.000Z"],
	["now-1M/M", "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
	["now/w", "2026-03-30T00:00:00.000Z", "2026-04-06T00:00:00.000Z"],
	["now+1h-6m/h", "2026-03-31T06:00:00.000Z", "2026-03-31T07:00:00.000Z"],
	["now/y", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
];

for (const [text, start, end] of instants) {
	test(`instant ${text}`, () => {
		const interval = parseInstant(text, now);
		assert.ok(interval);
		assert.equal(new Date(interval.start / 1000).toISOString(), start);
		assert.equal(new Date(interval.end / 1000).toISOString(), end);
	});
}

test("now is a moment; a month before the 31st is the month's last day", () => {
	assert.deepEqual(parseInstant("now", now), { start: now, end: now + 1 });
	assert.equal(parseInstant("now-1M", now)?.start, Date.parse("2026-02-28T05:06:07.123Z") * 1000);
});

test("a tenth of a microsecond is cut, not rounded", () => {
	const interval = parseDate("1970-01-01T00:00:00.1234567Z");
	assert.deepEqual(interval, { start: 123_456, end: 123_457 });
});

for (const text of [
	"2026",
	"2026-13",
	"2026-02-29",
	"2026-1-5",
	"2026-01-31T24",
	"2026-01-31T10:61",
	"2026-01-31Z",
	"x",
]) {
	test(`no instant: ${text}`, () => assert.equal(parseInstant(text, now), null));
}

test("now means nothing in an event", () => assert.equal(parseDate("now"), null));

const addresses: readonly (readonly [string, string | null])[] = [
	["10.0.0.1", "00000000000000000000ffff0a000001"],
	["::ffff:10.0.0.1", "00000000000000000000ffff0a000001"],
	["::FFFF:a00:1", "00000000000000000000ffff0a000001"],
	["2001:DB8::1", "20010db8000000000000000000000001"],
	["::", "0".repeat(32)],
	["10.0", null],
	["10.0.0.256", null],
	["010.0.0.1", null],
	["10.0.0.1:443", null],
	["0x7f.1", null],
	["fe80::1%eth0", null],
	["1::2::3", null],
	["::ffff:010.0.0.1", null],
	["", null],
];

for (const [text, expected] of addresses) {
	test(`address ${JSON.stringify(text)}`, () => assert.equal(parseAddress(text), expected));
}

test("networks", () => {
	const v4 = "00000000000000000000ffff";
	assert.deepEqual(parseNetwork("10.1.2.3/8"), { from: `${v4}0a000000`, to: `${v4}0affffff` });
	assert.deepEqual(parseNetwork("10.1.2.3/32"), { from: `${v4}0a010203`, to: `${v4}0a010203` });
	assert.deepEqual(parseNetwork("0.0.0.0/0"), { from: `${v4}00000000`, to: `${v4}ffffffff` });
	assert.deepEqual(parseNetwork("fe80::/10"), { from: `fe80${"0".repeat(28)}`, to: `febf${"f".repeat(28)}` });
	for (const text of ["10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0"]) {
		assert.equal(parseNetwork(text), null, text);
	}
});

test("patterns", () => {
	const run = { wild: "run" } as const;
	const one = { wild: "one" } as const;
	assert.deepEqual(patternOf("wildcard", "ab*c?"), ["ab", run, "c", one]);
	assert.deepEqual(patternOf("wildcard", "**a??"), [run, "a", one, one]);
	assert.deepEqual(patternOf("wildcard", "\\*\\?\\\\*"), ["*?\\", run]);
	assert.deepEqual(patternOf("wildcard", "C:\\temp\\"), ["C:\\temp\\"]);
	assert.deepEqual(patternOf("phrase", "*.exe"), ["*.exe"]);
	assert.deepEqual(patternOf("term", ""), []);
});
