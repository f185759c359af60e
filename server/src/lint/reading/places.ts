// Where the nodes of a query stand: in brackets, and in those of a field.
import { deepest } from "../../model/bind.ts";
import { childrenOf, type Node } from "../../syntax/tree.ts";

export interface Place {
	/** In the brackets of a field, where clauses without a field are the values of a list. */
	readonly inList: boolean;
	/** What stands before the names of its fields: the nested objects whose braces are around it (`user.`). */
	readonly prefix: string;
	/** Whether it is all that stands between its brackets, or in the query. */
	readonly alone: boolean;
}

/** Calls `visit` for every node that may be read, parents first and in text order. No depth exhausts the stack. */
export function walkPlaces(root: Node | null, visit: (node: Node, place: Place) => void): void {
	const nodes: Node[] = root ? [root] : [];
	const places: InnerPlace[] = [outermost];
	for (let node = nodes.pop(); node; node = nodes.pop()) {
		const place = places.pop() as InnerPlace;
		visit(node, place);
		const children = childrenOf(node);
		if (children.length === 0) continue;
		const below = placeBelow(node, place);
		if (below.fields > deepest) continue;
		for (let index = children.length - 1; index >= 0; index--) {
			nodes.push(children[index] as Node);
			places.push(below);
		}
	}
}

interface InnerPlace extends Place {
	/** Brackets of fields around it. Each is a level of what is read, and names in braces grow with each. */
	readonly fields: number;
}

const outermost: InnerPlace = { inList: false, prefix: "", alone: true, fields: 0 };

function placeBelow(node: Node, place: InnerPlace): InnerPlace {
	const { inList, prefix, fields } = place;
	if (node.kind === "group") return place.alone ? place : { inList, prefix, alone: true, fields };
	if (node.kind !== "clause" || !node.field || node.value?.kind !== "group")
		return place.alone ? { inList, prefix, alone: false, fields } : place;
	if (!node.value.braces) return { inList: true, prefix, alone: false, fields: fields + 1 };
	return { inList: false, prefix: `${prefix}${node.field.name}.`, alone: false, fields: fields + 1 };
}
