// Where two clauses stand side by side without an operator, and whether the second is really the rest of the first's value.
import type { Span } from "../base/span.ts";
import { type Junction, type Node, type QueryTree, walk } from "../syntax/tree.ts";

export interface Gap {
	readonly before: Node;
	readonly after: Node;
	/** Whether it is inside the brackets of a field: a list of values. */
	readonly inList: boolean;
	/** Words without a field that follow a field's value: probably one phrase with it. Covers all of them. */
	readonly words: { readonly span: Span; readonly count: number } | null;
}

/** Calls `visit` for each gap; words that follow one value are one gap. */
export function forEachGap(tree: QueryTree, visit: (gap: Gap) => void): void {
	const lists = new Set<Node>();
	walk(tree.root, (node) => {
		if (node.kind === "clause" && node.field && node.value?.kind === "group") lists.add(node.value);
		if (node.kind === "group" && lists.has(node) && node.child) lists.add(node.child);
		if (node.kind !== "and" && node.kind !== "or") return;
		if (lists.has(node)) for (const child of node.children) lists.add(child);
		for (let gap = 0; gap < node.sideBySide.length; gap++) {
			const index = node.sideBySide[gap] as number;
			const [before, after] = [node.children[index] as Node, node.children[index + 1] as Node];
			if (before.kind === "stray" || after.kind === "stray") continue;
			const count = hasFieldAndWord(before) ? wordsAfter(node, index) : 0;
			const last = node.children[index + count] as Node;
			visit({
				before,
				after,
				inList: lists.has(node),
				words: count > 0 ? { span: [after.span[0], last.span[1]], count } : null,
			});
			gap += Math.max(count - 1, 0);
		}
	});
}

/** How many clauses after child `index` are bare words that follow without an operator. */
function wordsAfter(junction: Junction, index: number): number {
	let count = 0;
	while (junction.sideBySide.includes(index + count) && isBareWord(junction.children[index + count + 1])) count++;
	return count;
}

function hasFieldAndWord(node: Node): boolean {
	return (
		node.kind === "clause" && node.field !== null && node.value?.kind === "literal" && node.value.written === "word"
	);
}

function isBareWord(node: Node | undefined): boolean {
	return (
		node?.kind === "clause" && node.field === null && node.value?.kind === "literal" && node.value.written === "word"
	);
}
