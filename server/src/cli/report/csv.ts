// CSV that a spreadsheet cannot be made to execute.

/** One line with its line feed. A cell that a spreadsheet would read as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvCell).join(",")}\n`;
}

function csvCell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
