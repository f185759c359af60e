// Commas and semicolons at the end of a value, as lists have them elsewhere.
import type { Literal } from "../syntax/tree.ts";

/** Whether an unquoted value ends in one that is not escaped; it may be all there is. */
export function endsInComma(text: string, { written, span: [start, end] }: Literal): boolean {
	if (written !== "word" && written !== "path") return false;
	const last = text[end - 1];
	return (last === "," || last === ";") && (end - 1 === start || text[end - 2] !== "\\");
}
