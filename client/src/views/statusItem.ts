// The status item of the hunt at hand: its dialect, its taxonomy, the source that it runs on, and how many problems it has.
import * as vscode from "vscode";
import type { HuntServer } from "../languageClient.ts";

/** Hidden while no hunt is in front. Clicking it chooses a source. */
export function showStatus(server: HuntServer, chosenSource: () => string | undefined): vscode.Disposable {
	const item = vscode.window.createStatusBarItem("huntmark.status", vscode.StatusBarAlignment.Right, 100);
	item.name = "Huntmark";
	item.command = "huntmark.selectSource";
	let asked = 0;

	async function update(): Promise<void> {
		const own = ++asked;
		const document = vscode.window.activeTextEditor?.document;
		const summary = document?.languageId === "markdown" ? await server.summary({ uri: String(document.uri) }) : null;
		// Another document may have come to the front meanwhile.
		if (own !== asked) return;
		if (!document || !summary) return item.hide();
		const problems = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "huntmark");
		const serious = problems.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length;
		const source = chosenSource() ?? summary.defaultSource;
		item.text = [
			`$(telescope) ${summary.dialects.join(", ")}`,
			summary.taxonomy === "auto" ? "any fields" : `${summary.taxonomy} fields`,
			source ?? "no source",
			serious === 0 ? "$(pass)" : `$(warning) ${serious}`,
		].join(" · ");
		item.tooltip = [
			`Dialect: ${summary.dialects.join(", ")}`,
			`Field names: ${summary.taxonomy === "auto" ? "of any taxonomy" : summary.taxonomy}`,
			`Source: ${source ?? "none; name one in huntmark.json"}`,
			`Problems: ${serious} to mend, ${problems.length - serious} to consider`,
			"Click to select a source",
		].join("\n");
		item.accessibilityInformation = { label: `Huntmark. ${item.tooltip.replaceAll("\n", ". ")}`, role: "button" };
		item.show();
	}

	void update();
	return vscode.Disposable.from(
		item,
		vscode.window.onDidChangeActiveTextEditor(update),
		vscode.languages.onDidChangeDiagnostics(({ uris }) => {
			const active = vscode.window.activeTextEditor?.document.uri;
			if (active && uris.some((uri) => String(uri) === String(active))) void update();
		}),
		vscode.workspace.onDidSaveTextDocument(update),
	);
}
