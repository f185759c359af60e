// One client's session: what it may ask, and what it is told without asking.
import {
	CodeLensRefreshRequest,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { type LineIndex, lineIndex, type PositionEncoding } from "../base/lineIndex.ts";
import { type InitializationOptions, notifications } from "../protocol/requests.ts";
import type { HuntService } from "../service.ts";
import { abilitiesOf } from "./clientAbilities.ts";
import { toDiagnostics } from "./convert.ts";
import { openDocuments } from "./documents.ts";
import { formatterOffers, type OfferFormatter } from "./formatters.ts";
import { createGuard } from "./guard.ts";
import type { ServedSession } from "./request.ts";
import { capabilitiesFor, registerRequests } from "./requests.ts";

/** Serves a client over the connection and begins to listen. `open` makes the service that the client's folders need. */
export function serve(connection: Connection, open: (params: InitializeParams) => HuntService): void {
	let encoding: PositionEncoding = "utf-16";
	const documents = openDocuments(() => encoding);
	const log = (line: unknown) => connection.console.error(String(line));
	const guard = createGuard(log);

	connection.onInitialize(
		guard.request("initialize", (params: InitializeParams): InitializeResult => {
			const client = abilitiesOf(params);
			encoding = client.encoding;
			const session: ServedSession = {
				connection,
				service: open(params),
				guard,
				client,
				linesOf: lineCounter(client.encoding),
				onClose: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
			};
			follow(session);
			registerRequests(session);
			session.service.setTrusted(initializationOptions(params).trusted === true);
			return {
				capabilities: {
					positionEncoding: client.encoding,
					textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
					...capabilitiesFor(client),
				},
				serverInfo: { name: "Huntmark" },
			};
		}),
	);
	documents.listen(connection);
	connection.listen();

	/** Keeps the service in step with the client's documents, and the client with what the service finds in them. */
	function follow({ service, client, linesOf }: ServedSession): void {
		const tell = client.pullsDiagnostics ? () => undefined : publish;
		const offer: OfferFormatter = client.registersFormatters ? formatterOffers(connection, log) : () => undefined;
		connection.onShutdown(() => service.dispose());
		connection.onNotification(
			notifications.trusted,
			guard.listener("trusted", () => service.setTrusted(true)),
		);
		documents.onDidChangeContent(
			guard.listener("change", ({ document }) => {
				const { hunt } = service.update(document.uri, document.getText());
				tell(document.uri);
				offer(document.uri, hunt !== null);
			}),
		);
		documents.onDidSave(guard.listener("save", ({ document }) => tell(document.uri)));
		documents.onDidClose(
			guard.listener("close", ({ document }) => {
				service.close(document.uri);
				tell(document.uri);
				offer(document.uri, false);
			}),
		);
		// The client watches `huntmark.json` only.
		connection.onDidChangeWatchedFiles(guard.listener("configuration", () => service.reconfigure()));
		service.onAnalysed(
			guard.listener("analysed", (uri) => {
				tell(uri);
				if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(log);
				if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(log);
			}),
		);

		/** The problems of the document as it is now; none of one that is closed. */
		function publish(uri: string): void {
			const analysis = service.analysis(uri);
			const version = documents.get(uri)?.version;
			const diagnostics = analysis ? toDiagnostics(linesOf(analysis), analysis) : [];
			void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
		}
	}
}

/** What the client sent; other editors send less of it, or nothing. */
export function initializationOptions(params: InitializeParams): Partial<InitializationOptions> {
	return (params.initializationOptions as Partial<InitializationOptions> | null | undefined) ?? {};
}

/** The lines of a text, counted once for the object that holds it. */
function lineCounter(encoding: PositionEncoding): ServedSession["linesOf"] {
	const counted = new WeakMap<object, LineIndex>();
	return (document) => {
		const lines = counted.get(document) ?? lineIndex(document.text, encoding);
		counted.set(document, lines);
		return lines;
	};
}
