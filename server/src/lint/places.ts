// Where the nodes of a query stand: in brackets, and in those of a field.
import { childrenOf, type Node } from "../syntax/tree.ts";

export interface Place {
	/** In the brackets of a field, where clauses without a field are the values of a list. */
	readonly inList: boolean;
	/** Whether it is all that stands between its brackets, or in the query. */
	readonly alone: boolean;
}

/** Calls `visit` for every node, parents first and in text order. No depth exhausts the stack. */
export function walkPlaces(root: Node | null, visit: (node: Node, place: Place) => void): void {
	const waiting: { readonly node: Node; readonly place: Place }[] = [];
	if (root) waiting.push({ node: root, place: { inList: false, alone: true } });
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node } = next;
		visit(node, next.place);
		const place = placeBelow(node, next.place);
		const children = childrenOf(node);
		for (let index = children.length - 1; index >= 0; index--) waiting.push({ node: children[index] as Node, place });
	}
}

function placeBelow(node: Node, { inList }: Place): Place {
	if (node.kind === "group") return { inList: inList && !node.braces, alone: true };
	const list = node.kind === "clause" && node.field && node.value?.kind === "group" ? !node.value.braces : inList;
	return { inList: list, alone: false };
}
