// What the tests do in the editor, and how they wait for it: by its events, never by the clock.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ResultsState } from "../../server/src/protocol/view.ts";
import type { Outside } from "./outside.ts";

/** Opens a file of the workspace by its name there, with the language server up. */
export async function open(name: string): Promise<vscode.TextEditor> {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder);
	await (await installed()).ready();
	return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

const themes = { dark: "Default Dark Modern", light: "Default Light Modern", contrast: "Default High Contrast" };

/** One test a theme. */
export function inEveryTheme(title: string, look: (name: string) => Promise<void>): void {
	for (const [name, theme] of Object.entries(themes)) {
		it(`${title} in the ${name} theme`, async () => {
			const settings = vscode.workspace.getConfiguration("workbench");
			await settings.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
			await look(name);
		});
	}
}

/** The diagnostics of a document, once they satisfy the condition. */
export async function diagnosticsWhen(
	uri: vscode.Uri,
	holds: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
	const now = vscode.languages.getDiagnostics(uri);
	if (holds(now)) return now;
	return new Promise((resolve) => {
		const listener = vscode.languages.onDidChangeDiagnostics(() => {
			const next = vscode.languages.getDiagnostics(uri);
			if (!holds(next)) return;
			listener.dispose();
			resolve(next);
		});
	});
}

/** Asks Playwright outside for what the window shows or for a hand in it. */
export async function outside(name: keyof Outside, argument = ""): Promise<string> {
	const response = await fetch(`${process.env.HUNTMARK_E2E_OUTSIDE}/${name}`, { method: "POST", body: argument });
	const text = await response.text();
	assert.ok(response.ok, `outside, ${name}: ${text}`);
	return text;
}

/** What the installed extension says that its view shows. */
export async function shown(): Promise<ResultsState> {
	return (await installed()).results();
}

interface Api {
	ready(): Promise<void>;
	results(): ResultsState;
}

async function installed(): Promise<Api> {
	const extension = vscode.extensions.getExtension<Api>("huntmark.huntmark");
	assert.ok(extension, "the extension is installed");
	return extension.activate();
}

/** The position of the first occurrence of a text in a document, `offset` characters into it. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
	const index = document.getText().indexOf(text);
	assert.notEqual(index, -1, `${text} is in the document`);
	return document.positionAt(index + offset);
}
