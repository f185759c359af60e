// Fixtures that show places in a text by carets on the lines below it, so that a wrong span can be seen.
import assert from "node:assert/strict";

/** A named stretch of text; a span is a half-open range of UTF-16 offsets. */
export interface Mark {
	readonly label: string;
	readonly span: readonly [start: number, end: number];
}

/**
 * Checks that `find` finds exactly what a fixture shows. A fixture is text in which each mark is a line of its own under
 * the line that it is in: `^^^ label`. A mark over several lines has carets under each, its label under the last.
 */
export function checkMarks(fixture: string, find: (text: string) => readonly Mark[]): void {
	const { text, marks } = readMarks(fixture);
	assert.equal(drawMarks(text, find(text)), drawMarks(text, marks));
}

/** The fixtures of a table: common indentation removed, parted by blank lines. */
export function fixturesOf(table: string): readonly string[] {
	const lines = table.split("\n");
	const indents = lines.filter((line) => line.trim()).map((line) => /^\t*/.exec(line)?.[0].length ?? 0);
	const indent = Math.min(...indents);
	return lines
		.map((line) => line.slice(indent))
		.join("\n")
		.trim()
		.split(/\n\s*\n/);
}

/** The text of a fixture without its marks, and these as offsets of it. */
export function readMarks(fixture: string): { readonly text: string; readonly marks: readonly Mark[] } {
	const lines: string[] = [];
	const marks: Mark[] = [];
	let [lineStart, next, open] = [0, 0, -1];
	for (const line of fixture.split("\n")) {
		const found = /^(\s*)(\^+)(?: (\S+))?$/.exec(line);
		if (!found) {
			lines.push(line);
			[lineStart, next] = [next, next + line.length + 1];
			continue;
		}
		const [, before, carets, label] = found as unknown as [string, string, string, string | undefined];
		const start = lineStart + before.length;
		if (open < 0) open = start;
		if (label === undefined) continue;
		marks.push({ label, span: [open, start + carets.length] });
		open = -1;
	}
	return { text: lines.join("\n"), marks };
}

function drawMarks(text: string, marks: readonly Mark[]): string {
	const lines = text.split("\n");
	const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0));
	const ordered = [...marks].sort(
		(a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || a.label.localeCompare(b.label),
	);
	return lines
		.flatMap((line, index) => {
			const lineStart = starts[index] as number;
			const lineEnd = lineStart + line.length;
			const here = ordered.filter(({ span }) => span[0] <= lineEnd && span[1] > lineStart);
			return [
				line,
				...here.map(({ label, span }) => {
					const from = Math.max(span[0], lineStart) - lineStart;
					const to = Math.min(span[1], lineEnd) - lineStart;
					return `${" ".repeat(from)}${"^".repeat(to - from)}${span[1] <= lineEnd ? ` ${label}` : ""}`;
				}),
			];
		})
		.join("\n");
}
