// The other places of a document that name what the cursor is on.
import { type DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest } from "vscode-languageserver/node";
import { highlights } from "../../features/highlights.ts";
import { toRange } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const documentHighlightRequest = documentRequest({
	type: DocumentHighlightRequest.type,
	provides: () => ({ documentHighlightProvider: true }),
	none: [],
	answer: ({ position }, { analysis, lines }) =>
		highlights(analysis, lines.offsetAt(position)).map(
			({ span, defines }): DocumentHighlight => ({
				range: toRange(lines, span),
				kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
			}),
		),
});
