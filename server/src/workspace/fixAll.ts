// Applies every fix until none is left.
import { certainFix, type Problem, type TextEdit } from "../base/problem.ts";
import { shift } from "../base/span.ts";
import { rules } from "../lint/registry.generated.ts";
import { sameExpr } from "../meaning/sameExpr.ts";
import { bind } from "../model/bind.ts";
import { parseQuery } from "../syntax/parse.ts";
import { type Analysis, analyse } from "./analysis.ts";

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
	if (!rules.some((rule) => rule.id === id && "bad" in rule && rule.fix === "changes meaning")) return false;
	const placed = before.queries.find(({ query }) => query.span[0] <= span[0] && span[1] <= query.span[1]);
	if (!placed) return false;
	const { query, tree, expr } = placed;
	const edits = certainEdits(problem).map((edit) => ({ ...edit, span: shift(edit.span, -query.span[0]) }));
	return !sameExpr(bind(parseQuery(splice(query.text, edits), tree.dialect)), expr);
}

function certainEdits(problem: Problem): readonly TextEdit[] {
	return certainFix(problem)?.edits ?? [];
}

/** Applies groups of edits, each wholly or, where it overlaps one before it, not at all. */
export function applyEdits(text: string, groups: readonly (readonly TextEdit[])[]): string {
	return splice(text, withoutOverlap(groups, (group) => group).flat());
}

function splice(text: string, edits: readonly TextEdit[]): string {
	return edits
		.toSorted((a, b) => b.span[0] - a.span[0] || b.span[1] - a.span[1])
		.reduce((result, { span, text: insert }) => result.slice(0, span[0]) + insert + result.slice(span[1]), text);
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
