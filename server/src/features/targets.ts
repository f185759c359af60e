// What can be run in a document, and on which lines it stands.
import type { LineIndex } from "../base/lineIndex.ts";
import { oneLine } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { headingOf } from "../document/analytics.ts";
import type { LineRange, TargetsAnswer } from "../protocol/requests.ts";
import type { Analysis } from "../workspace/analysis.ts";

/** The analytics with a query of ours in them. Indexes count all analytics, and all queries of one, as runs do. */
export function targets({ hunt, queries }: Analysis, lines: LineIndex): TargetsAnswer {
	const runnable = new Set(queries.map(({ query }) => query));
	const analytics = (hunt?.analytics ?? []).map((analytic, index) => ({
		index,
		title: (hunt && headingOf(hunt, analytic)?.text) || "Analytic",
		lines: lineRange(lines, analytic.span),
		queries: analytic.queries.flatMap((query, at) =>
			runnable.has(query) ? [{ index: at, title: oneLine(query.text), lines: lineRange(lines, query.span) }] : [],
		),
	}));
	return { analytics: analytics.filter((analytic) => analytic.queries.length > 0) };
}

function lineRange(lines: LineIndex, [start, end]: Span): LineRange {
	return { start: lines.positionAt(start).line, end: lines.positionAt(end).line };
}
