// Puts the language server together: a connection, and a service once the client has said where it works.
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
import { initializationOptions } from "./clientAbilities.ts";
import { serve } from "./session.ts";

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

/** A service over this machine; the session says for which folders. */
function openService(connection: Connection, params: InitializeParams): HuntService {
	return createService(
		createNodePorts({
			roots: [],
			cacheFolder: initializationOptions(params).cachePath ?? null,
			log: (line) => connection.console.log(line),
		}),
	);
}
