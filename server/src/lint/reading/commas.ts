// Commas and semicolons at the end of a value, as lists have them elsewhere.
import type { Literal } from "../../syntax/tree.ts";

/** Where those at the end of an unquoted value begin, or -1; they may be all of it. */
export function commaAt(text: string, { written, span: [start, end] }: Literal): number {
	if (written !== "word" && written !== "path") return -1;
	let at = end;
	while (at > start && (text[at - 1] === "," || text[at - 1] === ";")) at--;
	// The first may be escaped.
	if (at > start && text[at - 1] === "\\") at++;
	return at < end ? at : -1;
}
