// Puts the language server together: a connection, and a service once the client has said where it works.
import { fileURLToPath } from "node:url";
import {
	type Connection,
	createConnection,
	type InitializeParams,
	IPCMessageReader,
	IPCMessageWriter,
	ProposedFeatures,
} from "vscode-languageserver/node";
import { createNodePorts } from "../host/nodePorts.ts";
import { createService, type HuntService } from "../service.ts";
import { initializationOptions, serve } from "./session.ts";

/** Serves the client at the other end until it goes; the process ends with the connection. */
export function startLanguageServer(transport: "stdio" | "ipc"): void {
	const connection =
		transport === "stdio"
			? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
			: createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
	// What fails in the background, where no request waits for it, must not end the session.
	process.on("unhandledRejection", (reason) => connection.console.error(String(reason)));
	serve(connection, (params) => openService(connection, params));
}

/** A service over this machine, for the folders that the client has open. */
function openService(connection: Connection, params: InitializeParams): HuntService {
	const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
	return createService(
		createNodePorts({
			roots: folders.filter((uri) => uri.startsWith("file:")).map((uri) => fileURLToPath(uri)),
			cacheFolder: initializationOptions(params).cachePath ?? null,
			log: (line) => connection.console.log(line),
		}),
	);
}
