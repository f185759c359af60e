// Help with writing a hunt in a real VS Code: what is offered, what is rearranged, and huntmark.json.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { act, labelOf, none, offered, open, positionOf, problemsWhen, revert, some } from "./editor.ts";

export function writing(): void {
	afterEach(async () => {
		await revert();
	});

	it("a whole hunt is written from an empty file, with places to fill in", async () => {
		const editor = await open("empty.md");
		const item = (await offered(editor.document, "")).find((each) => labelOf(each) === "hunt");
		assert.ok(item?.insertText instanceof vscode.SnippetString, "a snippet is offered");
		await editor.insertSnippet(item.insertText, new vscode.Position(0, 0));
		await vscode.commands.executeCommand("type", { text: "H-0777" });
		await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
		await vscode.commands.executeCommand("type", { text: "T1105" });
		const text = editor.document.getText();
		assert.match(text, /^---\nid: H-0777\ntechniques: \[T1105\]\n/);
		assert.match(text, /\n## Hypothesis\n[\s\S]*\n## Analytic 1 - [\s\S]*\n\| Data \| Query \| Expected \|\n/);
		await problemsWhen(editor.document.uri, "missing-analytic", none);
	});

	it("keys of the front matter are offered, but those that are there", async () => {
		const { document, edit } = await open("bits.md");
		await edit((builder) => builder.insert(positionOf(document, "status: active"), "\n"));
		const labels = (await offered(document, "taxonomy: redcloak\n")).map(labelOf);
		assert.ok(labels.includes("lookback"), labels.join(" "));
		assert.ok(!labels.includes("techniques"), labels.join(" "));
	});

	it("techniques are offered by id and name", async () => {
		const { document } = await open("bits.md");
		const item = (await offered(document, "techniques: [T1")).find((each) => labelOf(each) === "T1197");
		assert.ok(item);
		const said = `${item.detail ?? ""} ${typeof item.label === "string" ? "" : (item.label.description ?? "")}`;
		assert.match(said, /BITS Jobs/);
	});

	it("a table becomes a query and a table again", async () => {
		const { document } = await open("shown.md");
		const before = document.getText();
		await act(document, "image_path | Contains", "table as a query");
		const query = /`(image_path[^`\n]*powershell[^`\n]*)`/.exec(document.getText())?.[1];
		assert.ok(query, document.getText());
		await act(document, query, "query as a table");
		assert.equal(document.getText().replaceAll("| --- | --- | --- |", "|---|---|---|"), before);
	});

	it("a detection is marked as reviewed today", async () => {
		const { document } = await open("bits.md");
		await act(document, "bitsadmin transfers a file", "reviewed today");
		assert.match(document.getText(), /- bitsadmin transfers a file \(reviewed \d{4}-\d\d-\d\d\)\n/);
	});

	it("a problem is left out with a comment that says why", async () => {
		const { document } = await open("flawed.md");
		await problemsWhen(document.uri, "mixed-and-or", some);
		await act(document, "AND commandline", "Ignore mixed-and-or");
		assert.match(document.getText(), /<!-- huntmark-ignore mixed-and-or: [^\n]+-->\n`image_path/);
		await problemsWhen(document.uri, "mixed-and-or", none);
	});

	it("mistakes in huntmark.json are problems, and its keys are offered", async () => {
		const { document, edit } = await open("huntmark.json");
		await problemsWhen(document.uri, "invalid-config", none);
		await edit((builder) => builder.insert(new vscode.Position(0, 1), '\n\t"defaultSuorce": "many",\n\t""'));
		await problemsWhen(document.uri, "invalid-config", some);
		const labels = (await offered(document, '"many",\n\t"')).map(labelOf);
		assert.ok(
			labels.some((label) => label.includes("reviewAfter")),
			labels.join(" "),
		);
	});
}
