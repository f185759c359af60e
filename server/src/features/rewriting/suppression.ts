// Leaves a problem out, with a comment that says why.

import { lineBreakOf, lineStart } from "../../base/lines.ts";
import type { Problem, TextEdit } from "../../base/problem.ts";
import { holds } from "../../base/span.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { queryBlock } from "../knowledge/queryBlock.ts";

export interface Suppression {
	readonly title: string;
	readonly problem: Problem;
	readonly edits: readonly TextEdit[];
}

/**
 * A comment before the query that has the problem, or, where none can stand there or the problem is of the document, before
 * the heading of its section. `null` where there is neither.
 */
export function suppression(analysis: Analysis, problem: Problem): Suppression | null {
	const { hunt, text } = analysis;
	const query = hunt?.analytics.flatMap(({ queries }) => queries).find(({ span }) => holds(span, problem.span));
	const section = hunt?.sections.findLast(({ span }) => span[0] <= problem.span[0] && problem.span[0] <= span[1]);
	const block = query && queryBlock(text, query);
	const at = block?.[0] ?? (section && afterMark(text, lineStart(text, section.span[0])));
	if (at === undefined) return null;
	// A comment in a list, quote or table would break it.
	const comment = `<!-- huntmark-ignore ${problem.rule}: TODO say why -->${lineBreakOf(text)}`;
	return {
		title: `Ignore ${problem.rule} here, with a reason`,
		problem,
		edits: [{ span: [at, at], text: comment }],
	};
}

/** The mark of byte order stays the first character. */
function afterMark(text: string, offset: number): number {
	return offset === 0 && text.startsWith("\uFEFF") ? 1 : offset;
}
