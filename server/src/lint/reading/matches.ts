// The clauses of a query as they are read, each with the value that it was read from.
import type { Expr, MatchExpr } from "../../meaning/expr.ts";
import type { Leaf } from "./leaves.ts";

/** A clause that a run would ask. */
export interface Match {
	readonly match: MatchExpr;
	readonly leaf: Leaf;
}

/** Calls `visit` for each of a query's. */
export function forEachMatch(
	{ matches }: { readonly matches: readonly Match[] },
	visit: (match: MatchExpr, leaf: Leaf) => void,
): void {
	for (const { match, leaf } of matches) visit(match, leaf);
}

/** All of them. `lucene` drops those of a group that only forbids. */
export function matchesOf(expr: Expr, leaves: readonly Leaf[]): readonly Match[] {
	const found: Match[] = [];
	collect(expr, leaves, found);
	return found;
}

function collect(expr: Expr, leaves: readonly Leaf[], found: Match[]): void {
	switch (expr.kind) {
		case "and":
		case "or":
			for (const child of expr.children) collect(child, leaves, found);
			return;
		case "not":
			return collect(expr.child, leaves, found);
		case "match": {
			const leaf = leafAt(leaves, expr.span[0]);
			if (leaf) found.push({ match: expr, leaf });
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
