// What a query means on one source: names found, conditions written out, types known, instants fixed.
import type { Span } from "../base/span.ts";

/**
 * A query ready to run. Fields are those of the source, an alias is the `or` of its names, a conditional alias the `and`
 * of its condition and its test; so an engine knows nothing of taxonomies. A test of a field that is missing is false,
 * and `not` is plain negation over that.
 */
export type BoundExpr =
	| { readonly kind: "and" | "or"; readonly children: readonly BoundExpr[] }
	| { readonly kind: "not"; readonly child: BoundExpr }
	| { readonly kind: "all" | "none" }
	| BoundTest;

/** One test of one field of the source. `span` is the clause of the query that it came from. */
export interface BoundTest {
	readonly kind: "test";
	/** `null`: any scalar of the event. */
	readonly field: FieldRef | null;
	readonly test: Test;
	readonly span: Span;
}

/**
 * A field of the source. An event is flattened: names of nested objects are joined by dots, arrays give each element under
 * the array's own name. `paths` are the chains of keys by which the source holds the name (`["a.b"]` and `["a", "b"]` are
 * both `a.b`); at least one.
 */
export interface FieldRef {
	readonly name: string;
	readonly paths: readonly (readonly string[])[];
}

/** A piece of a text pattern: literal text, any run of characters (line breaks too), or exactly one character. */
export type Piece = string | { readonly wild: "run" | "one" };

/** What a value must be. A test holds for a field when any of its values (elements of arrays too) passes. */
export type Test =
	/**
	 * The pattern stands in the value, ignoring case. `whole`: it is the whole value. Otherwise an end of the pattern that is a
	 * word character (`[A-Za-z0-9_]`) must have the value's end or a non-word character beside it; an end that is wild or any
	 * other character is free. Numbers and booleans are read as JSON prints them.
	 */
	| { readonly kind: "text"; readonly pieces: readonly Piece[]; readonly whole: boolean }
	/** An RE2 expression found anywhere (`whole`: spanning the value), ignoring case, `.` matching line breaks. */
	| { readonly kind: "regex"; readonly source: string; readonly whole: boolean }
	/** There is a value: not null, `[]`, `[null]`, `{}`; an object is there if any leaf below it is. */
	| { readonly kind: "exists" }
	/** A number in the range, given as a JSON number or as text that is one (`0x1a4`, `007` too). Other values do not pass. */
	| { readonly kind: "number"; readonly from: Bound<string> | null; readonly to: Bound<string> | null }
	/** An instant in the range; microseconds since 1970 UTC. Text that is no ISO date does not pass and is counted as unread. */
	| { readonly kind: "instant"; readonly from: Bound<number> | null; readonly to: Bound<number> | null }
	/** A value that is wholly an IP address in the range; addresses are 32 lower-case hex digits, IPv4 as `::ffff:a.b.c.d`. */
	| { readonly kind: "address"; readonly from: Bound<string> | null; readonly to: Bound<string> | null }
	/** Text by Unicode code point, case as it stands. */
	| { readonly kind: "text-range"; readonly from: Bound<string> | null; readonly to: Bound<string> | null };

/** One end of a range. Numbers are decimal text, so that 2^53 + 1 stays itself. */
export interface Bound<T> {
	readonly value: T;
	readonly inclusive: boolean;
}
