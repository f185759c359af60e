// What a piece of a value does: a wildcard, an escape, a bound, the parts of a regular expression.
import type { DialectName } from "../../base/dialect.ts";
import type { Span } from "../../base/span.ts";
import { code } from "../../explain/code.ts";
import { dateWords } from "../../explain/dates.ts";
import { linesOf } from "../../explain/explanation.ts";
import { isDate } from "../../explain/ranges.ts";
import { explainRegex } from "../../explain/regex.ts";
import { isPathLike } from "../../syntax/rawPath.ts";
import type { Literal } from "../../syntax/tree.ts";

/** A value as it stands in the query. */
export interface WrittenValue {
	readonly text: string;
	readonly written: Literal["written"] | undefined;
	readonly dialect: DialectName;
}

export interface PieceText {
	/** In the value's text. */
	readonly span: Span;
	readonly markdown: string;
}

/** The piece of the value at an offset of its text; `null` where there is only the value as a whole. */
export function pieceText(value: WrittenValue, at: number): PieceText | null {
	const { text, written } = value;
	// Alone it asks whether the field is there.
	if (text === "*") return null;
	for (const found of text.matchAll(patternOf(value))) {
		const span: Span = [found.index, found.index + found[0].length];
		if (at < span[0] || span[1] <= at) continue;
		const markdown = written === "range" ? boundText(found[0]) : characterText(found[0], value);
		return markdown === null ? null : { span, markdown };
	}
	return null;
}

/** What can be said of the value as a whole besides what it asks. */
export function valueNote(value: WrittenValue): string | null {
	const { text, written } = value;
	if (text.includes("\\") && isCarbonBlackPath(value))
		return "It looks like a path, so a backslash in it is a plain character.";
	if (text.includes("\\") && written === "path")
		return "It begins like a path and has no quotes, so a backslash in it is a plain character; `\\\\` is one backslash.";
	if (written === "regex") {
		const explained = explainRegex(text.slice(1, -1).replaceAll("\\/", "/"));
		return explained && linesOf(explained).join("\n");
	}
	return written === "word" && isDate(text) && text.startsWith("now") ? boundText(text) : null;
}

const inRange = /[[\]{}]|"(?:[^"\\]|\\.)*"|[^\s[\]{}"]+/g;
const inWord = /\\u[0-9a-fA-F]{4}|\\.|[*?]/gs;
const inQuotes = /\\u[0-9a-fA-F]{4}|\\./gs;
const inPath = /\\\\|[*?]/g;
const nowhere = /(?!)/g;

/** Whether it is one of those in which Carbon Black takes backslashes as they are. */
function isCarbonBlackPath({ text, written, dialect }: WrittenValue): boolean {
	if (dialect !== "carbonblack") return false;
	return written === "path" || (written === "quoted" && isPathLike(text.slice(1, -1)));
}

function patternOf(value: WrittenValue): RegExp {
	switch (value.written) {
		case "range":
			return inRange;
		case "word":
			return inWord;
		case "path":
			return inPath;
		case "quoted":
			return isCarbonBlackPath(value) ? nowhere : inQuotes;
		default:
			return nowhere;
	}
}

function characterText(piece: string, { written }: WrittenValue): string {
	if (piece === "*") return "**\\***: any run of characters, also none.";
	if (piece === "?") return "**?**: exactly one character, whichever.";
	if (written === "path") return "`\\\\`: one backslash; in a path a single one would do.";
	if (piece.length === 6) {
		const unit = piece.slice(2).toUpperCase();
		return `${code(piece)}: the character U+${unit}, ${code(String.fromCharCode(Number.parseInt(unit, 16))) || "a blank"}.`;
	}
	const next = piece.slice(1);
	if (next === "\\") return `${code(piece)}: one backslash.`;
	return `${code(piece)}: the backslash makes the next character a plain one: ${code(next) || "a blank"}.`;
}

function boundText(written: string): string | null {
	switch (written) {
		case "[":
		case "]":
			return `**\\${written}**: the bound beside it belongs to the range.`;
		case "{":
		case "}":
			return `**${written}**: the bound beside it does not belong to the range.`;
		case "*":
			return "**\\***: the range is open at this end.";
	}
	const bound = /^".*"$/s.test(written) ? written.slice(1, -1) : written;
	if (!isDate(bound)) return null;
	const now = bound.startsWith("now") ? ", counted from the start of the run, in UTC" : "";
	return `${code(bound)}: ${dateWords(bound)}${now}.`;
}
