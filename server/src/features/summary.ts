// A hunt in a line: how it is read.
import { type DialectName, isDialectName } from "../base/dialect.ts";
import type { SummaryAnswer } from "../protocol/requests.ts";
import type { Analysis } from "../workspace/analysis.ts";

/** `null`: it is no hunt. */
export function summary({ hunt, config, document }: Analysis): SummaryAnswer | null {
	if (!hunt) return null;
	const counts = new Map<DialectName, number>();
	for (const { dialect } of hunt.analytics.flatMap(({ queries }) => queries))
		if (isDialectName(dialect)) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
	const used = [...counts].sort(([, a], [, b]) => b - a).map(([dialect]) => dialect);
	return {
		dialects: used.length > 0 ? used : [document.dialects.stated ?? config.dialect],
		taxonomy: hunt.meta?.taxonomy?.text ?? config.taxonomy,
		defaultSource: config.defaultSource,
	};
}
