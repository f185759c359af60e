// Whether what a query joins with what can be known.
import type { QueryTree, SyntaxFault } from "../syntax/tree.ts";

const structural = new Set<SyntaxFault["rule"]>([
	"unclosed-quote",
	"unclosed-group",
	"empty-group",
	"missing-operand",
	"stray-character",
]);

/** Whether a quote, a bracket or a clause is missing: fixes that join or part clauses would then cement a misreading. */
export function isBroken({ faults }: QueryTree): boolean {
	return faults.some(({ rule }) => structural.has(rule));
}
