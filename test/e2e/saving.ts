// When a hunt is checked, what saving does to it by VS Code's own settings, and what the status item says of it.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { none, open, outside, positionOf, problemsWhen, revert, ruleOf, some } from "./editor.ts";

const query = "image_path:bitsadmin.exe";
const mistake = " and commandline:x";

export function saving(): void {
	afterEach(async () => {
		await revert();
	});

	it("the status item tells dialect, taxonomy, source and problems of the hunt at hand", async () => {
		const { document, edit } = await open("bits.md");
		const said = await outside("status", "Field names: redcloak");
		assert.match(said, /Dialect: redcloak.*Source: sample.*Problems: 0 to mend, 0 to consider/);
		await edit((builder) => builder.insert(positionOf(document, query, query.length), " OR image_path:a.exe"));
		await outside("status", "Problems: 1 to mend");
	});

	it("the status item is hidden for other Markdown", async () => {
		await open("bits.md");
		await outside("status", "Dialect");
		await open("notes.md");
		await outside("status", "");
	});

	it("a mistake waits for the hunt to be saved, if that is wished", async () => {
		const { document, edit } = await open("typed.md");
		const lint = (when: string | undefined) =>
			vscode.workspace.getConfiguration("huntmark").update("lint", when, vscode.ConfigurationTarget.Workspace);
		await lint("onSave");
		const before = document.getText();
		const shownBefore: unknown[] = [];
		const listener = vscode.languages.onDidChangeDiagnostics(() => {
			if (document.isDirty) shownBefore.push(...vscode.languages.getDiagnostics(document.uri).map(ruleOf));
		});
		const end = document.lineAt(document.lineCount - 1).range.end;
		await edit((builder) => builder.insert(end, `\`${query}${mistake}\`\n`));
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			new vscode.Range(positionOf(document, mistake, 2), positionOf(document, mistake, 2)),
		);
		assert.ok(actions.length > 0, "the server knows of the mistake");
		await document.save();
		await problemsWhen(document.uri, "lowercase-operator", some);
		listener.dispose();
		assert.ok(!shownBefore.includes("lowercase-operator"), "it was not shown before");
		await lint(undefined);
		await replaceAll(document, before);
		await problemsWhen(document.uri, "lowercase-operator", none);
		await document.save();
	});

	it("saving fixes and formats, by VS Code's own settings", async () => {
		const { document, edit } = await open("typed.md");
		const settings = vscode.workspace.getConfiguration("editor", { languageId: "markdown" });
		const wish = async (actions: object | undefined, format: boolean | undefined) => {
			await settings.update("codeActionsOnSave", actions, vscode.ConfigurationTarget.Workspace, true);
			await settings.update("formatOnSave", format, vscode.ConfigurationTarget.Workspace, true);
		};
		const before = document.getText();
		await wish({ "source.fixAll.huntmark": "explicit" }, true);
		const end = document.lineAt(document.lineCount - 1).range.end;
		await edit((builder) => builder.insert(end, `\`${query}${mistake}   AND (  a:b )\`\n`));
		await problemsWhen(document.uri, "lowercase-operator", some);
		await document.save();
		assert.equal(document.getText(), `${before}\`${query} AND commandline:x AND a:b\`\n`);
		await wish(undefined, undefined);
		await replaceAll(document, before);
		await document.save();
	});
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	await vscode.workspace.applyEdit(edit);
}
