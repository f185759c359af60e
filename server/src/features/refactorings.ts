// What can be rearranged at a place, though nothing is wrong with it.
import type { TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { markReviewed } from "./rewriting/detectionReview.ts";
import { extractAnalytic } from "./rewriting/extractAnalytic.ts";
import { queryToTable, tableToQuery } from "./rewriting/tableConversion.ts";

/** As the protocol names them. */
export type RefactoringKind = "refactor.extract" | "refactor.rewrite";

export interface Refactoring {
	readonly title: string;
	readonly kind: RefactoringKind;
	/** In text order; none overlap. */
	readonly edits: readonly TextEdit[];
}

type Rearrange = (analysis: Analysis, offset: number) => Omit<Refactoring, "kind"> | null;

const known: readonly (readonly [RefactoringKind, Rearrange])[] = [
	["refactor.extract", extractAnalytic],
	["refactor.rewrite", tableToQuery],
	["refactor.rewrite", queryToTable],
	["refactor.rewrite", markReviewed],
];

export const refactoringKinds: readonly RefactoringKind[] = ["refactor.extract", "refactor.rewrite"];

/** Those at the start of the range. */
export function refactorings(analysis: Analysis, range: Span): readonly Refactoring[] {
	return known.flatMap(([kind, rearrange]) => {
		const found = rearrange(analysis, range[0]);
		return found && found.edits.length > 0 ? [{ ...found, kind }] : [];
	});
}
