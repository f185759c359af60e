// "Huntmark: Run Query": the one of a lens, the one at the cursor, or one that is picked.
import type { HuntServer } from "../languageClient.ts";
import type { RunTargetOnSource } from "../runs.ts";
import { activeHunt, chooseQuery } from "../target.ts";

/** A lens gives the document, the analytic and the query's place in it; a menu or a key gives none. */
export function runQuery(server: HuntServer, run: RunTargetOnSource) {
	return async (uri?: unknown, analytic?: unknown, index?: unknown): Promise<void> => {
		if (typeof uri === "string" && typeof analytic === "number" && typeof index === "number") {
			return run({ uri, title: `Query ${index + 1}`, target: { kind: "query", analytic, index } });
		}
		const hunt = await activeHunt(server);
		const chosen = hunt && (await chooseQuery(hunt.analytics, hunt.line));
		if (!chosen) return;
		const target = { kind: "query", analytic: chosen.analytic.index, index: chosen.query.index } as const;
		return run({ uri: hunt.uri, title: `Query ${chosen.query.index + 1}`, target });
	};
}
