// The values of a query with what the brackets around them say of each, so that rules need not climb the tree.
import type { ComparisonText, FieldName, Junction, Literal, Node, QueryTree } from "../../syntax/tree.ts";

/** One value where it stands. */
export interface Leaf {
	readonly literal: Literal;
	/** Where the field is named that it is compared with, perhaps before brackets around it; `null`: any field. */
	readonly field: FieldName | null;
	readonly comparison: ComparisonText;
	/** Whether it stands in the brackets of its field: one of a list of values. */
	readonly inList: boolean;
	/** Whether an odd number of negations stands around it. */
	readonly negated: boolean;
	/** From its own field's name or itself to its last suffix. */
	readonly span: Literal["span"];
}

/** All values, in text order. */
export function leavesOf(tree: QueryTree): readonly Leaf[] {
	const leaves: Leaf[] = [];
	const waiting: OpenNode[] = tree.root ? [{ ...outside, node: tree.root }] : [];
	for (let place = waiting.pop(); place; place = waiting.pop()) visit(place, waiting, leaves);
	return leaves;
}

interface OpenNode {
	readonly node: Node;
	readonly field: FieldName | null;
	readonly comparison: ComparisonText;
	readonly inList: boolean;
	readonly negated: boolean;
}

const outside = { field: null, comparison: ":", inList: false, negated: false } as const;

/** Adds the node's value, or has what is below it visited next. */
function visit(place: OpenNode, waiting: OpenNode[], leaves: Leaf[]): void {
	const { node } = place;
	switch (node.kind) {
		case "and":
		case "or":
		case "flat":
			for (let index = node.children.length - 1; index >= 0; index--)
				waiting.push({
					...(index > 0 && isOneValue(node) ? inValueOf(node, place) : place),
					node: node.children[index] as Node,
				});
			return;
		case "not":
			if (node.child) waiting.push({ ...place, node: node.child, negated: !place.negated });
			return;
		case "must":
		case "group":
			if (node.child) waiting.push({ ...place, node: node.child });
			return;
		case "clause": {
			const { value, span } = node;
			const field = node.field ?? place.field;
			const comparison = node.comparison?.text ?? place.comparison;
			const negated = place.negated !== (node.comparison?.text === "!=");
			if (value?.kind === "literal") {
				leaves.push({ literal: value, field, comparison, inList: place.inList && !node.field, negated, span });
			} else if (value?.child) {
				const inList = field !== null && !value.braces;
				waiting.push({ node: value.child, field: value.braces ? null : field, comparison, inList, negated });
			}
			return;
		}
		case "stray":
			return;
	}
}

/** Kibana's words of one value, which are all compared with the field of the first. */
function isOneValue({ kind, operators, sideBySide }: Junction): boolean {
	return kind === "or" && operators.length === 0 && sideBySide.length > 0;
}

function inValueOf({ children: [first] }: Junction, place: OpenNode): OpenNode {
	if (first?.kind !== "clause" || !first.field) return place;
	return { ...place, field: first.field, comparison: first.comparison?.text ?? place.comparison };
}
