// Applies every fix until none is left.
import type { TextEdit } from "../base/problem.ts";
import { type Analysis, analyse } from "./analysis.ts";

const mostRounds = 20;

/** The document with its fixes applied, over and over until nothing more can be fixed; text outside the edits stays as it is. */
export function fixAll(analysis: Analysis): Analysis {
	let current = analysis;
	for (let round = 0; round < mostRounds; round++) {
		const text = applyEdits(
			current.text,
			current.problems.map(({ fix }) => fix?.edits ?? []),
		);
		if (text === current.text) return current;
		current = analyse(text, current, current);
	}
	return current;
}

/** Applies groups of edits, each wholly or, where it overlaps one before it, not at all. */
export function applyEdits(text: string, groups: readonly (readonly TextEdit[])[]): string {
	const accepted = withoutOverlap(groups, (group) => group).flat();
	accepted.sort((a, b) => b.span[0] - a.span[0] || b.span[1] - a.span[1]);
	return accepted.reduce(
		(result, { span, text: insert }) => result.slice(0, span[0]) + insert + result.slice(span[1]),
		text,
	);
}

/** Without the items of which an edit touches one of an item before. */
export function withoutOverlap<T>(items: readonly T[], editsOf: (item: T) => readonly TextEdit[]): readonly T[] {
	const accepted: TextEdit[] = [];
	return items.filter((item) => {
		const edits = editsOf(item);
		const free = edits.every((edit) => accepted.every((other) => apart(edit, other)));
		if (free) accepted.push(...edits);
		return free;
	});
}

/** Two edits at one place, of which one is an insertion, also touch: their order would be a guess. */
function apart(a: TextEdit, b: TextEdit): boolean {
	return a.span[1] < b.span[0] || b.span[1] < a.span[0];
}
