// Values without quotes.
import type { Literal, Node, QueryToken } from "./tree.ts";

/** A clause's value where it is one, and no brackets. */
export function literalOf(node: Node | null | undefined): Literal | null {
	return node?.kind === "clause" && node.value?.kind === "literal" ? node.value : null;
}

/** Whether it is a word or a path: text without quotes, to which words beside it may belong. */
export function isUnquoted(value: Pick<QueryToken, "written"> | null | undefined): boolean {
	return value?.written === "word" || value?.written === "path";
}
