// What a value of a query asks of a field of a type: the run asks it, the checks before a run ask whether it can be.
import type { FieldType } from "../base/fieldType.ts";
import { parseNetwork } from "./address.ts";
import type { Test } from "./boundExpr.ts";
import type { Value } from "./expr.ts";
import { type Misfit, misfit, misfitOf } from "./misfit.ts";
import { parseNumber } from "./number.ts";
import { patternOf } from "./pattern.ts";
import { compileRegex } from "./regex.ts";
import { rangeTest } from "./typedRange.ts";

/** Why a value cannot be asked: the rule that owns it, and a sentence. */
export type ValueFault = Misfit | { readonly rule: "unsupported-regex"; readonly message: string };

type TextValue = Exclude<Value, { kind: "range" | "exists" | "cidr" }>;

/**
 * `type` is what a taxonomy declares, `null` if none does; `now` in microseconds since 1970 UTC.
 * @throws Error for a parameter, which has no value until a run gives it one.
 */
export function testOf(value: Value, type: FieldType | null, now: number): Test | ValueFault {
	switch (value.kind) {
		case "exists":
			return value;
		case "cidr":
			return network(value.text, type);
		case "range":
			return rangeTest(value, type, now);
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
	if (type !== null && value.kind !== "wildcard" && value.text !== "") {
		const wrong = misfitOf(value.text, type, whole);
		if (wrong) return wrong;
		const number = type === "number" ? parseNumber(value.text) : null;
		const bound = number === null ? null : { value: number, inclusive: true };
		if (bound) return { kind: "number", from: bound, to: bound };
	}
	return { kind: "text", pieces: patternOf(value.kind, value.text), whole };
}

function network(written: string, type: FieldType | null): Test | ValueFault {
	const ends = parseNetwork(written);
	if (ends === null) return misfit(written, "a network");
	const wrong = type === null || type === "ip" ? null : misfitOf(written, type, false);
	if (wrong) return wrong;
	return {
		kind: "address",
		from: { value: ends.from, inclusive: true },
		to: { value: ends.to, inclusive: true },
	};
}
