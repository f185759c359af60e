// One event as a value: reading it without losing digits, and finding the values of a field in it.
import type { FieldRef } from "./boundExpr.ts";

/** A number whose text JavaScript would print differently: beyond 2^53, `1.0`, `1e3`. */
export class ExactNumber {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
}

/** What every engine since ES2025 passes to a reviver; not yet in the compiler's library. */
type ParseWithSource = (
	text: string,
	reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/**
 * Reads one line of NDJSON. Numbers keep their text (see `ExactNumber`). Of a key that stands twice the last one counts, as
 * in JSON.parse.
 * @throws SyntaxError where the line is not JSON.
 */
export function parseEvent(line: string): unknown {
	return (JSON.parse as ParseWithSource)(line, (_key, value, { source }) =>
		typeof value === "number" && source !== undefined && String(value) !== source ? new ExactNumber(source) : value,
	);
}

/**
 * The values of a field: chains of keys are walked, arrays at every level give their elements. An object at the end of a
 * chain is itself a value. `null` as field: every scalar of the event.
 */
export function valuesOf(event: unknown, field: FieldRef | null): readonly unknown[] {
	return field === null ? scalarsOf(event) : field.paths.flatMap((path) => walk(event, path));
}

/**
 * What text tests see: numbers as the event writes them (`1.0` stays `1.0`), booleans as `true` and `false`. `null` for
 * null and objects, which have no text.
 */
export function textOf(value: unknown): string | null {
	if (typeof value === "string") return value;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	return value instanceof ExactNumber ? value.source : null;
}

/** Whether there is something: not null, and of an object or array some leaf. */
export function isThere(value: unknown): boolean {
	return scalarsOf(value).length > 0;
}

function walk(value: unknown, path: readonly string[]): readonly unknown[] {
	if (Array.isArray(value)) return value.flatMap((element) => walk(element, path));
	const [key, ...rest] = path;
	if (key === undefined) return [value];
	return isObject(value) && Object.hasOwn(value, key) ? walk(value[key], rest) : [];
}

function scalarsOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value.flatMap(scalarsOf);
	if (isObject(value)) return Object.values(value).flatMap(scalarsOf);
	return value === null || value === undefined ? [] : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !(value instanceof ExactNumber);
}
