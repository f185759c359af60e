// Places in other hunts of the workspace, as the client counts lines.
import type { Location, TextEdit } from "vscode-languageserver/node";
import type { TextEdit as OurEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { toRange, toTextEdits } from "./convert.ts";
import type { AskedDocument, ServedSession } from "./request.ts";

/** `null` for a hunt that is not there any more. `asked`: the document that the request is about. */
export function toLocation(
	{ uri, span }: { readonly uri: string; readonly span: Span },
	asked: AskedDocument,
	session: ServedSession,
): Location | null {
	const lines = linesAt(uri, asked, session);
	return lines && { uri, range: toRange(lines, span) };
}

export function toEditsAt(
	uri: string,
	edits: readonly OurEdit[],
	asked: AskedDocument,
	session: ServedSession,
): TextEdit[] {
	const lines = linesAt(uri, asked, session);
	return lines ? toTextEdits(lines, edits) : [];
}

/** The URI of a path that is relative to a document's folder; `null` where it makes none. */
export function fileBeside(uri: string, path: string): string | null {
	const address = encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
	return URL.canParse(address, uri) ? new URL(address, uri).href : null;
}

function linesAt(uri: string, asked: AskedDocument, { service, linesOf }: ServedSession) {
	if (uri === asked.uri) return asked.lines;
	const hunt = service.hunt(uri);
	return hunt && linesOf(hunt);
}
