// From what an engine counted to the Run that everyone sees.
import type { RunSummary } from "../engines/engine.ts";
import type { Run } from "../protocol/run.ts";
import type { PlannedRun } from "./planRun.ts";

/** What a run was of. */
export interface RunOrigin {
	readonly analytic: Run["analytic"];
	readonly source: string;
	/** Milliseconds since 1970 UTC. */
	readonly started: number;
	/** Milliseconds, all stages together. */
	readonly took: number;
	readonly queries: readonly { readonly text: string }[];
	/** What was left out of it, in sentences. */
	readonly notes?: readonly string[];
}

export function toRun(origin: RunOrigin, planned: PlannedRun, summary: RunSummary): Run {
	return {
		analytic: origin.analytic,
		source: origin.source,
		started: new Date(origin.started).toISOString(),
		took: Math.round(origin.took),
		queries: origin.queries.map(({ text }, index) => ({ text, matched: summary.counts[index] ?? 0 })),
		matched: summary.matched,
		exact: true,
		scanned: summary.scanned,
		skipped: summary.skipped,
		firstSkipped: summary.firstSkipped,
		fields: planned.uses.map(({ written, used }) => ({ written, used })),
		columns: planned.plan.columns.map(({ name }) => name),
		histogram: null,
		approximations: [],
		limits: [...(origin.notes ?? []), ...planned.notes, ...summary.limits],
	};
}
