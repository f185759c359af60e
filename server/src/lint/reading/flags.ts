// Command line flags in a list of values, whose hyphen is read as a negation.
import { Code, isTypographicDash } from "../../syntax/characters.ts";
import type { Clause, Literal, Node, Prefixed } from "../../syntax/tree.ts";
import type { QueryContext } from "../defineRule.ts";
import { walkPlaces } from "./places.ts";

/** A negated word whose `-` probably belongs to it. */
export interface Flag {
	readonly node: Prefixed;
	readonly literal: Literal;
}

/**
 * The flags of a query: `-word` in a list where negation makes no sense, because another value may match instead or nothing
 * but flags stands there.
 */
export function negatedFlags(context: Pick<QueryContext, "text" | "tree" | "leaves">): readonly Flag[] {
	return listsOfFlags(context).flat();
}

/** The same by the lists in which they stand. */
export function listsOfFlags({
	text,
	tree,
	leaves,
}: Pick<QueryContext, "text" | "tree" | "leaves">): readonly (readonly Flag[])[] {
	if (!leaves.some(({ inList, negated, span }) => inList && negated && isDash(text, span[0] - 1))) return [];
	const lists: (readonly Flag[])[] = [];
	walkPlaces(tree.root, (node, { inList, alone }) => {
		if (!inList) return;
		const isJunction = "sideBySide" in node;
		if (!isJunction && !alone) return;
		const flags = isJunction ? flagsOf(node.children, node, text) : flagsOf([node], null, text);
		if (flags.length > 0) lists.push(flags);
	});
	return lists;
}

function flagsOf(
	children: readonly Node[],
	junction: Extract<Node, { readonly sideBySide: readonly number[] }> | null,
	text: string,
): readonly Flag[] {
	const flags = children.map((child) => flagOf(child, text)).filter((flag) => flag !== null);
	const either = junction?.kind === "or" || (junction?.kind === "flat" && junction.operators.some(isOr));
	return either || flags.length === children.length ? flags : [];
}

function isOr({ kind }: { readonly kind: "and" | "or" }): boolean {
	return kind === "or";
}

function flagOf(node: Node, text: string): Flag | null {
	if (node.kind !== "not" || node.child?.kind !== "clause" || !isDash(text, node.operator[0])) return null;
	const { value, field, suffixes }: Clause = node.child;
	const isWord = value?.kind === "literal" && value.written === "word" && !field;
	if (!isWord || value.span[0] !== node.operator[1] || !suffixes.every((suffix) => suffix.text[0] === "^")) return null;
	// Behind `-a` in `-a!b` another clause begins.
	return /^[\s)^]?$/.test(text.charAt(node.span[1])) ? { node, literal: value } : null;
}

function isDash(text: string, offset: number): boolean {
	const code = text.charCodeAt(offset);
	return code === Code.minus || isTypographicDash(code);
}
