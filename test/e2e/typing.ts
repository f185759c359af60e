// A hunter types a query into a hunt of their own in a real VS Code: mistakes, a quick fix, format on save.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inEveryTheme, none, open, outside, problemsWhen, some } from "./editor.ts";

const typed = "image_path:certutil.exe and -commandline:(verify OR dump)";
const untidy = "`image_path:certutil.exe   AND (  commandline:urlcache ||commandline:decode )`";
const tidy = "`image_path:certutil.exe AND (commandline:urlcache OR commandline:decode)`";

export function typing(): void {
	it("a query typed character by character has a problem where its mistake is, and the quick fix mends it", async () => {
		const { document } = await open("typed.md");
		await goToEnd(document);
		for (const character of `\`${typed}\``) await type(character);
		assert.ok(document.getText().endsWith(`\`${typed}\``), document.getText());
		const [problem] = await problemsWhen(document.uri, "lowercase-operator", some);
		assert.ok(problem);
		assert.equal(document.getText(problem.range), "and");
		assert.match(await outside("hover", "and\ncertutil"), /AND[\s\S]*certutil/);
		await outside("screenshot", "typing-a-mistake");
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			problem.range,
		);
		const fix = actions.find(({ isPreferred, edit }) => isPreferred && edit);
		assert.ok(fix?.edit, `a fix among: ${actions.map(({ title }) => title).join(", ")}`);
		await vscode.workspace.applyEdit(fix.edit);
		await problemsWhen(document.uri, "lowercase-operator", none);
		assert.ok(document.getText().includes(`\`${typed.replace(" and ", " AND ")}\``), document.getText());
	});

	inEveryTheme("a query is explained", async (name) => {
		await open("typed.md");
		assert.match(await outside("hover", "OR\ndump"), /OR[\s\S]*dump/);
		await outside("screenshot", `explained-${name}`);
	});

	it("saving formats the queries and leaves everything else, if that is wished", async () => {
		const { document, edit } = await open("typed.md");
		const settings = vscode.workspace.getConfiguration("editor", { languageId: "markdown" });
		const wish = (value: object | undefined) =>
			settings.update("codeActionsOnSave", value, vscode.ConfigurationTarget.Workspace, true);
		await wish({ "source.formatQueries.huntmark": "explicit" });
		const end = document.lineAt(document.lineCount - 1).range.end;
		await edit((builder) => builder.insert(end, `\n\nProse   with  blanks.\n\n${untidy}\n`));
		const before = document.getText();
		await document.save();
		assert.equal(document.getText(), before.replace(untidy, tidy));
		await outside("screenshot", "formatted-on-save");
		await wish(undefined);
	});

	it("other Markdown has no formatter of ours", async () => {
		const { document, edit } = await open("typed.md");
		await edit((builder) => builder.insert(document.lineAt(document.lineCount - 1).range.end, `\n${untidy}\n`));
		const range = new vscode.Range(0, 0, document.lineCount, 0);
		assert.ok((await formatted(document.uri, range))?.length, "a hunt has one");
		const notes = await open("notes.md");
		assert.equal(await formatted(notes.document.uri, new vscode.Range(0, 0, 3, 0)), undefined);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});
}

async function formatted(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.TextEdit[] | undefined> {
	const options: vscode.FormattingOptions = { tabSize: 4, insertSpaces: true };
	return vscode.commands.executeCommand("vscode.executeFormatRangeProvider", uri, range, options);
}

async function goToEnd(document: vscode.TextDocument): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	assert.equal(editor?.document, document);
	const end = document.lineAt(document.lineCount - 1).range.end;
	editor.selection = new vscode.Selection(end, end);
	editor.revealRange(editor.selection);
}

async function type(text: string): Promise<void> {
	await vscode.commands.executeCommand("type", { text });
}
