// The extension's front door: puts its parts together and does nothing itself.
import * as vscode from "vscode";
import { lensCommands } from "../../server/src/protocol/requests.ts";
import type { ResultsState } from "../../server/src/protocol/view.ts";
import { restartServer } from "./commands/restartServer.ts";
import { runAnalytic } from "./commands/runAnalytic.ts";
import { runHunt } from "./commands/runHunt.ts";
import { runQuery } from "./commands/runQuery.ts";
import { chosenSource, selectSource } from "./commands/selectSource.ts";
import { type HuntServer, startServer } from "./languageClient.ts";
import { createRunner } from "./runs.ts";
import { watchHuntContext } from "./views/huntContext.ts";
import { createPanelHost } from "./views/panelHost.ts";
import { createResults } from "./views/results.ts";
import { showStatus } from "./views/statusItem.ts";

let server: HuntServer | undefined;

/** What other extensions get. */
export interface HuntmarkApi {
	/** Resolves when the language server answers. */
	ready(): Promise<void>;
	/** What the results view shows now. */
	results(): ResultsState;
}

export function activate(context: vscode.ExtensionContext): HuntmarkApi {
	const started = startServer(context);
	server = started;
	const run = createRunner(
		started,
		() => results,
		() => chosenSource(context.workspaceState),
	);
	const results = createResults(createPanelHost(context), started, run);
	const commands: Readonly<Record<string, (...given: unknown[]) => unknown>> = {
		[lensCommands.runAnalytic]: runAnalytic(started, run),
		[lensCommands.runQuery]: runQuery(started, run),
		"huntmark.runHunt": runHunt(started, run),
		"huntmark.selectSource": selectSource(started, context.workspaceState),
		"huntmark.restartServer": restartServer(started, results),
	};
	for (const [id, command] of Object.entries(commands)) {
		context.subscriptions.push(vscode.commands.registerCommand(id, command));
	}
	context.subscriptions.push(
		watchHuntContext(started),
		showStatus(started, () => chosenSource(context.workspaceState)),
	);
	return { ready: started.ready, results: results.state };
}

export async function deactivate(): Promise<void> {
	await server?.dispose();
}
