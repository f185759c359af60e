// The reference evaluator: what a bound query means for one event, plain and slow. Every engine must return its set.
import { assertNever } from "../base/assertNever.ts";
import { parseAddress } from "./address.ts";
import type { Bound, BoundExpr, Piece, Test } from "./boundExpr.ts";
import { compareCodePoints } from "./codePoints.ts";
import { isThere, textOf, valuesOf } from "./event.ts";
import { parseDate } from "./instant.ts";
import { compareNumbers, parseNumber } from "./number.ts";
import { compileRegex } from "./regex.ts";

/**
 * Whether the event (as `parseEvent` gives it) matches. A missing field fails every test, and `not` is plain negation.
 * @throws Error where a regular expression is none; `resolve` never lets one through.
 */
export function evaluate(expr: BoundExpr, event: unknown): boolean {
	switch (expr.kind) {
		case "and":
			return expr.children.every((child) => evaluate(child, event));
		case "or":
			return expr.children.some((child) => evaluate(child, event));
		case "not":
			return !evaluate(expr.child, event);
		case "all":
			return true;
		case "none":
			return false;
		case "test":
			return valuesOf(event, expr.field).some(checkOf(expr.test));
		default:
			return assertNever(expr);
	}
}

type Check = (value: unknown) => boolean;

/** A test is compiled once, however many events it meets. */
const checks = new WeakMap<Test, Check>();

function checkOf(test: Test): Check {
	const known = checks.get(test);
	if (known) return known;
	const check = compile(test);
	checks.set(test, check);
	return check;
}

function compile(test: Test): Check {
	switch (test.kind) {
		case "text":
			return read(textOf, pattern(test.pieces, test.whole));
		case "regex": {
			const compiled = compileRegex(test.source, test.whole);
			if ("error" in compiled) throw new Error(compiled.error);
			return read(textOf, compiled.test);
		}
		case "exists":
			return isThere;
		case "number":
			return read(numberOf, within(test.from, test.to, compareNumbers));
		case "instant":
			return read(
				(value) => (typeof value === "string" ? (parseDate(value)?.start ?? null) : null),
				within(test.from, test.to, (a, b) => a - b),
			);
		case "address":
			return read(
				(value) => (typeof value === "string" ? parseAddress(value) : null),
				within(test.from, test.to, compareCodePoints),
			);
		case "text-range":
			return read(textOf, within(test.from, test.to, compareCodePoints));
		default:
			return assertNever(test);
	}
}

/** A value that cannot be read as the type does not pass. */
function read<T>(convert: (value: unknown) => T | null, passes: (value: T) => boolean): Check {
	return (value) => {
		const converted = convert(value);
		return converted !== null && passes(converted);
	};
}

function numberOf(value: unknown): string | null {
	const text = typeof value === "boolean" ? null : textOf(value);
	return text === null ? null : parseNumber(text);
}

function within<T>(from: Bound<T> | null, to: Bound<T> | null, compare: (a: T, b: T) => number) {
	return (value: T): boolean => {
		const low = from === null ? 1 : compare(value, from.value);
		const high = to === null ? -1 : compare(value, to.value);
		return (low > 0 || (low === 0 && from?.inclusive === true)) && (high < 0 || (high === 0 && to?.inclusive === true));
	};
}

/**
 * The pattern is cut at its runs; each segment is searched where the one before ended. The leftmost place is always good
 * enough, since a run swallows whatever is between, so the time is linear where one expression could backtrack for ever.
 */
function pattern(pieces: readonly Piece[], whole: boolean): (text: string) => boolean {
	const segments = segmentsOf(pieces);
	const last = segments.length - 1;
	const expressions = segments.map((segment, index) => {
		const before = index > 0 ? "" : whole ? "^" : isWord(segment[0]?.at(0)) ? "(?<![A-Za-z0-9_])" : "";
		const after = index < last ? "" : whole ? "$" : isWord(segment.at(-1)?.at(-1)) ? "(?![A-Za-z0-9_])" : "";
		return new RegExp(before + segment.map(expressionOf).join("") + after, "gu");
	});
	return (text) => {
		let from = 0;
		for (const expression of expressions) {
			expression.lastIndex = from;
			if (!expression.test(text)) return false;
			from = expression.lastIndex;
		}
		return true;
	};
}

/** Literals between runs; `null` stands for exactly one character. */
type Segment = (string | null)[];

function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
	let segment: Segment = [];
	const segments = [segment];
	for (const piece of pieces) {
		if (typeof piece === "object" && piece.wild === "run") {
			segment = [];
			segments.push(segment);
		} else {
			segment.push(typeof piece === "string" ? piece : null);
		}
	}
	return segments;
}

function isWord(character: string | undefined): boolean {
	return character !== undefined && /[A-Za-z0-9_]/.test(character);
}

function expressionOf(literal: string | null): string {
	return literal === null ? "[^]" : Array.from(literal, letterOf).join("");
}

/**
 * One character, ignoring case. With the flags `iu` JavaScript uses Unicode simple folding, but it also folds the Kelvin
 * sign with `k` and the long s with `s`; ASCII letters fold among themselves only, so these two stand for themselves.
 */
function letterOf(character: string): string {
	const code = `\\u{${character.codePointAt(0)?.toString(16)}}`;
	if (/[A-Za-z]/.test(character)) return `[${character.toLowerCase()}${character.toUpperCase()}]`;
	return character < "\u0080" || /[\u017f\u212a]/.test(character) ? code : `(?i:${code})`;
}
