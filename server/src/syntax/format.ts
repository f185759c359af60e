// Lays a query out: operators, blanks, brackets and lines. Values stay as they are written, and so does what they say.
import type { DialectName } from "../base/dialect.ts";
import { type Layout, layOut } from "./layout.ts";
import { childrenOf, type Node, type QueryToken, type QueryTree, walk } from "./tree.ts";
import { isWhole } from "./wholeness.ts";

/**
 * The query laid out, with LF between its lines; laid out again it is the same. `columns`: how long a line may become where
 * the query may have several; `null`: it is one line. Operators are words in capitals, in `kibana` in small letters, as
 * its users know them. Brackets that change nothing go, some that show what binds more tightly come. A query that is not
 * whole, that is too deep or whose values cannot be moved safely stays as it is.
 */
export function format(tree: QueryTree, columns: number | null): string {
	if (!isSound(tree)) return tree.text;
	const layout = layOut(tree);
	return columns === null ? layout.flat : render(layout, 0, 0, columns);
}

const indent = 2;

/** The part from a column on; its further lines are indented by `base` blanks. */
function render(layout: Layout, column: number, base: number, columns: number): string {
	if (!layout.broken && column + layout.flat.length <= columns) return layout.flat;
	switch (layout.kind) {
		case "piece":
			return layout.flat;
		case "signed":
			return layout.sign + render(layout.item, column + layout.sign.length, base, columns);
		case "row":
			return layout.items
				.map(({ joint, item }) => joint + render(item, base + joint.length, base, columns))
				.join(newLine(base));
		case "bracketed": {
			const { open, item, close } = layout;
			if (item.kind !== "row") return open + render(item, column + open.length, base, columns) + close;
			const inner = base + indent;
			return open + newLine(inner) + render(item, inner, inner, columns) + newLine(base) + close;
		}
	}
}

function newLine(base: number): string {
	return `\n${" ".repeat(base)}`;
}

/** Nobody writes that; so many levels neither exhaust the stack nor are too deep for `bind`. */
const mostLevels = 100;

function isSound(tree: QueryTree): boolean {
	const { root, text, tokens, dialect } = tree;
	if (!root || !isWhole(tree) || levelsOf(root) > mostLevels) return false;
	return tokens.every((token) => {
		const written = text.slice(...token.span);
		if (token.kind === "bracket") return written === "(" || written === "{" || endsHere(text, token.span[1]);
		if (token.kind !== "value" && token.kind !== "field") return true;
		// Lucene reads a sign by what follows it.
		if (/[\r\n]/.test(written) || (dialect.name === "lucene" && /^[-+!]$/.test(written))) return false;
		return token.kind === "field" || (endsHere(text, token.span[1]) && endsItself(token, written, dialect.name));
	});
}

/** Whether what ends at the offset has nothing behind it that a blank would move away. */
function endsHere(text: string, offset: number): boolean {
	return /[\s)}~^]|^$/.test(text.charAt(offset));
}

/** Whether the value ends where it does whatever stands behind it: a blank, a bracket or nothing. */
function endsItself({ written: form }: QueryToken, written: string, dialect: DialectName): boolean {
	if (form === "quoted") return true;
	// A drive alone before a bracket is a field with an escaped bracket.
	if (form === "path" && dialect !== "carbonblack")
		return count(written, "(") === count(written, ")") && !/^[a-z]:\\$/i.test(written);
	return !/(?<!\\)(?:\\\\)*\\$/.test(written);
}

function count(text: string, character: string): number {
	return text.split(character).length - 1;
}

function levelsOf(root: Node): number {
	const nodes: Node[] = [];
	walk(root, (node) => nodes.push(node));
	const levels = new Map<Node, number>();
	for (const node of [...nodes].reverse())
		levels.set(node, 1 + childrenOf(node).reduce((most, child) => Math.max(most, levels.get(child) ?? 0), 0));
	return levels.get(root) ?? 0;
}
