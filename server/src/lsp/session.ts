// One client's session: what it may ask, and what it is told without asking.
import {
	CodeLensRefreshRequest,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { type LineIndex, lineIndex, type PositionEncoding } from "../base/lineIndex.ts";
import { notifications } from "../protocol/requests.ts";
import type { HuntService } from "../service.ts";
import { checkedDocuments, isConfiguration } from "./checkedDocuments.ts";
import { abilitiesOf, type ClientAbilities, initializationOptions } from "./clientAbilities.ts";
import { toDiagnostics } from "./diagnostics.ts";
import { openDocuments } from "./documents.ts";
import { formatterOffers, type OfferFormatter } from "./formatters.ts";
import { createGuard } from "./guard.ts";
import { oneAtATime } from "./oneAtATime.ts";
import type { ServedSession } from "./request.ts";
import { capabilitiesFor, registerRequests } from "./requests.ts";
import { followWorkspace } from "./workspace.ts";

/** Serves a client over the connection and begins to listen. `open` makes the service that the session works with. */
export function serve(connection: Connection, open: (params: InitializeParams) => HuntService): void {
	let encoding: PositionEncoding = "utf-16";
	const documents = openDocuments(() => encoding);
	const log = (line: unknown) => connection.console.error(String(line));
	const guard = createGuard(log);

	connection.onInitialize(
		guard.request("initialize", (params: InitializeParams): InitializeResult => {
			const client = abilitiesOf(params);
			const service = open(params);
			encoding = client.encoding;
			const refresh = refresher(client);
			const workspace = { connection, service, guard, client, documents };
			const session: ServedSession = {
				...workspace,
				begun: followWorkspace(workspace, params, refresh),
				checked: checkedDocuments(documents, service),
				linesOf: lineCounter(client.encoding),
				idOf: numbering(),
			};
			followDocuments(session, refresh);
			registerRequests(session);
			service.setTrusted(initializationOptions(params).trusted === true);
			return {
				capabilities: {
					positionEncoding: client.encoding,
					textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
					workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
					...capabilitiesFor(client),
				},
				serverInfo: { name: "Huntmark" },
			};
		}),
	);
	documents.listen(connection);
	connection.listen();

	/** Has the client ask again for what may be other than it was, where it can. */
	function refresher(client: ClientAbilities): () => void {
		const diagnostics = oneAtATime(() => connection.languages.diagnostics.refresh(), log);
		const lenses = oneAtATime(() => connection.sendRequest(CodeLensRefreshRequest.type), log);
		return () => {
			if (client.refreshesDiagnostics) diagnostics();
			if (client.refreshesLenses) lenses();
		};
	}

	/** Keeps the service in step with the client's documents, and the client with what the service finds in them. */
	function followDocuments(session: ServedSession, refresh: () => void): void {
		const { service, client, checked } = session;
		const tell = client.pullsDiagnostics ? () => undefined : publish;
		const offer: OfferFormatter = client.registersFormatters ? formatterOffers(connection, log) : () => undefined;
		const update = (uri: string, text: string) => {
			if (!isConfiguration(uri)) offer(uri, service.update(uri, text).hunt !== null);
		};
		connection.onShutdown(() => service.dispose());
		connection.onNotification(
			notifications.trusted,
			guard.listener("trusted", () => service.setTrusted(true)),
		);
		const justOpened = new Set<string>();
		documents.onDidOpen(({ document }) => justOpened.add(document.uri));
		documents.onDidChangeContent(
			guard.listener("change", ({ document }) => {
				update(document.uri, document.getText());
				if (justOpened.delete(document.uri) || !client.lintsOnSave) tell(document.uri);
			}),
		);
		documents.onDidSave(guard.listener("save", ({ document }) => tell(document.uri)));
		documents.onDidClose(
			guard.listener("close", ({ document }) => {
				service.close(document.uri);
				if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
				offer(document.uri, false);
			}),
		);
		service.onAnalysed(
			guard.listener("analysed", (uri) => {
				tell(uri);
				refresh();
			}),
		);

		/** The problems of the open document as it is now. */
		function publish(uri: string): void {
			const document = documents.get(uri);
			const found = document && checked(uri);
			if (!found) return;
			const diagnostics = toDiagnostics(session, found);
			void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
		}
	}
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

function numbering(): ServedSession["idOf"] {
	const numbers = new WeakMap<object, string>();
	let last = 0;
	return (value) => {
		const id = numbers.get(value) ?? String(++last);
		numbers.set(value, id);
		return id;
	};
}
