// What stands over analytics and queries to be clicked.
import type { Span } from "../base/span.ts";
import { lensCommands, type RunAnalyticArguments, type RunQueryArguments } from "../protocol/requests.ts";
import type { Analysis } from "../workspace/analysis.ts";

export interface Lens {
	/** What it stands over. */
	readonly span: Span;
	readonly title: string;
	readonly command: string;
	readonly arguments: RunAnalyticArguments | RunQueryArguments;
}

/** In text order: one over each analytic that has a query of ours, one over each such query. `uri`: the document's. */
export function lenses({ hunt, queries }: Analysis, uri: string): readonly Lens[] {
	const runnable = new Set(queries.map(({ query }) => query));
	return (hunt?.analytics ?? []).flatMap((analytic, index) => {
		const overQueries = analytic.queries.flatMap((query, at): readonly Lens[] =>
			runnable.has(query)
				? [{ span: query.span, title: "▷ Run query", command: lensCommands.runQuery, arguments: [uri, index, at] }]
				: [],
		);
		if (overQueries.length === 0) return [];
		const over: Lens = {
			span: analytic.span,
			title: "▷ Run analytic",
			command: lensCommands.runAnalytic,
			arguments: [uri, index],
		};
		return [over, ...overQueries];
	});
}
