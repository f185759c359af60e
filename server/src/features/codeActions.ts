// Quick fixes of the problems at a place.
import { certainFix, fixesOf, type Problem, type TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { withoutOverlap } from "../workspace/fixAll.ts";
import { mentionsOf } from "../workspace/mentions.ts";
import { suppression } from "./rewriting/suppression.ts";

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

/**
 * The fixes of problems that the range touches, then, for each of their rules with several problems that may be fixed
 * together, one for all of them; then, for each problem, a comment that leaves it out.
 */
export function codeActions(analysis: Analysis, range: Span): readonly CodeFix[] {
	const { problems } = analysis;
	const here = problems.filter(({ fix, span }) => fix && span[0] <= range[1] && range[0] <= span[1]);
	const single = here.flatMap((problem) =>
		fixesOf(problem).map(({ title, edits }, index) => ({
			title,
			edits,
			problems: [problem],
			preferred: index === 0 && certainFix(problem) !== undefined,
		})),
	);
	const fixable = problems.filter((problem): problem is FixableProblem => certainFix(problem) !== undefined);
	const together = [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => {
		const ofRule = withoutOverlap(
			fixable.filter((problem) => problem.rule === rule),
			({ fix }) => fix.edits,
		);
		if (ofRule.length < 2) return [];
		const edits = ofRule.flatMap(({ fix }) => fix.edits).sort((a, b) => a.span[0] - b.span[0]);
		return [{ title: `Fix all ${rule} in this hunt`, edits, problems: ofRule, preferred: false }];
	});
	const ignored = problems
		.filter(({ span }) => span[0] <= range[1] && range[0] <= span[1])
		.flatMap((problem) => suppression(analysis, problem) ?? []);
	return [
		...single,
		...together,
		...ignored.map(({ title, problem, edits }) => ({ title, edits, problems: [problem], preferred: false })),
	];
}

/** The fields in the range that nothing knows, by the names that they would have in `huntmark.json`. */
export function unknownFields(
	analysis: Analysis,
	range: Span,
): readonly { readonly name: string; readonly problem: Problem }[] {
	const fields = mentionsOf(analysis).filter(({ kind }) => kind === "field");
	return analysis.problems
		.filter(
			({ rule, severity, span }) =>
				rule === "unknown-field" && severity === "error" && span[0] <= range[1] && range[0] <= span[1],
		)
		.flatMap((problem) => {
			const field = fields.find(({ span }) => span[0] === problem.span[0]);
			return field ? [{ name: field.key, problem }] : [];
		});
}
