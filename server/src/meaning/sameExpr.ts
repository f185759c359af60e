// Whether two expressions say the same, wherever they stand.
import type { Expr } from "./expr.ts";

/** The same tree but for its spans. */
export function sameExpr(a: Expr, b: Expr): boolean {
	return withoutSpans(a) === withoutSpans(b);
}

function withoutSpans(expr: Expr): string {
	return JSON.stringify(expr, (key, value: unknown) => (key === "span" ? undefined : value));
}
