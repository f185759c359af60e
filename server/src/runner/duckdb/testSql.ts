// What a value must be, as SQL over its text.
import { assertNever } from "../../base/assertNever.ts";
import type { Bound, Test } from "../../meaning/boundExpr.ts";
import { requiredText, textExpression } from "./textPattern.ts";

/** Takes a value and answers the parameter that stands for it in the SQL. */
export type Bind = (value: string) => string;

/** Tests of a value. */
export type ValueTest = Exclude<Test, { kind: "exists" }>;

/** Printable ASCII: what lower-casing a whole value changes in no other way than lower-casing the letter alone. */
const plainText = /[\x20-\x7e]+/g;

/** SQL that is true where the value passes, else false or NULL; `value` is SQL of type VARCHAR. */
export function testSql(test: ValueTest, bind: Bind): (value: string) => string {
	switch (test.kind) {
		case "text": {
			const matches = matchesSql(textExpression(test), bind);
			const required = requiredText(test, plainText);
			if (required === "") return matches;
			// Looking for plain text is far cheaper than the expression, and mostly enough.
			const text = bind(required);
			return (value) => `CASE WHEN contains(lower(${value}), ${text}) THEN ${matches(value)} END`;
		}
		case "regex":
			return matchesSql(test.whole ? `(?is:\\A(?:${test.source})\\z)` : `(?is:${test.source})`, bind);
		case "number":
			return numberSql(test, bind);
		case "instant": {
			const from = test.from === null ? null : BigInt(test.from.value) + (test.from.inclusive ? 0n : 1n);
			const to = test.to === null ? null : BigInt(test.to.value) - (test.to.inclusive ? 0n : 1n);
			const within = betweenSql(from, to, (end) => `${bind(String(end))}::BIGINT`);
			return (value) => within(`hm_instant(${value})`);
		}
		case "address":
			return addressSql(test, bind);
		case "text-range":
			return rangeSql(test, bind);
		default:
			return assertNever(test);
	}
}

/** SQL that is true where the RE2 expression is found in the value. */
export function matchesSql(expression: string, bind: Bind): (value: string) => string {
	const bound = bind(expression);
	return (value) => `regexp_matches(${value}, ${bound})`;
}

/**
 * Macros that read instants (microseconds), IPv4 addresses (numbers) and IPv6 addresses (32 hex digits) from text.
 * Made once a database.
 */
export const macros: readonly string[] = [
	`CREATE TEMP MACRO hm_instant(v) AS CASE
		WHEN regexp_full_match(v, '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z?')
			THEN epoch_us(try_cast(replace(rtrim(v, 'Z'), 'T', ' ') AS TIMESTAMP))
		WHEN regexp_full_match(v, '\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?( ?([Zz]|[+-]\\d\\d(:?\\d\\d)?))?)?')
			THEN epoch_us(try_cast(v[1:10] || ' ' || CASE
					WHEN length(v) = 10 THEN '00:00:00'
					WHEN v[17:17] = ':' THEN v[12:19] ELSE v[12:16] || ':00' END AS TIMESTAMP))
				+ coalesce(try_cast(rpad(regexp_extract(v, '[.,](\\d{1,6})', 1), 6, '0') AS BIGINT)
					* (CASE WHEN regexp_matches(v, '[.,]') THEN 1 ELSE 0 END), 0)
				- coalesce(CASE WHEN length(v) > 10 THEN 60000000
					* (CASE WHEN regexp_matches(v[11:], '-') THEN -1 ELSE 1 END)
					* (try_cast(regexp_extract(v[11:], '[+-](\\d\\d)', 1) AS BIGINT) * 60
						+ coalesce(try_cast(regexp_extract(v[11:], '[+-]\\d\\d:?(\\d\\d)', 1) AS BIGINT), 0)) END, 0)
		END`,
	`CREATE TEMP MACRO hm_octet(v, n) AS split_part(v, '.', n)::BIGINT`,
	`CREATE TEMP MACRO hm_four(v) AS
		hm_octet(v, 1) * 16777216 + hm_octet(v, 2) * 65536 + hm_octet(v, 3) * 256 + hm_octet(v, 4)`,
	// IPv4 at the end becomes two groups. Lambdas over a single element name what is needed more than once.
	`CREATE TEMP MACRO hm_colons(v) AS CASE WHEN contains(v, '.')
		THEN regexp_extract(v, '^.*:') || list_transform([hm_four(regexp_extract(v, '[^:]*$'))],
			lambda n: printf('%x:%x', n >> 16, n & 65535))[1]
		ELSE lower(v) END`,
	`CREATE TEMP MACRO hm_groups(v) AS CASE WHEN v = '' THEN []::VARCHAR[] ELSE string_split(v, ':') END`,
	`CREATE TEMP MACRO hm_filled(l, r) AS l || list_transform(range(greatest(1, 8 - len(l) - len(r))), lambda i: '0') || r`,
	`CREATE TEMP MACRO hm_six(v) AS list_transform([string_split(hm_colons(v), '::')], lambda halves:
		list_transform([CASE len(halves)
				WHEN 1 THEN hm_groups(halves[1])
				WHEN 2 THEN list_transform([{l: hm_groups(halves[1]), r: hm_groups(halves[2])}], lambda s: hm_filled(s.l, s.r))[1]
				ELSE []::VARCHAR[] END],
			lambda g: CASE WHEN len(g) = 8 AND len(list_filter(g, lambda x: NOT regexp_full_match(x, '[0-9a-f]{1,4}'))) = 0
				THEN list_aggregate(list_transform(g, lambda x: lpad(x, 4, '0')), 'string_agg', '') END)[1])[1]`,
];

