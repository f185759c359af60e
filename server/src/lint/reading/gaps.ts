// Where clauses stand side by side without an operator, and which of them are really the rest of a value.
import type { Span } from "../../base/span.ts";
import type { Clause, Junction, Literal, Node, QueryTree } from "../../syntax/tree.ts";
import { isUnquoted, literalOf } from "../../syntax/unquoted.ts";
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

/** The runs of words in a junction; a blank line ends one. */
export function wordRuns({ children, sideBySide }: Junction, text: string): readonly WordRun[] {
	const runs: WordRun[] = [];
	const gaps = new Set(sideBySide);
	for (let index = 0; index < children.length; index++) {
		const child = children[index] as Node;
		const clause = child.kind === "not" || child.kind === "must" ? child.child : child;
		const value = literalOf(clause);
		if (clause?.kind !== "clause" || !clause.field || !value || !isUnquoted(value)) continue;
		let count = 0;
		while (gaps.has(index + count) && isValueOnly(children[index + count + 1])) {
			if (holdsBlankLine(text, gapBehind(children, index + count))) break;
			count++;
		}
		if (count === 0) continue;
		const span: Span = [(children[index + 1] as Node).span[0], (children[index + count] as Node).span[1]];
		runs.push({ clause, value, index, count, span });
		index += count;
	}
	return runs;
}

function isValueOnly(node: Node | undefined): boolean {
	return node?.kind === "clause" && node.field === null && isUnquoted(literalOf(node));
}

/** What stands between a child and the next one. */
function gapBehind(children: readonly Node[], index: number): Span {
	return [(children[index] as Node).span[1], (children[index + 1] as Node).span[0]];
}

/** Whether a stretch of white space holds an empty line, as between two queries. */
export function holdsBlankLine(text: string, [start, end]: Span): boolean {
	return end - start > 1 && /\n[^\S\n]*\n/.test(text.slice(start, end));
}

/** `=` and its kin as a word of its own, as in `a = 1` where that is no comparison. */
export function isLoneSign(word: string): boolean {
	return /^(?:[!=<>]?=|[<>])$/.test(word);
}
