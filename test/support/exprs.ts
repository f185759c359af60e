// Expressions to compare.
import type { Expr } from "../../server/src/meaning/expr.ts";

/** The expression as data that does not say where anything stood; `alter` may put other values. */
export function withoutSpans(
	expr: Expr,
	alter: (key: string, value: unknown) => unknown = (_, value) => value,
): unknown {
	return JSON.parse(JSON.stringify(expr, (key, value: unknown) => (key === "span" ? undefined : alter(key, value))));
}
