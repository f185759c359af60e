// `~2` and `^1.5` at the end of a value.
import { Code } from "./characters.ts";

// Both are bounded in length, so that no text makes them slow.
const suffix = /(?:\^\d{1,9}(?:\.\d{1,9})?|~\d{0,9}(?:\.\d{1,9})?)(?=[\s)^~}]|$)/y;
const suffixAtEnd = /(?:\^\d{1,9}(?:\.\d{1,9})?|~\d{0,9}(?:\.\d{1,9})?)$/;
const shortFileName = /(?:^|[\\/*])[A-Z0-9_$]{6}~\d$/;

/** The length of the suffix at the offset; 0: there is none. */
export function suffixAt(text: string, offset: number): number {
	suffix.lastIndex = offset;
	return suffix.exec(text)?.[0].length ?? 0;
}

/** How many characters at the end of a word are suffixes; `PROGRA~1` has none, nor has `a\\~1`. */
export function suffixesAtEnd(word: string): number {
	if (shortFileName.test(word)) return 0;
	let end = word.length;
	for (let count = 0; count < 2; count++) {
		const found = suffixAtEnd.exec(word.slice(0, end));
		if (!found || found.index === 0 || isEscaped(word, found.index)) break;
		end = found.index;
	}
	return word.length - end;
}

/** Whether an odd number of backslashes stands before the offset. */
function isEscaped(text: string, offset: number): boolean {
	let start = offset;
	while (start > 0 && text.charCodeAt(start - 1) === Code.backslash) start--;
	return (offset - start) % 2 === 1;
}
