// All requests that are answered: one entry each.
import type { ServerCapabilities } from "vscode-languageserver/node";
import type { ClientAbilities } from "./clientAbilities.ts";
import type { ServedRequest, ServedSession } from "./request.ts";
import { codeActionRequest } from "./requests/codeActions.ts";
import { codeLensRequest } from "./requests/codeLenses.ts";
import { completionRequest } from "./requests/completion.ts";
import { definitionRequest } from "./requests/definition.ts";
import { diagnosticRequest, workspaceDiagnosticRequest } from "./requests/diagnostics.ts";
import { documentHighlightRequest } from "./requests/documentHighlights.ts";
import { documentLinkRequest } from "./requests/documentLinks.ts";
import { documentSymbolRequest } from "./requests/documentSymbols.ts";
import { foldingRangeRequest } from "./requests/foldingRanges.ts";
import { formattingRequest, rangeFormattingRequest } from "./requests/formatting.ts";
import { hoverRequest } from "./requests/hover.ts";
import { inlayHintRequest } from "./requests/inlayHints.ts";
import { referencesRequest } from "./requests/references.ts";
import { prepareRenameRequest, renameRequest } from "./requests/rename.ts";
import { runRequests } from "./requests/runs.ts";
import { selectionRangeRequest } from "./requests/selectionRanges.ts";
import { semanticTokensRequests } from "./requests/semanticTokens.ts";
import { workspaceSymbolRequest } from "./requests/workspaceSymbols.ts";

const served: readonly ServedRequest[] = [
	diagnosticRequest,
	workspaceDiagnosticRequest,
	hoverRequest,
	completionRequest,
	documentSymbolRequest,
	workspaceSymbolRequest,
	definitionRequest,
	referencesRequest,
	prepareRenameRequest,
	renameRequest,
	documentHighlightRequest,
	documentLinkRequest,
	foldingRangeRequest,
	selectionRangeRequest,
	inlayHintRequest,
	codeLensRequest,
	codeActionRequest,
	formattingRequest,
	rangeFormattingRequest,
	semanticTokensRequests,
	...runRequests,
];

/** Answers from the last analysis of the document that a request names; a document that is not open gives nothing. */
export function registerRequests(session: ServedSession): void {
	for (const request of served) request.register(session);
}

/** What the client is told of them. */
export function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
	return Object.assign({}, ...served.map((request) => request.provides?.(client)));
}
