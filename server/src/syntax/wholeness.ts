// Whether every part of a query is there.
import type { QueryTree, SyntaxFault } from "./tree.ts";

const missing: ReadonlySet<SyntaxFault["rule"]> = new Set([
	"empty-group",
	"missing-operand",
	"stray-character",
	"unclosed-group",
	"unclosed-quote",
]);

/** Whether no quote, bracket, value or clause of the query is missing, so that what it joins with what is known. */
export function isWhole({ faults }: QueryTree): boolean {
	return !faults.some(({ rule }) => missing.has(rule));
}
