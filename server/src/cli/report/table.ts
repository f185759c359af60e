// Text in columns for a terminal.
import { printable } from "./printable.ts";

const gap = "  ";
const narrowest = 6;

/**
 * Columns as wide as their widest cell, the widest ones cut (with `…`) until a line fits into `width` characters. Cells may
 * be hostile: what a terminal would obey is shown as a mark.
 */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[], width: number): string {
	const lines = [head, ...rows].map((cells) => cells.map(printable));
	const widths = head.map((_, column) => lines.reduce((most, cells) => Math.max(most, cells[column]?.length ?? 0), 0));
	const room = Math.max(width - gap.length * (head.length - 1), narrowest * head.length);
	while (sum(widths) > room) {
		const widest = widths.indexOf(Math.max(...widths));
		const second = Math.max(narrowest, ...widths.filter((_, column) => column !== widest));
		const current = widths[widest] as number;
		if (current <= narrowest) break;
		widths[widest] = Math.max(narrowest, Math.min(current - 1, Math.max(second, current - (sum(widths) - room))));
	}
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, column) => fit(cell, widths[column] ?? 0))
			.join(gap)
			.trimEnd();
	return lines.map(line).join("\n");
}

function fit(cell: string, width: number): string {
	return cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}
