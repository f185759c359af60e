// A workspace with much other Markdown in it: hunts are checked without being opened, everything else is left alone.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, outside, problemsWhen, some } from "./editor.ts";
import { otherMarkdown } from "./manyEvents.ts";

export function quiet(): void {
	it("a hunt that is not open has its problems, and Markdown that is no hunt has none", async () => {
		const folder = vscode.workspace.workspaceFolders?.[0];
		assert.ok(folder);
		const { document } = await open("notes/1.md");
		await outside("status", "");
		await problemsWhen(vscode.Uri.joinPath(folder.uri, "flawed.md"), "mixed-and-or", some);
		const notes = await vscode.workspace.findFiles("notes/*.md");
		assert.equal(notes.length, otherMarkdown);
		const checked = vscode.languages
			.getDiagnostics()
			.filter(([, all]) => all.some(({ source }) => source === "huntmark"));
		assert.deepEqual(
			checked.map(([uri]) => uri.path).filter((path) => path.includes("/notes")),
			[],
		);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			"vscode.executeHoverProvider",
			document.uri,
			new vscode.Position(8, 2),
		);
		assert.deepEqual(hovers, []);
	});
}
