// More clauses, or brackets in brackets, than are read.
import { deepest } from "../../model/bind.ts";
import { childrenOf, type Node, type QueryTree } from "../../syntax/tree.ts";
import { defineRule } from "../defineRule.ts";

/** Where Lucene stops, and what is built on it. */
const mostClauses = 1024;

export default defineRule({
	id: "too-many-clauses",
	severity: "warning",
	docs: `Most engines (Lucene, and what is built on it) refuse a query of more than ${grouped(mostClauses)} clauses. Split it, or keep long lists of indicators in the source. Brackets and negations in one another are read ${deepest} levels deep; a query that is deeper is an error and does not run.`,
	bad: [`f:(${Array.from({ length: mostClauses + 1 }, (_, index) => `v${index}`).join(" OR ")})`],
	good: ["f:(a OR b)"],
	check({ tree, leaves, report }) {
		const first = leaves[mostClauses];
		if (first)
			report(
				first.span,
				`This query has ${grouped(leaves.length)} clauses. ${tree.dialect.name === "lucene" ? "Lucene refuses" : "It runs here, but most engines refuse"} more than ${grouped(mostClauses)}.`,
			);
		const deep = tree.tokens.length > deepest ? firstTooDeep(tree) : null;
		if (deep)
			report(
				deep.span,
				`Here brackets and negations lie in one another more than ${deepest} levels deep. What is deeper is not read, so the query is not run; take brackets away or split it.`,
				undefined,
				"error",
			);
	},
});

/** A node and how deep it lies; `alone`: it is no clause of a junction. */
interface DeepNode {
	readonly node: Node;
	readonly depth: number;
	readonly alone: boolean;
}

/** The first node that lies deeper than is read, or `null`. Counts as `bind` does. */
function firstTooDeep({ root, dialect }: QueryTree): Node | null {
	const waiting: DeepNode[] = root ? [{ node: root, depth: 0, alone: true }] : [];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node, depth } = next;
		if (depth > deepest) return node;
		const below = { depth: depth + levelsOf(next, dialect.name === "lucene"), alone: !("sideBySide" in node) };
		const children = childrenOf(node);
		for (let index = children.length - 1; index >= 0; index--)
			waiting.push({ node: children[index] as Node, ...below });
	}
	return null;
}

/** What a node adds to the depth of those in it: plain brackets nothing; in Lucene a lone negation is a group as well. */
function levelsOf({ node, alone }: DeepNode, isLucene: boolean): number {
	if (node.kind === "group") return 0;
	if (node.kind === "clause") return node.field || node.suffixes.length > 0 ? 1 : 0;
	return node.kind === "not" && isLucene && alone ? 2 : 1;
}

/** `1,024`. Not by the platform's means, whose tables take longer to load than all rules. */
function grouped(count: number): string {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
