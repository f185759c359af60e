// Where a document names tactics: behind a label, in a row or under the head of a column that says so.
import type { Span } from "../base/span.ts";
import { indexesOf } from "./sourceText.ts";

/** The places of such names, whether or not there are such tactics. Ids are left out. */
export function tacticNames(text: string): readonly Span[] {
	const found: Span[] = [];
	let readTo = 0;
	for (const index of indexesOf(text, "actic")) {
		headEnd.lastIndex = index;
		if (index < readTo || !headEnd.test(text)) continue;
		const line = lineAt(text, index);
		if (!line) continue;
		const label = labelled.exec(text.slice(...line));
		if (label) found.push(...namesIn(text, [line[0] + label[0].length, line[1]], inProse));
		else if (text.slice(...line).includes("|")) {
			const { names, end } = inTable(text, line, index);
			found.push(...names);
			readTo = end;
		}
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

/** Those in the cells under the head that is at the offset, or in the cell beside; and where what was read for them ends. */
function inTable(text: string, line: Span, at: number): { readonly names: readonly Span[]; readonly end: number } {
	const cells = cellsOf(text, line);
	const column = cells.findIndex(([start, end]) => start <= at && at < end);
	const cell = cells[column];
	let end = line[1];
	if (!cell || !head.test(text.slice(...cell))) return { names: [], end: cell?.[1] ?? end };
	let row = nextLine(text, line);
	if (!row || !/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\||$)/.test(text.slice(...row))) {
		const beside = column <= 1 ? cells[column + 1] : undefined;
		return { names: beside ? namesIn(text, beside, inProse) : [], end };
	}
	const names: Span[] = [];
	for (row = nextLine(text, row); row && text.slice(...row).includes("|"); row = nextLine(text, row)) {
		const below = cellsOf(text, row)[column];
		if (below) names.push(...namesIn(text, below, inProse));
		end = row[1];
	}
	return { names, end };
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
const address = "\\]\\([^)\\s]*\\)|\\b[a-z]+://\\S+|<[^>]*>";
const word = "[A-Za-z]+";
/** Names of up to four words that begin with a capital or have a hyphen. */
const inProse = new RegExp(
	`${address}|(TA\\d+)|([Cc]ommand(?: and | & |[_-]and[_-])[Cc]ontrol|\\b(?!and\\b)(?:[A-Z][A-Za-z]*|${word}(?=-))(?:[ _-](?!and\\b)${word}){0,3})`,
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

const longestLine = 4000;

/** Without its line break; `null` for one that is too long for a person to have written. */
function lineAt(text: string, at: number): Span | null {
	const start = Math.max(0, at - longestLine);
	const around = text.slice(start, at + longestLine);
	const before = around.lastIndexOf("\n", at - start - 1);
	const after = around.indexOf("\n", at - start);
	if ((before < 0 && start > 0) || (after < 0 && at + longestLine < text.length)) return null;
	const end = after < 0 ? around.length : after - Number(around[after - 1] === "\r");
	return [start + before + 1, start + end];
}

function nextLine(text: string, [, end]: Span): Span | null {
	const lineBreak = text.startsWith("\r", end) ? end + 1 : end;
	return lineBreak < text.length ? lineAt(text, lineBreak + 1) : null;
}
