// Which clauses of a Lucene group must match, which must not, and which only rank.
import type { Dialect } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import type { Expr } from "../meaning/expr.ts";
import { type Junction, type Node, type QueryTree, walk } from "../syntax/tree.ts";

interface Occurrence {
	readonly node: Node;
	occurs: "required" | "optional" | "forbidden";
}

/** How each clause of a Lucene group occurs. Operators that lack an operand say nothing. */
export function occurrences(
	children: readonly Node[],
	operators: Junction["operators"],
	defaultOperator: Dialect["defaultOperator"],
): readonly Occurrence[] {
	const found: Occurrence[] = [];
	let next = 0;
	for (const node of children) {
		let joint: "and" | "or" | null = null;
		const before = found.at(-1);
		for (; next < operators.length && (operators[next] as Junction["operators"][number]).span[0] < node.span[0]; next++)
			joint ??= (operators[next] as Junction["operators"][number]).kind;
		if (!before) joint = null;
		else if (before.occurs !== "forbidden" && joint === "and") before.occurs = "required";
		else if (before.occurs !== "forbidden" && joint === "or" && defaultOperator === "AND") before.occurs = "optional";
		const isRequired = defaultOperator === "AND" ? joint !== "or" : node.kind === "must" || joint === "and";
		found.push({ node, occurs: node.kind === "not" ? "forbidden" : isRequired ? "required" : "optional" });
	}
	return found;
}

/**
 * The optional clauses that stand beside required ones, which rank the hits and choose none, by their group; outermost only
 * and in text order. `expr` is what the tree says.
 */
export function ranking({ root, dialect }: QueryTree, expr: Expr): ReadonlyMap<Junction, readonly Node[]> {
	const found = new Map<Junction, readonly Node[]>();
	if (dialect.name !== "lucene") return found;
	let deciding: readonly number[] | undefined;
	walk(root, (node) => {
		if (node.kind !== "flat") return;
		deciding ??= startsOf(expr);
		const starts = deciding;
		// Where nothing decides, the group as a whole only ranks.
		if (!hasBetween(starts, node.span)) return;
		const clauses = node.children.filter((child) => isClause(child) && !hasBetween(starts, child.span));
		if (clauses.length > 0) found.set(node, clauses);
	});
	return found;
}

/** Whether it asks for something, which may count or not. */
function isClause(node: Node): boolean {
	return node.kind !== "not" && node.kind !== "stray" && (node.kind !== "clause" || node.value !== null);
}

/** Where the clauses begin that decide about events, in order. */
function startsOf(expr: Expr): readonly number[] {
	const starts: number[] = [];
	const waiting: Expr[] = [expr];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if ("children" in next) for (const child of next.children) waiting.push(child);
		else if ("child" in next) waiting.push(next.child);
		else starts.push(next.span[0]);
	}
	return starts.sort((a, b) => a - b);
}

/** Whether one of the sorted numbers is in `[from, to)`. */
function hasBetween(sorted: readonly number[], [from, to]: Span): boolean {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] as number) < from) low = middle + 1;
		else high = middle;
	}
	return low < sorted.length && (sorted[low] as number) < to;
}
