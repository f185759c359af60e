// Editing help in a real VS Code: diagnostics, hover, completion, lenses, a quick fix.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsWhen, open, positionOf, problemsWhen, revert, some } from "./editor.ts";

const query = "image_path:bitsadmin.exe";

export function editing(): void {
	it("a sample hunt has no problem", async () => {
		const { document } = await open("bits.md");
		await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
		const diagnostics = await diagnosticsWhen(document.uri, () => true);
		assert.deepEqual(
			diagnostics.map(({ message }) => message),
			[],
		);
	});

	it("a mixed AND and OR is underlined while it is typed, and goes away with it", async () => {
		const { document, edit } = await open("bits.md");
		await edit((builder) => builder.insert(positionOf(document, query, query.length), " OR image_path:a.exe"));
		await problemsWhen(document.uri, "mixed-and-or", some);
		await vscode.commands.executeCommand("undo");
		await diagnosticsWhen(document.uri, (all) => all.length === 0);
	});

	it("an unknown field is underlined, and its fix offers the nearest name", async () => {
		const { document, edit } = await open("bits.md");
		await edit((builder) => builder.insert(positionOf(document, query, 6), "x"));
		const [problem] = await problemsWhen(document.uri, "unknown-field", some);
		assert.ok(problem);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			problem.range,
		);
		const fix = actions.find(({ edit: changes, title }) => changes && title.includes("image_path"));
		assert.ok(fix?.edit, `a fix among: ${actions.map(({ title }) => title).join(", ")}`);
		await vscode.workspace.applyEdit(fix.edit);
		assert.ok(document.getText().includes(query));
		await diagnosticsWhen(document.uri, (all) => all.length === 0);
		await revert();
	});

	it("a hover says what a field is", async () => {
		const { document } = await open("bits.md");
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			"vscode.executeHoverProvider",
			document.uri,
			positionOf(document, query, 2),
		);
		const text = hovers.flatMap(({ contents }) =>
			contents.map((content) => (typeof content === "string" ? content : content.value)),
		);
		assert.match(text.join("\n"), /image_path[\s\S]*Image/);
	});

	it("completion offers fields", async () => {
		const { document } = await open("bits.md");
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			"vscode.executeCompletionItemProvider",
			document.uri,
			positionOf(document, query, 3),
		);
		const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
		assert.ok(labels.includes("image_path"), labels.slice(0, 20).join(" "));
	});

	it("lenses stand over the analytic and its queries", async () => {
		const { document } = await open("bits.md");
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
			"vscode.executeCodeLensProvider",
			document.uri,
			50,
		);
		const commands = lenses.map(({ command }) => command?.command);
		assert.equal(commands.filter((id) => id === "huntmark.runAnalytic").length, 1);
		assert.equal(commands.filter((id) => id === "huntmark.runQuery").length, 3);
	});
}
