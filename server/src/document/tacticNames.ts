// Where a document names tactics: behind a label, in a row or under the head of a column that says so.
import type { Span } from "../base/span.ts";
import { indexesOf } from "./sourceText.ts";

/** The places of such names, whether or not there are such tactics. Ids are left out. */
export function tacticNames(text: string): readonly Span[] {
	const found: Span[] = [];
	for (const index of [...indexesOf(text, "actic"), ...indexesOf(text, "ACTIC")]) {
		headEnd.lastIndex = index;
		if (!headEnd.test(text)) continue;
		const line = lineAt(text, index);
		const label = labelled.exec(text.slice(...line));
		if (label) found.push(...namesIn(text, [line[0] + label[0].length, line[1]], inProse));
		else if (text.slice(...line).includes("|")) found.push(...inTable(text, line, index));
	}
	return found;
}

/** Those in an entry of the front matter, ids included. */
export function statedTacticNames(text: string, span: Span): readonly Span[] {
	return namesIn(text, span, inList);
}

/** The rest of the word, where a colon, a bar or the end of the line follows: most are found quickly to be none. */
const headEnd = /actics?(?:[ \t]*\(s\))?[*_ \t]*(?=[:|\r\n]|$)/iy;
const words = "(?:MITRE[ \\t]+)?(?:ATT&CK®?[ \\t]+)?tactics?(?:[ \\t]*\\(s\\))?";
const labelled = new RegExp(`^[ \\t>*+-]*[*_]*${words}[*_]*[ \\t]*:[*_]*[ \\t]*`, "i");
const head = new RegExp(`^[ \\t*_]*${words}[ \\t*_]*$`, "i");

/** The cells under the head that is at the offset; if no column has it, the cell beside. */
function inTable(text: string, line: Span, at: number): readonly Span[] {
	const cells = cellsOf(text, line);
	const column = cells.findIndex(([start, end]) => start <= at && at < end);
	const cell = cells[column];
	if (!cell || !head.test(text.slice(...cell))) return [];
	const found: Span[] = [];
	let row = nextLine(text, line);
	if (!row || !/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\||$)/.test(text.slice(...row))) {
		const beside = column <= 1 ? cells[column + 1] : undefined;
		return beside ? namesIn(text, beside, inProse) : [];
	}
	for (row = nextLine(text, row); row && text.slice(...row).includes("|"); row = nextLine(text, row)) {
		const below = cellsOf(text, row)[column];
		if (below) found.push(...namesIn(text, below, inProse));
	}
	return found;
}

/** What stands between the bars of a row; what stands before the first one too. */
function cellsOf(text: string, [start, end]: Span): readonly Span[] {
	const cells: Span[] = [];
	let from = start;
	for (const { index } of text.slice(start, end).matchAll(/(?<!\\)\|/g)) {
		cells.push([from, start + index]);
		from = start + index + 1;
	}
	return [...cells, [from, end]];
}

/** Addresses are read over, so that no word of them is a name. */
const address = "\\]\\([^)\\s]*\\)|[a-z]+://\\S+|<[^>]*>";
const word = "[A-Za-z]+";
/** Names of up to four words that begin with a capital or have a hyphen. */
const inProse = new RegExp(
	`${address}|(TA\\d+)|([Cc]ommand(?: and | & |[_-]and[_-])[Cc]ontrol|(?!and\\b)(?:[A-Z][A-Za-z]*|${word}(?=-))(?:[ _-](?!and\\b)${word}){0,3})`,
	"g",
);
const inList = new RegExp(`${address}|(TA\\d+|${word}(?:(?:[ _-]| & )${word})*)`, "gi");

function namesIn(text: string, [start, end]: Span, pattern: RegExp): readonly Span[] {
	const found: Span[] = [];
	for (const match of text.slice(start, end).matchAll(pattern)) {
		const name = match.at(-1);
		if (name) found.push([start + match.index, start + match.index + name.length]);
	}
	return found;
}

/** Without its line break. */
function lineAt(text: string, at: number): Span {
	const end = text.indexOf("\n", at);
	const isPaired = end > 0 && text[end - 1] === "\r";
	return [text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end - Number(isPaired)];
}

function nextLine(text: string, [, end]: Span): Span | null {
	const lineBreak = text.indexOf("\n", end);
	return lineBreak < 0 ? null : lineAt(text, lineBreak + 1);
}