const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const fourOctets = `(?:${octet}[.]){3}${octet}`;

/** IPv4 addresses stand at the end of this block, as numbers of 128 bits. */
const mapped = 0xffff_0000_0000n;

function addressSql({ from, to }: Range<string>, bind: Bind): (value: string) => string {
	const lowest = from === null ? 0n : BigInt(`0x${from.value}`) + (from.inclusive ? 0n : 1n);
	const highest = to === null ? 2n ** 128n - 1n : BigInt(`0x${to.value}`) - (to.inclusive ? 0n : 1n);
	if (lowest > highest) return () => "false";
	const six = betweenSql(lowest, highest, (end) => bind(end.toString(16).padStart(32, "0")));
	const clamp = (end: bigint) => (end < -1n ? -1n : end > 2n ** 32n ? 2n ** 32n : end);
	const four = betweenSql(clamp(lowest - mapped), clamp(highest - mapped), (end) => `${bind(String(end))}::BIGINT`);
	return (value) => `CASE
		WHEN regexp_full_match(${value}, '${fourOctets}') THEN ${four(`hm_four(${value})`)}
		WHEN regexp_full_match(${value}, '[0-9a-fA-F:]*:(?:[0-9a-fA-F]*|${fourOctets})') THEN ${six(`hm_six(${value})`)} END`;
}

/** Both ends inclusive; `null` is an open end. The value is written once, so that it is worked out once. */
function betweenSql(from: bigint | null, to: bigint | null, bind: (end: bigint) => string): (value: string) => string {
	if (from !== null && to !== null) {
		const [lowest, highest] = [bind(from), bind(to)];
		return (value) => `(${value} BETWEEN ${lowest} AND ${highest})`;
	}
	if (from === null && to === null) return (value) => `(${value} IS NOT NULL)`;
	const end = from !== null ? `>= ${bind(from)}` : `<= ${bind(to as bigint)}`;
	return (value) => `(${value} ${end})`;
}

interface Range<T> {
	readonly from: Bound<T> | null;
	readonly to: Bound<T> | null;
}

function rangeSql(range: Range<string>, bind: Bind): (value: string) => string {
	const { from, to } = range;
	const lowest = from === null ? null : `${from.inclusive ? ">=" : ">"} ${bind(from.value)}`;
	const highest = to === null ? null : `${to.inclusive ? "<=" : "<"} ${bind(to.value)}`;
	return (value) => {
		const ends = [lowest, highest].filter((end) => end !== null).map((end) => `${value} ${end}`);
		return ends.length > 0 ? `(${ends.join(" AND ")})` : `(${value} IS NOT NULL)`;
	};
}

/** Whole numbers are compared exactly, with the whole numbers nearest inside the range; all others as doubles. */
function numberSql(range: Range<string>, bind: Bind): (value: string) => string {
	const whole = betweenSql(
		range.from && nearestWhole(range.from, "up"),
		range.to && nearestWhole(range.to, "down"),
		(end) => `${bind(String(end))}::HUGEINT`,
	);
	const double = rangeSql(range, (bound) => `${bind(String(Number(bound)))}::DOUBLE`);
	return (value) => `CASE
		WHEN regexp_full_match(${value}, '[+-]?[0-9]{1,38}') THEN ${whole(`try_cast(${value} AS HUGEINT)`)}
		WHEN regexp_full_match(${value}, '0[xX][0-9a-fA-F]{1,15}') THEN ${whole(`try_cast(lower(${value}) AS BIGINT)`)}
		WHEN regexp_full_match(${value}, '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?')
			THEN ${double(`try_cast(${value} AS DOUBLE)`)} END`;
}

/** Beyond every whole number that is compared exactly. */
const beyond = 10n ** 38n;

/** The whole number inside the bound that is nearest to it, at most `beyond` from zero. */
function nearestWhole(bound: Bound<string>, direction: "up" | "down"): bigint {
	const [, sign, integer = "", fraction = "", exponent = "0"] =
		/^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(bound.value) ?? [];
	const shift = Number(exponent) - fraction.length;
	const digits = BigInt(`0${integer}${fraction}`) * (sign === "-" ? -1n : 1n);
	if (shift > 40) return digits === 0n ? inside(0n, true) : digits > 0n ? beyond : -beyond;
	if (shift >= 0) return inside(digits * 10n ** BigInt(shift), true);
	const scale = 10n ** BigInt(Math.min(-shift, 400));
	const floor = digits / scale - (digits % scale < 0n ? 1n : 0n);
	const exact = digits % scale === 0n;
	return inside(direction === "up" && !exact ? floor + 1n : floor, exact);

	function inside(value: bigint, exact: boolean): bigint {
		const moved = exact && !bound.inclusive ? value + (direction === "up" ? 1n : -1n) : value;
		return moved > beyond ? beyond : moved < -beyond ? -beyond : moved;
	}
}
