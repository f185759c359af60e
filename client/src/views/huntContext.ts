// Tells menus whether the active document is a hunt (`huntmark.isHunt`).
import * as vscode from "vscode";
import type { HuntServer } from "../languageClient.ts";

/** Asks the server when another editor comes to the front and when a document is saved. */
export function watchHuntContext(server: HuntServer): vscode.Disposable {
	async function update(): Promise<void> {
		const document = vscode.window.activeTextEditor?.document;
		const isMarkdown = document?.languageId === "markdown";
		const isHunt = isMarkdown && (await server.targets({ uri: String(document.uri) })).analytics.length > 0;
		if (document !== vscode.window.activeTextEditor?.document) return;
		await vscode.commands.executeCommand("setContext", "huntmark.isHunt", isHunt);
	}
	void update();
	return vscode.Disposable.from(
		vscode.window.onDidChangeActiveTextEditor(update),
		vscode.workspace.onDidSaveTextDocument(update),
	);
}
