// Markdown to a tree, incrementally: after an edit only the blocks round it are parsed again.
import { type Tree, TreeFragment } from "@lezer/common";
import { GFM, parser } from "@lezer/markdown";

/** A text and its tree. Blocks that an edit did not touch keep their `Tree` object. */
export interface Markdown {
	readonly text: string;
	readonly tree: Tree;
}

const markdown = parser.configure(GFM);

/** Parses the text, reusing what it has in common with an earlier one. Never fails. */
export function parseMarkdown(text: string, previous?: Markdown): Markdown {
	if (!previous) return { text, tree: markdown.parse(text) };
	if (previous.text === text) return previous;
	const [from, removedTo, insertedTo] = difference(previous.text, text);
	const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
		{ fromA: from, toA: removedTo, fromB: from, toB: insertedTo },
	]);
	return { text, tree: markdown.parse(text, fragments) };
}

/** `[from, to in before, to in after]` of the one stretch that two texts differ in. */
function difference(before: string, after: string): [number, number, number] {
	const shorter = Math.min(before.length, after.length);
	const head = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
	const tail = commonLength(
		shorter - head,
		(from, to) =>
			before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
	);
	return [head, before.length - tail, after.length - tail];
}

/** How far two texts agree: compared in strides and then by halves, which engines do much faster than by characters. */
function commonLength(limit: number, equal: (from: number, to: number) => boolean): number {
	let at = 0;
	for (let stride = 4096; stride >= 1; stride = Math.floor(stride / 2)) {
		while (at + stride <= limit && equal(at, at + stride)) at += stride;
	}
	return at;
}
