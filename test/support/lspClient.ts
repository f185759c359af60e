// The client's end of a language server session: in this process over streams, or a process over stdio.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
	type ClientCapabilities,
	createConnection,
	createProtocolConnection,
	DidChangeTextDocumentNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DidSaveTextDocumentNotification,
	ExitNotification,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	LogMessageNotification,
	type MessageConnection,
	type MessageReader,
	type MessageWriter,
	ProposedFeatures,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	type PublishDiagnosticsParams,
	type Range,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver/node";
import { createNodePorts } from "../../server/src/host/nodePorts.ts";
import { serve } from "../../server/src/lsp/session.ts";
import type { Settings } from "../../server/src/protocol/settings.ts";
import { createService, type HuntService } from "../../server/src/service.ts";

/** Milliseconds after which a message that was waited for counts as missing. */
const patience = 20_000;

export const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const serverProgram = fileURLToPath(new URL("../../server/src/lsp/main.ts", import.meta.url));

export interface SessionOptions {
	readonly trusted?: boolean;
	/** Pulls diagnostics; otherwise they are pushed. */
	readonly pull?: boolean;
	readonly capabilities?: ClientCapabilities;
	/** What the user has set. */
	readonly settings?: Partial<Settings>;
	/** Replaces parts of the service, for what cannot be provoked otherwise. */
	readonly alter?: (service: HuntService) => HuntService;
	/** Path of the workspace's folder. */
	readonly folder?: string;
	/** Of several, instead of one. */
	readonly folders?: readonly string[];
	/** What the client answers to the server's requests, by method; to any other it answers `null`. */
	readonly answers?: Readonly<Record<string, unknown>>;
}

export interface Session {
	readonly connection: ProtocolConnection;
	readonly initialized: InitializeResult;
	/** Methods of all that the server has sent unasked. */
	readonly unasked: readonly string[];
	open(uri: string, text: string): void;
	change(uri: string, range: Range, text: string): void;
	save(uri: string): void;
	close(uri: string): void;
	/** The next diagnostics that are pushed for the document, from the call on. */
	pushed(uri: string): Promise<PublishDiagnosticsParams>;
	/** Resolves with the first notification or request of the method that satisfies `holds`, from the call on. */
	heard<T>(method: string, holds?: (params: T) => boolean): Promise<T>;
	dispose(): Promise<void>;
}

/** A session with the real connection and service, over streams in this process. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
	const toServer = new PassThrough();
	const toClient = new PassThrough();
	const server = createConnection(
		ProposedFeatures.all,
		new StreamMessageReader(toServer),
		new StreamMessageWriter(toClient),
	);
	serve(server, () => {
		const service = createService(
			createNodePorts({
				roots: [],
				cacheFolder: null,
				log: (line) => server.console.log(line),
			}),
		);
		return options.alter?.(service) ?? service;
	});
	const session = await connect(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), options);
	return {
		...session,
		async dispose() {
			await session.connection.sendRequest(ShutdownRequest.type);
			session.connection.dispose();
			server.dispose();
		},
	};
}

export interface ServerProcess extends Session {
	readonly child: ChildProcess;
	/** The exit code, once nobody holds the standard error that server and runner share: both have ended. */
	readonly exited: Promise<number | null>;
}

/** The same with the server as a process with `--stdio`, by default run from source. */
export async function startProcess(options: SessionOptions = {}, program = serverProgram): Promise<ServerProcess> {
	const child = spawn(process.execPath, [program, "--stdio"], { stdio: "pipe" });
	child.stderr.resume();
	const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
	const session = await connect(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), options);
	return {
		...session,
		child,
		exited,
		async dispose() {
			await session.connection.sendRequest(ShutdownRequest.type);
			await session.connection.sendNotification(ExitNotification.type);
			await exited;
			session.connection.dispose();
		},
	};
}

/** A sample hunt: its URI and text. */
export function sample(name: string): { readonly uri: string; readonly text: string } {
	const path = `${samples}/${name}`;
	return { uri: pathToFileURL(path).href, text: readFileSync(path, "utf8") };
}

/** The range of the first occurrence of `part`, by lines that end in LF, CRLF or CR. */
export function rangeOf(text: string, part: string): Range {
	const at = text.indexOf(part);
	if (at < 0) throw new Error(`${part} is not in the text.`);
	return { start: position(text, at), end: position(text, at + part.length) };
}

function position(text: string, offset: number) {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: lines.length - 1, character: (lines.at(-1) ?? "").length };
}

async function connect(
	reader: MessageReader,
	writer: MessageWriter,
	{ trusted, pull = false, capabilities, settings, folder = samples, folders = [folder], answers = {} }: SessionOptions,
): Promise<Omit<Session, "dispose">> {
	const connection = createProtocolConnection(reader, writer);
	const unasked: string[] = [];
	const listeners = new Set<(method: string, params: unknown) => void>();
	const versions = new Map<string, number>();
	const tell = (method: string, params: unknown) => {
		unasked.push(method);
		for (const listener of [...listeners]) listener(method, params);
	};
	connection.onNotification(LogMessageNotification.type, (params) => tell(LogMessageNotification.method, params));
	// Its type leaves out the handlers for whatever no other takes.
	const others = connection as unknown as MessageConnection;
	others.onNotification((method, params) => tell(method, params));
	connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
		tell(PublishDiagnosticsNotification.method, params),
	);
	others.onUnhandledProgress((params) => tell("$/progress", params));
	others.onRequest((method, params) => {
		tell(method, params);
		return answers[method] ?? null;
	});
	connection.listen();

	function heard<T>(method: string, holds: (params: T) => boolean = () => true): Promise<T> {
		return new Promise((resolve, reject) => {
			const late = setTimeout(() => {
				listeners.delete(listener);
				reject(new Error(`No ${method} within ${patience} ms.`));
			}, patience);
			const listener = (which: string, params: unknown) => {
				if (which !== method || !holds(params as T)) return;
				clearTimeout(late);
				listeners.delete(listener);
				resolve(params as T);
			};
			listeners.add(listener);
		});
	}

	const initialized = await connection.sendRequest(InitializeRequest.type, {
		processId: null,
		rootUri: null,
		workspaceFolders: folders.map((path) => ({ uri: pathToFileURL(path).href, name: dirname(path) })),
		capabilities: { ...capabilities, textDocument: { ...(pull && { diagnostic: {} }), ...capabilities?.textDocument } },
		...((trusted !== undefined || settings) && { initializationOptions: { trusted, settings } }),
	});
	void connection.sendNotification(InitializedNotification.type, {});
	return {
		connection,
		initialized,
		unasked,
		heard,
		open(uri, text) {
			versions.set(uri, 1);
			void connection.sendNotification(DidOpenTextDocumentNotification.type, {
				textDocument: { uri, languageId: "markdown", version: 1, text },
			});
		},
		change(uri, range, text) {
			const version = (versions.get(uri) ?? 0) + 1;
			versions.set(uri, version);
			void connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: { uri, version },
				contentChanges: [{ range, text }],
			});
		},
		save(uri) {
			void connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
		},
		close(uri) {
			void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
		},
		pushed: (uri) =>
			heard<PublishDiagnosticsParams>(PublishDiagnosticsNotification.method, (params) => params.uri === uri),
	};
}
