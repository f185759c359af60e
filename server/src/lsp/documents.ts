// The client's open documents, whatever it counts characters in.
import { type TextDocumentContentChangeEvent, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineIndex, type PositionEncoding } from "../base/lineIndex.ts";

/** `encoding` is asked at every change: it is agreed on when the session begins. */
export function openDocuments(encoding: () => PositionEncoding): TextDocuments<TextDocument> {
	return new TextDocuments({
		create: TextDocument.create,
		update(document, changes, version) {
			if (encoding() === "utf-16") return TextDocument.update(document, changes, version);
			// Each change stands in the text that the one before it left.
			for (const change of changes) TextDocument.update(document, [inUtf16(document, change)], version);
			return document;
		},
	});
}

/** The change as the library takes it, which knows UTF-16 alone. */
function inUtf16(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
	if (!("range" in change)) return change;
	const { offsetAt } = lineIndex(document.getText(), "utf-8");
	const [start, end] = [offsetAt(change.range.start), offsetAt(change.range.end)];
	return { text: change.text, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}
