// Which events of a few a query matches, by the reference evaluator.
import fc from "fast-check";
import { evaluate } from "../../server/src/meaning/evaluate.ts";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { resolve } from "../../server/src/plan/resolve.ts";
import { vocabularyOf } from "../../server/src/taxonomies/vocabulary.ts";

const catalog = {
	events: 1,
	fields: ["f", "g"].map((name) => ({ name, paths: [[name]], type: "text", repeated: false, filled: 1 }) as const),
};
const vocabulary = vocabularyOf([]);
const values = fc.constantFrom("a", "b", "x", "a b", "C:\\x\\y", "re", "10.0.0.1", "3");

/** Events with the fields and values that generated queries look for. */
export const events = fc.array(fc.record({ f: values, g: values }, { requiredKeys: [] }), {
	minLength: 1,
	maxLength: 5,
});

export function matches(expr: Expr, some: readonly object[]): readonly boolean[] {
	const bound = resolve(expr, { catalog, vocabulary, now: 0 }).expr;
	return some.map((event) => evaluate(bound, event));
}
