// Whether a query only says what it does not want.
import type { Expr } from "../../meaning/expr.ts";

/**
 * Whether it finds nearly every event, because all that it names is left out. `meant`: where negations begin that were
 * probably none.
 */
export function isNegative(expr: Expr, meant: ReadonlySet<number> = none): boolean {
	if (expr.kind === "not") return !meant.has(expr.span[0]) && !isNegative(expr.child, meant);
	return (expr.kind === "and" || expr.kind === "or") && expr.children.every((child) => isNegative(child, meant));
}

const none: ReadonlySet<number> = new Set();
