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
			const within = rangeSql(test, (bound) => `${bind(String(bound))}::BIGINT`);
			return (value) => within(`hm_instant(${value})`);
		}
		case "address": {
			const within = rangeSql(test, bind);
			return (value) => within(`hm_address(${value})`);
		}
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
 * Macros that read instants (microseconds) and addresses (32 hex digits) from text; NULL where it is none.
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
	`CREATE TEMP MACRO hm_octets(v) AS printf('%02x%02x:%02x%02x', split_part(v, '.', 1)::INTEGER,
		split_part(v, '.', 2)::INTEGER, split_part(v, '.', 3)::INTEGER, split_part(v, '.', 4)::INTEGER)`,
	`CREATE TEMP MACRO hm_groups(v) AS CASE WHEN v = '' THEN []::VARCHAR[] ELSE string_split(v, ':') END`,
	`CREATE TEMP MACRO hm_expand(v) AS CASE
		WHEN contains(v, '::') THEN hm_groups(split_part(v, '::', 1))
			|| list_transform(range(greatest(1,
				8 - len(hm_groups(split_part(v, '::', 1))) - len(hm_groups(split_part(v, '::', 2))))), lambda i: '0')
			|| hm_groups(split_part(v, '::', 2))
		ELSE hm_groups(v) END`,
	`CREATE TEMP MACRO hm_six(v) AS CASE
		WHEN len(string_split(v, '::')) <= 2 AND len(hm_expand(v)) = 8
			AND len(list_filter(hm_expand(v), lambda g: NOT regexp_full_match(g, '[0-9a-f]{1,4}'))) = 0
			THEN list_aggregate(list_transform(hm_expand(v), lambda g: lpad(g, 4, '0')), 'string_agg', '') END`,
	`CREATE TEMP MACRO hm_address(v) AS CASE
		WHEN regexp_full_match(v, '${fourOctets()}') THEN '00000000000000000000ffff' || replace(hm_octets(v), ':', '')
		WHEN regexp_full_match(v, '[0-9a-fA-F:]*:[0-9a-fA-F:]*') THEN hm_six(lower(v))
		WHEN regexp_full_match(v, '[0-9a-fA-F:]*:${fourOctets()}') THEN hm_six(
			lower(regexp_extract(v, '^.*:')) || hm_octets(regexp_extract(v, '[^:]*$')))
		END`,
];

function fourOctets(): string {
	const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
	return `(?:${octet}[.]){3}${octet}`;
}

interface Range<T> {
	readonly from: Bound<T> | null;
	readonly to: Bound<T> | null;
}

function rangeSql<T>(range: Range<T>, bind: (value: T) => string): (value: string) => string {
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
	const whole = rangeSql(
		{
			from: range.from && { value: nearestWhole(range.from, "up"), inclusive: true },
			to: range.to && { value: nearestWhole(range.to, "down"), inclusive: true },
		},
		(bound) => `${bind(String(bound))}::HUGEINT`,
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
