// A hunt that was checked before, in the light of what other hunts say by now: its queries are not read again.
import type { Problem } from "../base/problem.ts";
import { readDocument } from "../document/readDocument.ts";
import { lintDocument } from "../lint/lint.ts";
import { rules } from "../lint/registry.generated.ts";
import type { AnalysisContext } from "./analysis.ts";

/** What of a hunt is enough for that. */
export interface CheckedHunt {
	readonly text: string;
	readonly problems: readonly Problem[];
}

const documentRules = new Set(rules.flatMap((rule) => ("checkDocument" in rule ? [rule.id] : [])));

/** All its problems; those of its queries are as they were. `context`: the one it was checked in, but for other hunts and time. */
export function reconsider({ text, problems }: CheckedHunt, context: AnalysisContext): readonly Problem[] {
	const document = readDocument(text, context.config.dialect, undefined, context.isHunt);
	const ofDocument = lintDocument(text, document, context);
	const ofQueries = problems.filter(({ rule }) => !documentRules.has(rule));
	return [...ofDocument, ...ofQueries].sort((a, b) => a.span[0] - b.span[0]);
}
