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

/** Whether a range is never closed: what it would have taken in is not known, so nothing can be closed behind it. */
export function hasOpenRange({ text, faults }: QueryTree): boolean {
	return faults.some(
		({ rule, span: [start, end] }) => rule === "unclosed-group" && (end - start > 1 || text[start] === "["),
	);
}
