// The table of tests.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { TestRow } from "../tokens.ts";
import { type Block, prose } from "./block.ts";

/** The rows of a table whose columns begin Data, Query, Expected. */
export function testRows(table: SyntaxNode, source: string): Block[] | null {
	const cells = (row: SyntaxNode) => row.getChildren("TableCell");
	const header = table.getChild("TableHeader");
	const names = header ? cells(header).map((cell) => source.slice(cell.from, cell.to).trim().toLowerCase()) : [];
	if (names.slice(0, 3).join() !== "data,query,expected") return null;
	return table.getChildren("TableRow").map((row): Block => {
		const [data, query, expected] = cells(row).map((cell): Span => [cell.from - row.from, cell.to - row.from]);
		if (!data || !query || !expected) return prose(row);
		return { type: TestRow, span: [row.from, row.to], payload: { kind: "test-row", data, query, expected } };
	});
}
