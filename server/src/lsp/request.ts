// The shape of a request that the server answers: each is one entry, with what the client is told of it.
import {
	type CancellationToken,
	type Connection,
	LSPErrorCodes,
	type RequestHandler,
	type RequestType,
	ResponseError,
	type ServerCapabilities,
	type TextDocuments,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LineIndex } from "../base/lineIndex.ts";
import type { HuntService } from "../service.ts";
import type { Analysis } from "../workspace/analysis.ts";
import type { CheckedDocument } from "./checkedDocuments.ts";
import type { ClientAbilities } from "./clientAbilities.ts";
import type { Guard } from "./guard.ts";

export interface ServedRequest {
	/** What the client is told that it may ask. */
	readonly provides?: (client: ClientAbilities) => ServerCapabilities;
	register(session: ServedSession): void;
}

/** One client and what it works on. */
export interface ServedSession {
	readonly connection: Connection;
	readonly service: HuntService;
	readonly guard: Guard;
	readonly client: ClientAbilities;
	/** The lines of a text as the client counts them; of one analysis or hunt they are counted once. */
	readonly linesOf: (document: { readonly text: string }) => LineIndex;
	/** Those that the client has open. */
	readonly documents: TextDocuments<TextDocument>;
	/** Resolves when the hunts of the workspace begin to be read. */
	readonly begun: Promise<void>;
	/** What is wrong with a document; `null`: nothing is known of it. */
	readonly checked: (uri: string) => CheckedDocument | null;
	/** The same for the same value, another for any other. */
	readonly idOf: (value: object) => string;
}

interface RequestWords<P, R> {
	/** Its method, typed; of our own requests one made from the name. */
	readonly type: RequestType<P, R, unknown>;
	readonly provides?: ServedRequest["provides"];
}

/** The document that a request is about. */
export interface AskedDocument {
	readonly uri: string;
	readonly analysis: Analysis;
	readonly lines: LineIndex;
}

/** A request about an open document, answered from its last analysis; one that is not open gives `none`. */
export function documentRequest<P extends { readonly textDocument: { readonly uri: string } }, R>(
	request: RequestWords<P, R> & {
		readonly none: NoInfer<R>;
		readonly answer: (params: P, document: AskedDocument, session: ServedSession) => NoInfer<R> | Promise<NoInfer<R>>;
	},
): ServedRequest {
	return plainRequest({
		...request,
		answer(params, session) {
			const { uri } = params.textDocument;
			const analysis = session.service.analysis(uri);
			return analysis
				? request.answer(params, { uri, analysis, lines: session.linesOf(analysis) }, session)
				: request.none;
		},
	});
}

/** Any other request. */
export function plainRequest<P, R>({
	type,
	provides,
	answer,
}: RequestWords<P, R> & {
	readonly answer: (params: P, session: ServedSession, token: CancellationToken) => NoInfer<R> | Promise<NoInfer<R>>;
}): ServedRequest {
	return {
		...(provides && { provides }),
		register(session) {
			const guarded = session.guard.request(type.method, (params: P, token) => {
				throwIfCancelled(token);
				return answer(params, session, token);
			});
			// The type of a handler's result depends on R, which is open here.
			session.connection.onRequest(type, guarded as RequestHandler<P, R, unknown>);
		},
	};
}

/** @throws ResponseError that says so to the client, where it has taken the request back */
export function throwIfCancelled({ isCancellationRequested }: CancellationToken): void {
	if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
