// "Huntmark: Run Hunt": every analytic of the document in the active editor.
import type { HuntServer } from "../languageClient.ts";
import type { RunTargetOnSource } from "../runs.ts";
import { activeHunt } from "../target.ts";

export function runHunt(server: HuntServer, run: RunTargetOnSource) {
	return async (): Promise<void> => {
		const hunt = await activeHunt(server);
		if (hunt) return run({ uri: hunt.uri, title: hunt.name, target: { kind: "hunt" } });
	};
}
