// Ways through hunts in a real VS Code: where things are made, named and found, and what folds.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, outside, positionOf, revert } from "./editor.ts";

export function navigation(): void {
	it("a row of Tests leads to its query", async () => {
		const { document } = await open("bits.md");
		const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
			"vscode.executeDefinitionProvider",
			document.uri,
			positionOf(document, "Analytic 1, query 2", "Analytic 1, query".length),
		);
		assert.deepEqual(
			found.map((each) => document.getText("targetUri" in each ? each.targetRange : each.range).replaceAll("`", "")),
			['commandline:"bitstransfer" AND -commandline:"allusers"'],
		);
	});

	it("a technique is referred to by every hunt of the workspace that names it", async () => {
		const { document } = await open("bits.md");
		const found = await vscode.commands.executeCommand<vscode.Location[]>(
			"vscode.executeReferenceProvider",
			document.uri,
			positionOf(document, "T1197", 2),
		);
		const files = new Set(found.map(({ uri }) => uri.path.split("/").at(-1)));
		assert.deepEqual([...files].sort(), ["bits.md", "shown.md"]);
		assert.equal(found.filter(({ uri }) => uri.path.endsWith("shown.md")).length, 3);
	});

	it("an analytic with another number has it in Tests, too", async () => {
		const { document } = await open("bits.md");
		const before = document.getText();
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			"vscode.executeDocumentRenameProvider",
			document.uri,
			positionOf(document, "Analytic 1 - ", "Analytic ".length),
			"7",
		);
		await vscode.workspace.applyEdit(edit);
		assert.equal(document.getText(), before.replaceAll(/Analytic 1(?= -|,)/g, "Analytic 7"));
		await revert();
	});

	it("an analytic of a hunt that is not open is found by its name", async () => {
		const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
			"vscode.executeWorkspaceSymbolProvider",
			"dumps of LSASS",
		);
		const [symbol] = found.filter(({ location }) => location.uri.path.endsWith("/lsass-access.md"));
		assert.match(symbol?.name ?? "", /Investigate dumps of LSASS/);
	});

	it("techniques, detections, references and data are links", async () => {
		const { document } = await open("bits.md");
		const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
			"vscode.executeLinkProvider",
			document.uri,
		);
		const targets = links.map(({ target }) => String(target));
		for (const expected of ["attack.mitre.org/techniques/T1197", "example.com/watchlists/1021", "workstations.ndjson"])
			assert.ok(
				targets.some((target) => target.includes(expected)),
				`${expected} among ${targets.join(" ")}`,
			);
	});

	it("the front matter and each section fold", async () => {
		const { document } = await open("bits.md");
		const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
			"vscode.executeFoldingRangeProvider",
			document.uri,
		);
		const starts = new Set(ranges.map(({ start }) => document.lineAt(start).text));
		for (const line of ["---", "## Hypothesis", "## Analytic 1 - Investigate processes and command lines", "## Tests"])
			assert.ok(starts.has(line), `${line} among ${[...starts].join(", ")}`);
	});

	it("beside a field stands its name in the source", async () => {
		const { document, revealRange } = await open("bits.md");
		revealRange(new vscode.Range(positionOf(document, "image_path"), positionOf(document, "image_path")));
		assert.match(await outside("lines", "image_path = "), /image_path = Image\b/);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
			"vscode.executeInlayHintProvider",
			document.uri,
			new vscode.Range(0, 0, document.lineCount, 0),
		);
		assert.ok(hints.some(({ position }) => position.isEqual(positionOf(document, "image_path", 10))));
	});
}
