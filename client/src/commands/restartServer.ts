// "Huntmark: Restart Server": a new language server; the rows of earlier runs go with the old one.
import type { HuntServer } from "../languageClient.ts";
import type { ResultsView } from "../views/results.ts";

export function restartServer(server: HuntServer, results: ResultsView) {
	return async (): Promise<void> => {
		results.reset();
		await server.restart();
	};
}
