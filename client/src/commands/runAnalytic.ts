// "Huntmark: Run Analytic": the one of a lens, the one at the cursor, or one that is picked.
import type { HuntServer } from "../languageClient.ts";
import type { RunTargetOnSource } from "../runs.ts";
import { activeHunt, chooseAnalytic } from "../target.ts";

/** A lens gives the document and the analytic's place in it; a menu or a key gives neither. */
export function runAnalytic(server: HuntServer, run: RunTargetOnSource) {
	return async (uri?: unknown, index?: unknown): Promise<void> => {
		if (typeof uri === "string" && typeof index === "number") {
			const { analytics } = await server.targets({ uri });
			const title = analytics[index]?.title ?? `Analytic ${index + 1}`;
			return run({ uri, title, target: { kind: "analytic", index } });
		}
		const hunt = await activeHunt(server);
		const analytic = hunt && (await chooseAnalytic(hunt.analytics, hunt.line));
		if (!analytic) return;
		return run({ uri: hunt.uri, title: analytic.title, target: { kind: "analytic", index: analytic.index } });
	};
}
