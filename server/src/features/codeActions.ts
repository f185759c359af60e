// Quick fixes of the problems at a place.
import type { Problem, TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { withoutOverlap } from "../workspace/fixAll.ts";

export interface CodeFix {
	readonly title: string;
	/** In text order; none overlap. */
	readonly edits: readonly TextEdit[];
	/** The problems that it removes. */
	readonly problems: readonly Problem[];
	/** Whether it is the one to apply without a choice. */
	readonly preferred: boolean;
}

type FixableProblem = Problem & Required<Pick<Problem, "fix">>;

/** The fixes of problems that the range touches, then, for each of their rules with several fixes, one for all of them. */
export function codeActions({ problems }: Analysis, range: Span): readonly CodeFix[] {
	const fixable = problems.filter((problem): problem is FixableProblem => problem.fix !== undefined);
	const here = fixable.filter(({ span }) => span[0] <= range[1] && range[0] <= span[1]);
	const single = here.map((problem) => ({ ...problem.fix, problems: [problem], preferred: true }));
	const together = [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => {
		const ofRule = withoutOverlap(
			fixable.filter((problem) => problem.rule === rule),
			({ fix }) => fix.edits,
		);
		if (ofRule.length < 2) return [];
		const edits = ofRule.flatMap(({ fix }) => fix.edits).sort((a, b) => a.span[0] - b.span[0]);
		return [{ title: `Fix all ${rule} in this hunt`, edits, problems: ofRule, preferred: false }];
	});
	return [...single, ...together];
}
