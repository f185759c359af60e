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

const themes = {
	dark: "Default Dark Modern",
	light: "Default Light Modern",
	contrast: "Default High Contrast",
	"contrast-light": "Default High Contrast Light",
};

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

/** Those of one rule, once they satisfy the condition. */
export async function problemsWhen(
	uri: vscode.Uri,
	rule: string,
	holds: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
	const ofRule = (all: readonly vscode.Diagnostic[]) => all.filter((each) => ruleOf(each) === rule);
	return ofRule(await diagnosticsWhen(uri, (all) => holds(ofRule(all))));
}

export const some = (problems: readonly unknown[]): boolean => problems.length > 0;
export const none = (problems: readonly unknown[]): boolean => problems.length === 0;

/** `undefined` where the diagnostic is not ours. */
export function ruleOf({ code, source }: vscode.Diagnostic): unknown {
	return source === "huntmark" ? (typeof code === "object" ? code.value : code) : undefined;
}

/** Does the code action whose title has these words, at the first occurrence of a text. */
export async function act(document: vscode.TextDocument, at: string, words: string): Promise<void> {
	const position = positionOf(document, at, 1);
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		"vscode.executeCodeActionProvider",
		document.uri,
		new vscode.Range(position, position),
	);
	const action = actions.find(({ title }) => title.includes(words));
	assert.ok(action?.edit, `“${words}” is among: ${actions.map(({ title }) => title).join(", ")}`);
	assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** What completion offers right behind the first occurrence of a text. */
export async function offered(
	document: vscode.TextDocument,
	behind: string,
): Promise<readonly vscode.CompletionItem[]> {
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		"vscode.executeCompletionItemProvider",
		document.uri,
		positionOf(document, behind, behind.length),
	);
	return items;
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);

export async function revert(): Promise<void> {
	await vscode.commands.executeCommand("workbench.action.files.revert");
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
