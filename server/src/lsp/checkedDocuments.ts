// What is wrong with a document, whether it is an open hunt, one on disk or an open huntmark.json.
import type { TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Problem } from "../base/problem.ts";
import type { HuntService } from "../service.ts";
import { checkConfig } from "../workspace/configFor.ts";

export interface CheckedDocument {
	readonly uri: string;
	readonly text: string;
	readonly problems: readonly Problem[];
}

/** `null`: nothing is known of the document. The same problems are one array, as long as they are the same. */
export function checkedDocuments(
	documents: TextDocuments<TextDocument>,
	service: HuntService,
): (uri: string) => CheckedDocument | null {
	const configs = new WeakMap<TextDocument, CheckedDocument>();
	return (uri) => {
		const document = documents.get(uri);
		if (!document || !isConfiguration(uri)) {
			const { text, problems } = service.analysis(uri) ?? service.hunt(uri) ?? {};
			return text !== undefined && problems ? { uri, text, problems } : null;
		}
		const text = document.getText();
		const known = configs.get(document);
		const checked = known?.text === text ? known : { uri, text, problems: checkConfig(text) };
		configs.set(document, checked);
		return checked;
	};
}

export function isConfiguration(uri: string): boolean {
	return uri.endsWith("/huntmark.json");
}
