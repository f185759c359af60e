// What leads elsewhere.
import { type DocumentLink, DocumentLinkRequest } from "vscode-languageserver/node";
import { links } from "../../features/links.ts";
import { toRange } from "../convert.ts";
import { documentRequest } from "../request.ts";

export const documentLinkRequest = documentRequest({
	type: DocumentLinkRequest.type,
	provides: () => ({ documentLinkProvider: {} }),
	none: [],
	answer: (_, { uri, analysis, lines }) =>
		links(analysis).map(({ span, tooltip, target }): DocumentLink => {
			const to = "url" in target ? target.url : addressOf(target.path, uri);
			return { range: toRange(lines, span), tooltip, ...(to !== undefined && { target: to }) };
		}),
});

/** Of a path beside a document; `undefined` where it is none. */
function addressOf(path: string, uri: string): string | undefined {
	return URL.canParse(path, uri) ? new URL(encodeURI(path), uri).href : undefined;
}
