// What leads elsewhere.
import { type DocumentLink, DocumentLinkRequest } from "vscode-languageserver/node";
import { links } from "../../features/links.ts";
import { toRange } from "../convert.ts";
import { fileBeside } from "../places.ts";
import { documentRequest } from "../request.ts";

export const documentLinkRequest = documentRequest({
	type: DocumentLinkRequest.type,
	provides: () => ({ documentLinkProvider: {} }),
	none: [],
	answer: (_, { uri, analysis, lines }) =>
		links(analysis).map(({ span, tooltip, target }): DocumentLink => {
			const to = "url" in target ? target.url : fileBeside(uri, target.path);
			return { range: toRange(lines, span), tooltip, ...(to !== null && { target: to }) };
		}),
});
