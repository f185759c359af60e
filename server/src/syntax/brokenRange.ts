// A `[` or `{` that begins no range: how far what was meant to be one goes.
import { afterBlanks, Code } from "./characters.ts";
import { keywordAt } from "./keyword.ts";

export interface BrokenRange {
	readonly end: number;
	/** Whether its last character closes it. */
	readonly closed: boolean;
	/** White space is in it: it cannot be a word that merely begins with a bracket. */
	readonly hasBlanks: boolean;
}

/** More words than a range has, so that no text is looked at over and over. */
const mostWords = 8;
/** How many are taken where nothing closes it: `[a TO b`. */
const wordsOfRange = 3;
const word = /[^\s\]}()":]+|"(?:[^"\\]|\\.){0,200}"/y;

/**
 * Up to a closing bracket, where only words stand before it; else as many words as a range has. The next clause is none of
 * them: an operator, a bracket or a word with a colon ends it, so that a range being typed does not take what follows.
 */
export function brokenRange(text: string, from: number): BrokenRange {
	let taken = from + 1;
	let end = from + 1;
	let hasBlanks = false;
	for (let words = 0; words <= mostWords; words++) {
		const start = afterBlanks(text, end);
		const code = text.charCodeAt(start);
		if (code === Code.rightBracket || code === Code.rightBrace)
			return { end: start + 1, closed: true, hasBlanks: hasBlanks || start > end };
		word.lastIndex = start;
		const found = keywordAt(text, start, "redcloak") ? null : word.exec(text);
		if (!found || text.charCodeAt(word.lastIndex) === Code.colon) break;
		hasBlanks ||= start > end;
		end = word.lastIndex;
		if (words < wordsOfRange) taken = end;
	}
	return { end: taken, closed: false, hasBlanks };
}
