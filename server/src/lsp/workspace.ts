// Keeps the service in step with the workspace: its folders, its files on disk, and what the client leaves out of it.
import {
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type WorkspaceFolder,
	type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver/node";
import { isConfiguration } from "./checkedDocuments.ts";
import { oneAtATime } from "./oneAtATime.ts";
import type { ServedSession } from "./request.ts";

type WorkspaceSession = Pick<ServedSession, "connection" | "service" | "client" | "guard" | "documents">;

/** What hunts, their configurations and telemetry are in. */
const watched = ["**/*.md", "**/*.{json,ndjson,jsonl}"];

/**
 * Begins when the client has heard of the server's abilities. `onRead` is called when all hunts are read, each time. Resolves
 * when they begin to be read.
 */
export function followWorkspace(
	{ connection, service, client, guard, documents }: WorkspaceSession,
	params: InitializeParams,
	onRead: () => void,
): Promise<void> {
	const logFailure = (error: unknown) => connection.console.error(String(error));
	let folders: readonly WorkspaceFolder[] =
		params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: "" }] : []);
	service.setFolders(folders.map(({ uri }) => uri));

	const rescan = oneAtATime(async () => {
		await service.scan();
		onRead();
	}, logFailure);
	const reconfigure = oneAtATime(async () => {
		await service.reconfigure();
		onRead();
	}, logFailure);
	const begun = new Promise<void>((resolve) => {
		connection.onInitialized(
			guard.listener("initialized", () => {
				if (client.registersWatchers) {
					const watchers = watched.map((globPattern) => ({ globPattern }));
					connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(logFailure);
				}
				if (client.tellsFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
				firstScan(resolve).then(onRead, logFailure);
			}),
		);
	});
	connection.onDidChangeWatchedFiles(
		guard.listener("watched files", ({ changes }) => {
			const uris = changes.map(({ uri }) => uri);
			const markdown = uris.filter((uri) => uri.endsWith(".md"));
			if (markdown.length > 0) service.changed(markdown).then(onRead, logFailure);
			if (uris.some((uri) => isConfiguration(uri) || /\.(?:json|ndjson|jsonl)$/.test(uri))) reconfigure();
		}),
	);
	// Without a watcher, a save is when something may have changed.
	if (!client.registersWatchers) documents.onDidSave(rescan);

	return begun;

	function foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
		folders = [...folders.filter(({ uri }) => !removed.some((each) => each.uri === uri)), ...added];
		service.setFolders(folders.map(({ uri }) => uri));
		reconfigure();
		rescan();
	}

	/** Shows how far it is, where the client can; cancelled there, the hunts that are not read yet are left. */
	async function firstScan(onBegun: () => void): Promise<void> {
		// A client that refuses either is one that has none.
		const exclude = await excluded().catch(() => []);
		const progress = await connection.window.createWorkDoneProgress().catch(() => null);
		const abort = new AbortController();
		progress?.token.onCancellationRequested(() => abort.abort());
		progress?.begin("Reading hunts", 0, undefined, true);
		let told = 0;
		const scanned = service.scan({
			exclude,
			signal: abort.signal,
			onProgress(done, total) {
				const percent = Math.floor((100 * done) / total);
				if (percent > told) progress?.report(percent, `${done} of ${total} files`);
				told = percent;
			},
		});
		onBegun();
		await scanned;
		progress?.done();
	}

	/** The patterns of what VS Code leaves out of its explorer and its search; other clients have none. */
	async function excluded(): Promise<readonly string[]> {
		if (!client.tellsSettings) return [];
		const sections = ["files.exclude", "search.exclude"].map((section) => ({ section }));
		const answered: unknown = await connection.workspace.getConfiguration(sections);
		const settings: readonly unknown[] = Array.isArray(answered) ? answered : [];
		return settings.flatMap((setting) =>
			Object.entries(setting ?? {}).flatMap(([pattern, isOut]) => (isOut === true ? [pattern] : [])),
		);
	}
}
