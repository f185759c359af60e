// Where the nodes of a query stand: in brackets, and in those of a field.
import { childrenOf, type Node } from "../syntax/tree.ts";

export interface Place {
	/** In the brackets of a field, where clauses without a field are the values of a list. */
	readonly inList: boolean;
	/** What stands before the names of its fields: the nested objects whose braces are around it (`user.`). */
	readonly prefix: string;
	/** Whether it is all that stands between its brackets, or in the query. */
	readonly alone: boolean;
}

/** Calls `visit` for every node, parents first and in text order. No depth exhausts the stack. */
export function walkPlaces(root: Node | null, visit: (node: Node, place: Place) => void): void {
	const waiting: { readonly node: Node; readonly place: Place }[] = [];
	if (root) waiting.push({ node: root, place: { inList: false, prefix: "", alone: true } });
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node } = next;
		visit(node, next.place);
		const place = placeBelow(node, next.place);
		const children = childrenOf(node);
		for (let index = children.length - 1; index >= 0; index--) waiting.push({ node: children[index] as Node, place });
	}
}

/** Longer ones are not made longer still: nobody nests so deep, and braces without end would take for ever. */
const longestPrefix = 1000;

function placeBelow(node: Node, place: Place): Place {
	if (node.kind === "group") return { ...place, alone: true };
	if (node.kind !== "clause" || !node.field || node.value?.kind !== "group") return { ...place, alone: false };
	if (!node.value.braces) return { ...place, inList: true, alone: false };
	const prefix = place.prefix.length > longestPrefix ? place.prefix : `${place.prefix}${node.field.name}.`;
	return { inList: false, prefix, alone: false };
}
