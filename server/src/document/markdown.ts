// Markdown to a tree, incrementally: after an edit only the blocks round it are parsed again.
import { type Tree, TreeFragment } from "@lezer/common";
import { GFM, parser } from "@lezer/markdown";

/** A tree and the text that it was parsed from. Blocks that an edit did not touch keep their `Tree` object. */
export interface Markdown {
	readonly parsed: string;
	readonly tree: Tree;
}

const markdown = parser.configure(GFM);

/** Parses the text, reusing what it has in common with an earlier one. Offsets are those of `text`. Never fails. */
export function parseMarkdown(text: string, previous?: Markdown): Markdown {
	const parsed = pipesLast(text);
	if (!previous) return { parsed, tree: markdown.parse(parsed) };
	if (previous.parsed === parsed) return previous;
	const [from, removedTo, insertedTo] = difference(previous.parsed, parsed);
	const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
		{ fromA: from, toA: removedTo, fromB: from, toB: insertedTo },
	]);
	return { parsed, tree: markdown.parse(parsed, fragments) };
}

/**
 * The text as the parser needs it, of the same length: it sees no table where a carriage return or a blank follows the last
 * pipe of a line, so the pipe takes the last place.
 */
function pipesLast(text: string): string {
	const unix = text.includes("\r") ? text.replaceAll("\r\n", " \n") : text;
	// Begins with the pipe, which engines look for much faster than for what is not before it.
	return unix.replace(/\|(?<!\\\|)([ \t]+)(?=\n|$)/g, "$1|");
}

/** `[from, to in before, to in after]` of the one stretch that two texts differ in. */
function difference(before: string, after: string): [number, number, number] {
	const shorter = Math.min(before.length, after.length);
	const head = commonStart(before, after);
	const tail = commonLength(
		shorter - head,
		(from, to) =>
			before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
	);
	return [head, before.length - tail, after.length - tail];
}

/** How long the beginning is that two texts have in common. */
export function commonStart(before: string, after: string): number {
	const shorter = Math.min(before.length, after.length);
	return commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
}

/** How far two texts agree: compared in strides and then by halves, which engines do much faster than by characters. */
function commonLength(limit: number, equal: (from: number, to: number) => boolean): number {
	let at = 0;
	for (let stride = 4096; stride >= 1; stride = Math.floor(stride / 2)) {
		while (at + stride <= limit && equal(at, at + stride)) at += stride;
	}
	return at;
}
