// Where clauses stand side by side without an operator, and which of them are really the rest of a value.
import type { Span } from "../base/span.ts";
import type { Clause, Junction, Literal, Node, QueryTree } from "../syntax/tree.ts";
import { type Place, walkPlaces } from "./places.ts";

/** Calls `visit` for each junction that lacks an operator somewhere. */
export function forEachSideBySide(tree: QueryTree, visit: (junction: Junction, place: Place) => void): void {
	// Two tokens make one clause at most.
	if (tree.tokens.length < 2) return;
	walkPlaces(tree.root, (node, place) => {
		if ("sideBySide" in node && node.sideBySide.length > 0) visit(node, place);
	});
}

/** A field's value and the words behind it, which have no field: probably one phrase. */
export interface WordRun {
	readonly clause: Clause;
	readonly value: Literal;
	/** The value's index among the junction's children, and how many words follow. */
	readonly index: number;
	readonly count: number;
	/** All the words that follow. */
	readonly span: Span;
}

/** The runs of words in a junction. */
export function wordRuns({ children, sideBySide }: Junction): readonly WordRun[] {
	const runs: WordRun[] = [];
	const gaps = new Set(sideBySide);
	for (let index = 0; index < children.length; index++) {
		const child = children[index] as Node;
		const clause = child.kind === "not" || child.kind === "must" ? child.child : child;
		if (!isUnquoted(clause) || !clause.field) continue;
		let count = 0;
		while (gaps.has(index + count) && isBareWord(children[index + count + 1])) count++;
		if (count === 0) continue;
		const span: Span = [(children[index + 1] as Node).span[0], (children[index + count] as Node).span[1]];
		runs.push({ clause, value: clause.value as Literal, index, count, span });
		index += count;
	}
	return runs;
}

function isUnquoted(node: Node | null | undefined): node is Clause {
	if (node?.kind !== "clause" || node.value?.kind !== "literal") return false;
	return node.value.written === "word" || node.value.written === "path";
}

function isBareWord(node: Node | undefined): boolean {
	return isUnquoted(node) && node.field === null;
}
