// Whether what a query joins with what can be known.
import type { QueryTree } from "../../syntax/tree.ts";
import { isWhole } from "../../syntax/wholeness.ts";

interface Breaks {
	readonly isBroken: boolean;
	readonly hasOpenRange: boolean;
}

const whole: Breaks = { isBroken: false, hasOpenRange: false };
const known = new WeakMap<QueryTree, Breaks>();

/** Whether a quote, a bracket or a clause is missing: fixes that join or part clauses would then cement a misreading. */
export function isBroken(tree: QueryTree): boolean {
	return breaksOf(tree).isBroken;
}

/** Whether a range is never closed: what it would have taken in is not known, so that whatever is put behind it may be part of it. */
export function hasOpenRange(tree: QueryTree): boolean {
	return breaksOf(tree).hasOpenRange;
}

/** Looked up once a query, since every problem of many may ask. */
function breaksOf(tree: QueryTree): Breaks {
	const { text, dialect, faults } = tree;
	if (faults.length === 0) return whole;
	const found = known.get(tree) ?? {
		isBroken: !isWhole(tree),
		hasOpenRange: faults.some(
			({ rule, span: [start, end] }) =>
				rule === "unclosed-group" &&
				(end - start > 1 || text[start] === "[" || (text[start] === "{" && dialect.name !== "kibana")),
		),
	};
	known.set(tree, found);
	return found;
}
