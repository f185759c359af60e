// Whether a query only says what it does not want.
import type { Expr } from "../../meaning/expr.ts";

/** Whether it finds nearly every event, because all that it names is left out. */
export function isNegative(expr: Expr): boolean {
	if (expr.kind === "not") return !isNegative(expr.child);
	return (expr.kind === "and" || expr.kind === "or") && expr.children.every(isNegative);
}
