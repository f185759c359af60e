// Applies every fix until none is left.

import { certainFix, type Problem, type TextEdit } from "../base/problem.ts";
import { holds } from "../base/span.ts";
import { rules } from "../lint/registry.generated.ts";
import { sameExpr } from "../meaning/sameExpr.ts";
import { bind } from "../model/bind.ts";
import { parseQuery } from "../syntax/parse.ts";
import { type Analysis, analyse, spanInQuery } from "./analysis.ts";

const mostRounds = 20;

export interface FixedDocument {
	readonly analysis: Analysis;
	/** What was fixed, in that order. */
	readonly fixed: readonly FixedProblem[];
}

/** A problem whose fix was applied, and the document as it was before. */
interface FixedProblem {
	readonly problem: Problem;
	readonly before: Analysis;
}

/**
 * The document with its fixes applied, but those that only a person may choose, over and over until nothing more can be
 * fixed; text outside the edits stays as it is.
 */
export function fixAll(analysis: Analysis): FixedDocument {
	const fixed: FixedProblem[] = [];
	let current = analysis;
	for (let round = 0; round < mostRounds; round++) {
		const before = current;
		const applied = withoutOverlap(before.problems.filter(certainFix), certainEdits);
		const text = splice(before.text, applied.flatMap(certainEdits));
		if (text === before.text) break;
		for (const problem of applied) fixed.push({ problem, before });
		current = analyse(text, before, before);
	}
	return { analysis: current, fixed };
}

/** Whether the fix by itself changed what a query matches: rules say of all their fixes only that one may. */
export function changesMeaning({ problem, before }: FixedProblem): boolean {
	const { rule: id, span } = problem;
	if (!rules.some((rule) => rule.id === id && rule.fix === "changes meaning")) return false;
	const placed = before.queries.find(({ query }) => holds(query.span, span));
	if (!placed) return false;
	const { query, tree, expr } = placed;
	const edits = certainEdits(problem).map((edit) => ({ ...edit, span: spanInQuery(query, edit.span) ?? edit.span }));
	return !sameExpr(bind(parseQuery(splice(query.text, edits), tree.dialect)), expr);
}

function certainEdits(problem: Problem): readonly TextEdit[] {
	return certainFix(problem)?.edits ?? [];
}

/** Applies groups of edits, each wholly or, where it overlaps one before it, not at all. */
export function applyEdits(text: string, groups: readonly (readonly TextEdit[])[]): string {
	return splice(text, withoutOverlap(groups, (group) => group).flat());
}

/** The text with edits that do not overlap, given in any order; insertions at one place stand as they are given. */
function splice(text: string, edits: readonly TextEdit[]): string {
	const parts: string[] = [];
	let from = 0;
	for (const { span, text: insert } of [...edits].sort(inTextOrder)) {
		parts.push(text.slice(from, span[0]), insert);
		from = span[1];
	}
	return parts.join("") + text.slice(from);
}

/** Without the items of which an edit touches one of an item before. Quickest for items in text order, as problems are. */
export function withoutOverlap<T>(items: readonly T[], editsOf: (item: T) => readonly TextEdit[]): readonly T[] {
	/** In text order. None overlap, so that an edit need only be compared with the last that does not begin behind it. */
	const accepted: TextEdit[] = [];
	return items.filter((item) => {
		const edits = [...editsOf(item)].sort(inTextOrder);
		const free = edits.every((edit) => {
			const before = accepted[beginningBy(accepted, edit.span[1]) - 1];
			return !before || before.span[1] < edit.span[0];
		});
		if (free) for (const edit of edits) accepted.splice(beginningBy(accepted, edit.span[1]), 0, edit);
		return free;
	});
}

function inTextOrder(a: TextEdit, b: TextEdit): number {
	return a.span[0] - b.span[0] || a.span[1] - b.span[1];
}

/**
 * How many of the edits, which are in text order, begin at the offset or before it: two edits at one place, of which one is
 * an insertion, also touch, since their order would be a guess.
 */
function beginningBy(edits: readonly TextEdit[], offset: number): number {
	let [low, high] = [0, edits.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((edits[middle] as TextEdit).span[0] <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
