// What a value of a query asks of a field of a type.
import { assertNever } from "../base/assertNever.ts";
import type { FieldType } from "../base/fieldType.ts";
import { parseAddress, parseNetwork } from "../meaning/address.ts";
import type { Bound, Test } from "../meaning/boundExpr.ts";
import type { Value } from "../meaning/expr.ts";
import { parseInstant } from "../meaning/instant.ts";
import { parseNumber } from "../meaning/number.ts";
import { patternOf } from "../meaning/pattern.ts";
import { compileRegex } from "../meaning/regex.ts";

/** Why a value cannot be asked: the rule that owns it, and a sentence. */
export interface ValueFault {
	readonly rule: "bad-value-type" | "unsupported-regex";
	readonly message: string;
}

type RangeValue = Extract<Value, { kind: "range" }>;
type TextValue = Exclude<Value, RangeValue | { kind: "exists" | "cidr" }>;

/** `type` is what a taxonomy declares, `null` if none does; `now` in microseconds since 1970 UTC. */
export function resolveTest(value: Value, type: FieldType | null, now: number): Test | ValueFault {
	switch (value.kind) {
		case "exists":
			return value;
		case "cidr":
			return network(value.text);
		case "range":
			return range(value, type, now);
		default:
			return text(value, type);
	}
}

function text(value: TextValue, type: FieldType | null): Test | ValueFault {
	const whole = value.whole === true || value.text === "";
	if (value.kind === "regex") {
		const compiled = compileRegex(value.text, whole);
		if (!("error" in compiled)) return { kind: "regex", source: value.text, whole };
		return { rule: "unsupported-regex", message: `RE2 does not read this regular expression: ${compiled.error}.` };
	}
	if (value.kind === "parameter") throw new Error("A parameter has no value until a run gives it one");
	// An empty value asks for empty text, which a field of numbers can hold too.
	if (type !== "number" || value.kind === "wildcard" || value.text === "") {
		return { kind: "text", pieces: patternOf(value.kind, value.text), whole };
	}
	const number = parseNumber(value.text);
	if (number === null) return wrong(value.text, "a number");
	const bound = { value: number, inclusive: true };
	return { kind: "number", from: bound, to: bound };
}

function network(written: string): Test | ValueFault {
	const ends = parseNetwork(written);
	if (ends === null) return wrong(written, "a network");
	return {
		kind: "address",
		from: { value: ends.from, inclusive: true },
		to: { value: ends.to, inclusive: true },
	};
}

function range(value: RangeValue, type: FieldType | null, now: number): Test | ValueFault {
	const given = [value.from, value.to].filter((bound) => bound !== null);
	if (given.length === 0) return { kind: "exists" };
	const kind = type === null ? shownBy(given, now) : kinds[type];
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

type RangeKind = "number" | "instant" | "address" | "text-range";

const kinds: Readonly<Record<FieldType, RangeKind>> = {
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
function shownBy(bounds: readonly string[], now: number): RangeKind {
	if (bounds.every((bound) => parseNumber(bound) !== null)) return "number";
	if (bounds.every((bound) => parseInstant(bound, now) !== null)) return "instant";
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
): Test | ValueFault {
	const low = from === null ? null : read(from, "from", includeFrom);
	const high = to === null ? null : read(to, "to", includeTo);
	if (from !== null && low === null) return wrong(from, expected);
	if (to !== null && high === null) return wrong(to, expected);
	return make(low, high);
}

function wrong(written: string, expected: string): ValueFault {
	return { rule: "bad-value-type", message: `\`${written}\` is not ${expected}.` };
}
