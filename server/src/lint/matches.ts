// The clauses of a query as they are read, each with the value that it was read from.
import type { Expr, MatchExpr } from "../meaning/expr.ts";
import type { Leaf } from "./leaves.ts";

/** Calls `visit` for each clause that a run would ask. `lucene` drops those of a group that only forbids. */
export function forEachMatch(
	{ expr, leaves }: { readonly expr: Expr; readonly leaves: readonly Leaf[] },
	visit: (match: MatchExpr, leaf: Leaf) => void,
): void {
	switch (expr.kind) {
		case "and":
		case "or":
			for (const child of expr.children) forEachMatch({ expr: child, leaves }, visit);
			return;
		case "not":
			return forEachMatch({ expr: expr.child, leaves }, visit);
		case "match": {
			const leaf = leafAt(leaves, expr.span[0]);
			if (leaf) visit(expr, leaf);
		}
	}
}

/** Leaves are in text order, clauses not in every dialect. */
function leafAt(leaves: readonly Leaf[], start: number): Leaf | undefined {
	let low = 0;
	let high = leaves.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((leaves[middle] as Leaf).span[0] <= start) low = middle;
		else high = middle - 1;
	}
	return leaves[low];
}
