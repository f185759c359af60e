// Ranges by the type of their field: numbers as numbers, dates as instants, addresses as addresses, the rest as text.
import { assertNever } from "../base/assertNever.ts";
import type { FieldType } from "../base/fieldType.ts";
import { parseAddress } from "./address.ts";
import type { Bound, Test } from "./boundExpr.ts";
import { compareCodePoints } from "./codePoints.ts";
import type { Value } from "./expr.ts";
import { parseInstant } from "./instant.ts";
import { howDatesAreWritten, type Misfit, misfit } from "./misfit.ts";
import { compareNumbers, parseNumber } from "./number.ts";

export type RangeValue = Extract<Value, { kind: "range" }>;
export type RangeTest = Extract<Test, { readonly from: unknown }>;

/**
 * What the range asks of a field of the type; `null` is the type that the bounds themselves show. `now` in microseconds
 * since 1970 UTC. A range without ends asks whether there is a value.
 */
export function rangeTest(value: RangeValue, type: FieldType | null, now: number): Test | Misfit {
	if (value.from === null && value.to === null) return { kind: "exists" };
	const kind = rangeKind(value, type);
	switch (kind) {
		case "number":
			return between(value, "a number", asWritten(parseNumber), (from, to) => ({ kind, from, to }));
		case "address":
			return between(value, "an IP address", asWritten(parseAddress), (from, to) => ({ kind, from, to }));
		case "text-range":
			return between(value, "text", asWritten(String), (from, to) => ({ kind, from, to }));
		case "instant":
			return between(value, "a date", instantBound(now), (from, to) => ({ kind, from, to }));
		default:
			return assertNever(kind);
	}
}

/** How the range compares. */
export function rangeKind({ from, to }: RangeValue, type: FieldType | null): RangeTest["kind"] {
	return type === null ? shownBy([from, to].filter((bound) => bound !== null)) : kinds[type];
}

/** Whether no value can lie in the range, because its start is not before its end. */
export function isEmpty(test: RangeTest): boolean {
	if (test.from === null || test.to === null) return false;
	const difference = startAgainstEnd(test);
	return difference > 0 || (difference === 0 && !(test.from.inclusive && test.to.inclusive));
}

function startAgainstEnd(test: RangeTest): number {
	if (test.kind === "instant") return (test.from?.value ?? 0) - (test.to?.value ?? 0);
	const [from, to] = [test.from?.value ?? "", test.to?.value ?? ""];
	return test.kind === "number" ? compareNumbers(from, to) : compareCodePoints(from, to);
}

const kinds: Readonly<Record<FieldType, RangeTest["kind"]>> = {
	number: "number",
	date: "instant",
	ip: "address",
	text: "text-range",
	keyword: "text-range",
	path: "text-range",
	hash: "text-range",
	boolean: "text-range",
};

/** The type that the bounds themselves show, where nothing declares one. */
function shownBy(bounds: readonly string[]): RangeTest["kind"] {
	if (bounds.every((bound) => parseNumber(bound) !== null)) return "number";
	if (bounds.every((bound) => parseInstant(bound, 0) !== null)) return "instant";
	return bounds.every((bound) => parseAddress(bound) !== null) ? "address" : "text-range";
}

/** `null`: the text is no value of the type. */
type ReadBound<T> = (written: string, end: "from" | "to", inclusive: boolean) => Bound<T> | null;

function asWritten<T>(parse: (written: string) => T | null): ReadBound<T> {
	return (written, _end, inclusive) => {
		const value = parse(written);
		return value === null ? null : { value, inclusive };
	};
}

/** An inclusive end covers its whole unit and an exclusive start leaves it out, so half-open bounds say it all. */
function instantBound(now: number): ReadBound<number> {
	return (written, end, inclusive) => {
		const interval = parseInstant(written, now);
		if (interval === null) return null;
		if (end === "from") return { value: inclusive ? interval.start : interval.end, inclusive: true };
		return { value: inclusive ? interval.end : interval.start, inclusive: false };
	};
}

function between<T>(
	{ from, to, includeFrom, includeTo }: RangeValue,
	expected: string,
	read: ReadBound<T>,
	make: (from: Bound<T> | null, to: Bound<T> | null) => Test,
): Test | Misfit {
	const low = from === null ? null : read(from, "from", includeFrom);
	const high = to === null ? null : read(to, "to", includeTo);
	const wrong = from !== null && low === null ? from : to !== null && high === null ? to : null;
	if (wrong !== null) return misfit(wrong, expected, expected === "a date" ? howDatesAreWritten(wrong) : "");
	return make(low, high);
}
