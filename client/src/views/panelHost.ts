// The results page in the bottom panel.
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { ViewMessage } from "../../../server/src/protocol/view.ts";
import type { ResultsHost } from "./resultsHost.ts";
import { resultsHtml } from "./resultsHtml.ts";

const viewId = "huntmark.results";

/** Registers the view; it ends with the extension. */
export function createPanelHost(context: vscode.ExtensionContext): ResultsHost {
	let view: vscode.WebviewView | undefined;
	let listener: ((message: ViewMessage) => void) | undefined;

	const provider: vscode.WebviewViewProvider = {
		resolveWebviewView(resolved) {
			view = resolved;
			const folder = vscode.Uri.joinPath(context.extensionUri, "out", "client", "webview");
			const { webview } = resolved;
			webview.options = { enableScripts: true, localResourceRoots: [folder] };
			webview.onDidReceiveMessage((message: ViewMessage) => listener?.(message));
			resolved.onDidDispose(() => {
				view = undefined;
			});
			webview.html = resultsHtml({
				nonce: randomBytes(16).toString("hex"),
				cspSource: webview.cspSource,
				scriptUri: String(webview.asWebviewUri(vscode.Uri.joinPath(folder, "results.js"))),
				styleUri: String(webview.asWebviewUri(vscode.Uri.joinPath(folder, "results.css"))),
			});
		},
	};
	context.subscriptions.push(vscode.window.registerWebviewViewProvider(viewId, provider));

	return {
		reveal() {
			if (view) view.show(true);
			else void vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
		},
		post(message) {
			void view?.webview.postMessage(message);
		},
		onMessage(next) {
			listener = next;
		},
	};
}
