// Makes an analytic of its own of a query.
import { lineBreakOf } from "../../base/lines.ts";
import type { TextEdit } from "../../base/problem.ts";
import { nextNumber, sectionOf } from "../../document/analytics.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { queryBlock } from "../knowledge/queryBlock.ts";

export interface ExtractedAnalytic {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/**
 * Moves the query at the offset under a heading behind its analytic, with the next free number. `null` outside queries that
 * stand alone on their lines, and for the only query of an analytic, which is one by itself already.
 */
export function extractAnalytic({ hunt, text }: Analysis, offset: number): ExtractedAnalytic | null {
	const analytic = hunt?.analytics.find(({ span }) => span[0] <= offset && offset <= span[1]);
	const query = analytic?.queries.find(({ span }) => span[0] <= offset && offset <= span[1]);
	const section = hunt && analytic && sectionOf(hunt, analytic);
	if (!hunt || !analytic || !query || !section || analytic.queries.length < 2) return null;
	const block = queryBlock(text, query);
	if (!block) return null;
	const number = nextNumber(hunt);
	const lineBreak = lineBreakOf(text);
	const marks = "#".repeat(section.level);
	const added = ["", "", `${marks} Analytic ${number} - New analytic`, "", text.slice(...block)].join(lineBreak);
	const [, end] = analytic.span;
	const gap = /^\s*/.exec(text.slice(block[1]))?.[0].length ?? 0;
	// The analytic's last text gives its place to the new heading.
	const edits: readonly TextEdit[] =
		block[1] >= end
			? [{ span: [text.slice(0, block[0]).trimEnd().length, block[1]], text: added }]
			: [
					{ span: [block[0], block[1] + gap], text: "" },
					{ span: [end, end], text: added },
				];
	return { title: `Move the query into Analytic ${number}`, edits };
}
