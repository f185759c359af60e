// The outline of a hunt.
import { DocumentSymbolRequest } from "vscode-languageserver/node";
import { outline } from "../../features/knowledge/outline.ts";
import { toDocumentSymbol } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const documentSymbolRequest = documentRequest({
	type: DocumentSymbolRequest.type,
	provides: () => ({ documentSymbolProvider: true }),
	none: [],
	answer: (_, { analysis, lines }) => outline(analysis).map((symbol) => toDocumentSymbol(lines, symbol)),
});
