// Runs a target: asks for trust, shows progress that can be cancelled, hands the answer to the results view.
import * as vscode from "vscode";
import type { Refusal, RunAnswer } from "../../server/src/protocol/requests.ts";
import type { HuntServer } from "./languageClient.ts";
import type { ResultsView } from "./views/results.ts";
import type { RunOrigin } from "./views/resultsState.ts";

const requestCancelled = -32800;

/** One run at a time: a second one cancels the first. */
export type RunTargetOnSource = (origin: RunOrigin) => Promise<void>;

/** `source` names the source that was chosen for this workspace, if one was. `results` is asked when something runs. */
export function createRunner(
	server: HuntServer,
	results: () => ResultsView,
	source: () => string | undefined,
): RunTargetOnSource {
	let current: vscode.CancellationTokenSource | undefined;

	return async (origin) => {
		if (!(await trusted())) return;
		current?.cancel();
		const cancellation = new vscode.CancellationTokenSource();
		current = cancellation;
		const view = results();
		view.begin(origin, () => cancellation.cancel());
		const answer = await vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Notification, title: `Running ${origin.title}`, cancellable: true },
			(notification, token) => {
				token.onCancellationRequested(() => cancellation.cancel());
				return ask(server, origin, source(), cancellation.token, (done, total, message) => {
					if (current !== cancellation) return;
					notification.report({ message });
					view.progress(origin.title, { done, total, message });
				});
			},
		);
		// A newer run has taken over the view; what this one still brings is closed, not shown.
		if (current !== cancellation) {
			if ("runs" in answer) for (const { id } of answer.runs) void server.close({ id });
			return;
		}
		current = undefined;
		cancellation.dispose();
		if ("runs" in answer) view.finish(origin, answer.runs);
		else view.refuse(origin.title, answer);
	};
}

async function ask(
	server: HuntServer,
	{ uri, target }: RunOrigin,
	source: string | undefined,
	token: vscode.CancellationToken,
	onProgress: (done: number, total: number, message: string) => void,
): Promise<RunAnswer | Refusal> {
	try {
		return await server.run(
			{ uri, target, ...(source === undefined ? {} : { source }) },
			({ done, total, message }) => onProgress(done, total, message),
			token,
		);
	} catch (error) {
		const cancelled = token.isCancellationRequested || (error as { code?: unknown }).code === requestCancelled;
		return cancelled
			? {
					kind: "refused",
					reason: "cancelled",
					detail: "The run was cancelled.",
					remedy: "Run it again when you wish.",
				}
			: {
					kind: "refused",
					reason: "engine-died",
					detail: `The language server failed: ${error instanceof Error ? error.message : String(error)}.`,
					remedy: "Run it again, or run “Huntmark: Restart Server” first.",
				};
	}
}

/** Nothing runs in a workspace that is not trusted; says so and offers the way to trust it. */
async function trusted(): Promise<boolean> {
	if (vscode.workspace.isTrusted) return true;
	const manage = "Manage Workspace Trust";
	const choice = await vscode.window.showWarningMessage(
		"Hunts run only in a trusted workspace. Checking, hovers and completion work without trust.",
		manage,
	);
	if (choice === manage) await vscode.commands.executeCommand("workbench.trust.manage");
	return false;
}
