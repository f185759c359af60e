// Starts the language server and speaks to it: its own requests, typed.
import * as vscode from "vscode";
import { LanguageClient, TransportKind, vsdiag } from "vscode-languageclient/node";
import {
	type CloseParams,
	type EventAnswer,
	type EventParams,
	type InitializationOptions,
	notifications,
	type PageAnswer,
	type PageParams,
	type ProgressParams,
	type Refusal,
	type RunAnswer,
	type RunParams,
	requests,
	type SourcesAnswer,
	type SourcesParams,
	type SummaryAnswer,
	type SummaryParams,
	type TargetsAnswer,
	type TargetsParams,
} from "../../server/src/protocol/requests.ts";
import type { Progress } from "../../server/src/protocol/run.ts";
import { readSettings } from "./settings.ts";

/** The language server, as the rest of the client sees it. Every request waits until the server is up. */
export interface HuntServer {
	/** Resolves when the server that was started last answers. */
	ready(): Promise<void>;
	/** `onProgress` hears of this run until it ends. Cancelling the token cancels the run, whose answer then says so. */
	run(
		params: Omit<RunParams, "runToken">,
		onProgress: (progress: Progress) => void,
		token: vscode.CancellationToken,
	): Promise<RunAnswer | Refusal>;
	page(params: PageParams): Promise<PageAnswer>;
	event(params: EventParams): Promise<EventAnswer | Refusal>;
	close(params: CloseParams): Promise<void>;
	targets(params: TargetsParams): Promise<TargetsAnswer>;
	sources(params: SourcesParams): Promise<SourcesAnswer>;
	/** `null`: it is no open hunt. */
	summary(params: SummaryParams): Promise<SummaryAnswer | null>;
	/** Ends the server, and with it every run, and starts a new one. */
	restart(): Promise<void>;
	dispose(): Promise<void>;
}

/** Starts it at once; where the workspace is not trusted yet, the server hears of trust when it is given. */
export function startServer(context: vscode.ExtensionContext): HuntServer {
	const client = new LanguageClient(
		"huntmark",
		"Huntmark",
		{ module: context.asAbsolutePath("out/server/main.cjs"), transport: TransportKind.ipc },
		{
			documentSelector: [
				{ language: "markdown", scheme: "file" },
				{ language: "markdown", scheme: "untitled" },
				{ pattern: "**/huntmark.json", scheme: "file" },
			],
			diagnosticPullOptions: { onChange: true, onSave: true },
			middleware: {
				// Asked each time, so that the setting holds at once, whoever wants to look again: the client or the server.
				provideDiagnostics: (document, known, token, next) =>
					known !== undefined && "isDirty" in document && document.isDirty && readSettings().lint === "onSave"
						? { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: known }
						: next(document, known, token),
			},
			// Asked at every start: a server that starts again after trust was given must know.
			initializationOptions: (): InitializationOptions => ({
				trusted: vscode.workspace.isTrusted,
				cachePath: context.globalStorageUri.fsPath,
			}),
		},
	);
	let started = client.start();
	const progressOf = new Map<string, (progress: Progress) => void>();
	client.onNotification(notifications.progress, ({ runToken, progress }: ProgressParams) => {
		progressOf.get(runToken)?.(progress);
	});
	const trust = vscode.workspace.onDidGrantWorkspaceTrust(async () => {
		await started;
		await client.sendNotification(notifications.trusted);
	});

	async function ask<Answer>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Answer> {
		await started;
		// An undefined token would be sent as one more parameter.
		return client.sendRequest<Answer>(method, params, ...(token ? [token] : []));
	}

	let runs = 0;
	return {
		ready: () => started,
		async run(params, onProgress, token) {
			runs++;
			const runToken = String(runs);
			progressOf.set(runToken, onProgress);
			try {
				return await ask<RunAnswer | Refusal>(requests.run, { ...params, runToken } satisfies RunParams, token);
			} finally {
				progressOf.delete(runToken);
			}
		},
		page: (params) => ask(requests.page, params),
		event: (params) => ask(requests.event, params),
		close: (params) => ask(requests.close, params),
		targets: (params) => ask(requests.targets, params),
		sources: (params) => ask(requests.sources, params),
		summary: (params) => ask(requests.summary, params),
		async restart() {
			started = client.isRunning() ? client.restart() : client.start();
			await started;
		},
		async dispose() {
			trust.dispose();
			await client.dispose();
		},
	};
}
