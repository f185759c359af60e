// One client's session: what it may ask, and what it is told without asking.
import {
	CodeLensRefreshRequest,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { sourceActionKinds } from "../features/sourceActions.ts";
import type { InitializationOptions } from "../protocol/requests.ts";
import type { HuntService } from "../service.ts";
import { semanticTokensLegend, toDiagnostics } from "./convert.ts";
import { formatterOffers, type OfferFormatter } from "./formatters.ts";
import { createGuard } from "./guard.ts";
import { registerHandlers } from "./handlers.ts";

/** Serves a client over the connection and begins to listen. `open` makes the service that the client's folders need. */
export function serve(connection: Connection, open: (params: InitializeParams) => HuntService): void {
	const documents = new TextDocuments(TextDocument);
	const log = (line: unknown) => connection.console.error(String(line));
	const guard = createGuard(log);

	connection.onInitialize(
		guard.request("initialize", (params: InitializeParams) => {
			const client = abilitiesOf(params);
			const service = open(params);
			follow(service, client);
			registerHandlers(connection, service, guard);
			connection.onShutdown(() => service.dispose());
			service.setTrusted(initializationOptions(params).trusted === true);
			return { capabilities: capabilities(client), serverInfo: { name: "Huntmark" } };
		}),
	);
	documents.listen(connection);
	connection.listen();

	/** Keeps the service in step with the client's documents, and the client with what the service finds in them. */
	function follow(service: HuntService, client: ClientAbilities): void {
		const tell = client.pullsDiagnostics ? () => undefined : publish;
		const offer: OfferFormatter = client.registersFormatters ? formatterOffers(connection, log) : () => undefined;
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
			const diagnostics = analysis ? toDiagnostics(analysis) : [];
			void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
		}
	}
}

/** What the client sent; other editors send less of it, or nothing. */
export function initializationOptions(params: InitializeParams): Partial<InitializationOptions> {
	return (params.initializationOptions as Partial<InitializationOptions> | null | undefined) ?? {};
}

/** What this client can do that changes what it is told. */
interface ClientAbilities {
	/** Asks for diagnostics itself; others are told of every change. */
	readonly pullsDiagnostics: boolean;
	readonly refreshesDiagnostics: boolean;
	readonly refreshesLenses: boolean;
	/** Takes formatters for single documents; others have the code action. */
	readonly registersFormatters: boolean;
}

function abilitiesOf({ capabilities: { textDocument, workspace } }: InitializeParams): ClientAbilities {
	return {
		pullsDiagnostics: textDocument?.diagnostic !== undefined,
		refreshesDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
		refreshesLenses: workspace?.codeLens?.refreshSupport === true,
		registersFormatters:
			textDocument?.formatting?.dynamicRegistration === true &&
			textDocument.rangeFormatting?.dynamicRegistration === true,
	};
}

function capabilities({ pullsDiagnostics }: ClientAbilities): InitializeResult["capabilities"] {
	return {
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
		...(pullsDiagnostics && {
			diagnosticProvider: { identifier: "huntmark", interFileDependencies: false, workspaceDiagnostics: false },
		}),
		hoverProvider: true,
		completionProvider: { triggerCharacters: [":", "(", '"', ".", " ", "`"] },
		semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
		documentSymbolProvider: true,
		codeLensProvider: {},
		codeActionProvider: { codeActionKinds: ["quickfix", ...sourceActionKinds] },
	};
}
