// The stretches of a document that are no prose: fenced code and comments.
import type { Span } from "../base/span.ts";

const openings = ["```", "~~~", "<!--"];

/** Whichever opens first holds what is in it; one that never closes goes on to the end. In text order. */
export function fencesAndComments(text: string): readonly Span[] {
	const spans: Span[] = [];
	const next = openings.map((mark) => text.indexOf(mark));
	for (;;) {
		const at = Math.min(...next.filter((index) => index >= 0));
		if (at === Number.POSITIVE_INFINITY) return spans;
		const end = text[at] === "<" ? commentEnd(text, at) : fenceEnd(text, at);
		if (end !== null) spans.push([at, end]);
		const from = end ?? at + 1;
		openings.forEach((mark, i) => {
			if ((next[i] as number) < from && next[i] !== -1) next[i] = text.indexOf(mark, from);
		});
	}
}

function commentEnd(text: string, at: number): number {
	const end = text.indexOf("-->", at);
	return end < 0 ? text.length : end + "-->".length;
}

/** `null`: these marks open no fence. */
function fenceEnd(text: string, at: number): number | null {
	if (!/(?:^|\n)[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(indentBefore(text, at))) return null;
	const opening = /(`{3,})[^`\n]*(?:\n|$)|(~{3,})/y;
	opening.lastIndex = at;
	const [, ticks, waves] = opening.exec(text) ?? [];
	const marks = ticks ?? waves;
	if (!marks) return null;
	for (let close = text.indexOf(marks, at + marks.length); close >= 0; close = text.indexOf(marks, close + 1)) {
		const closing = /(?:`+|~+)[ \t]*(?:\r?\n|$)/y;
		closing.lastIndex = close;
		const isAlone = /\n[ \t>]*$/.test(indentBefore(text, close));
		if (isAlone && closing.test(text)) return closing.lastIndex;
	}
	return text.length;
}

const longestIndent = 200;

/** What stands before it on its line, with the line break before that; of a longer line anything that is no indent. */
function indentBefore(text: string, at: number): string {
	const before = text.slice(Math.max(0, at - longestIndent), at);
	const lineBreak = before.lastIndexOf("\n");
	return lineBreak < 0 && at > longestIndent ? "text" : before.slice(Math.max(0, lineBreak));
}
