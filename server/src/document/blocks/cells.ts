// The cells of a table's row.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";

/** Between the bars of a row, trimmed: an empty cell has no node of its own. */
export function cellsOf(row: SyntaxNode): readonly Span[] {
	const cells: Span[] = [];
	let from = row.from;
	let cell: Span | null = null;
	let bars = 0;
	for (let child = row.firstChild; child; child = child.nextSibling) {
		if (child.name === "TableCell") cell = [child.from, child.to];
		if (child.name !== "TableDelimiter") continue;
		if (child.from > row.from) cells.push(cell ?? [from, from]);
		from = child.to;
		cell = null;
		bars++;
	}
	return cell || bars === 0 ? [...cells, cell ?? [from, from]] : cells;
}
