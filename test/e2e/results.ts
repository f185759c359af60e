// Running hunts in a real VS Code, and what the results view then shows.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inEveryTheme, open, outside, shown } from "./editor.ts";
import { hostileText, manyEvents } from "./manyEvents.ts";

export function results(): void {
	it("Run Analytic of a lens shows the events of every query", async () => {
		const { document } = await open("bits.md");
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
			"vscode.executeCodeLensProvider",
			document.uri,
			50,
		);
		const command = lenses.find((lens) => lens.command?.command === "huntmark.runAnalytic")?.command;
		assert.ok(command);
		await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
		const { tabs, status } = await shown();
		assert.deepEqual(status, { kind: "idle" });
		const run = tabs[0]?.ticket.run;
		assert.equal(run?.queries.length, 3);
		assert.ok(
			run.queries.every(({ matched }) => matched > 0),
			"each query of the sample finds something",
		);
		assert.match(await outside("rows"), /bitsadmin/i);
		await outside("view", `${run.matched.toLocaleString("en-US")} of ${run.scanned.toLocaleString("en-US")} events`);
	});

	it("an event is shown with all of its fields", async () => {
		assert.match(await outside("firstEvent"), /EventID[\s\S]*Image/);
	});

	inEveryTheme("is readable", async (name) => {
		await outside("rows");
		await outside("screenshot", name);
	});

	it("Select Source chooses where hunts look; the last row of 5,000 is the source's last match", async () => {
		await open("many.md");
		await select("many");
		await vscode.commands.executeCommand("huntmark.runAnalytic");
		const { tabs, active } = await shown();
		const run = tabs.find(({ key }) => key === active)?.ticket.run;
		assert.equal(run?.source, "many");
		assert.deepEqual(
			run.queries.map(({ matched }) => matched),
			[manyEvents, 5],
		);
		assert.match(await outside("lastRow"), new RegExp(`5,000[^]*whoami /all ${manyEvents}$`));
		await outside("screenshot", "last-row");
	});

	it("hostile text of events is shown as text", async () => {
		await outside("press", "Q2, 5 events");
		assert.ok((await outside("rows")).includes(hostileText));
		assert.ok((await outside("firstEvent")).includes(hostileText));
		await outside("screenshot", "hostile");
		assert.equal(await outside("trouble"), "");
	});

	it("Run Hunt runs every analytic; Run Query runs one", async () => {
		const { document } = await open("many.md");
		await vscode.commands.executeCommand("huntmark.runHunt");
		assert.equal((await shown()).tabs.length, 2);
		await vscode.commands.executeCommand("huntmark.runQuery", String(document.uri), 0, 1);
		const { tabs, active } = await shown();
		assert.deepEqual(
			tabs.find(({ key }) => key === active)?.ticket.run.queries.map(({ matched }) => matched),
			[5],
		);
	});

	it("hidden and shown again: the rows are still there", async () => {
		await vscode.commands.executeCommand("workbench.action.closePanel");
		await vscode.commands.executeCommand("huntmark.results.focus");
		assert.ok((await outside("rows")).includes(hostileText));
	});

	it("a run that is refused says why and what to do", async () => {
		const editor = await open("many.md");
		const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
		await editor.edit((builder) => builder.insert(end, "\n## Analytic 2\n`nosuchfield:1`\n"));
		await vscode.commands.executeCommand("huntmark.runAnalytic", String(editor.document.uri), 1);
		const { status } = await shown();
		assert.ok(status.kind === "refused");
		// Names stand in it as code, without their backticks.
		const drawn = (text: string) => text.replaceAll("`", "");
		const view = await outside("view", drawn(status.refusal.detail));
		assert.ok(view.includes(drawn(status.refusal.remedy)), view);
		await outside("screenshot", "refused");
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	it("a run that is cancelled says so, and the next one works", async () => {
		const { document } = await open("many.md");
		await select("slow");
		const running = vscode.commands.executeCommand("huntmark.runAnalytic", String(document.uri), 0);
		await outside("press", "Cancel");
		await running;
		const { status } = await shown();
		assert.equal(status.kind === "refused" && status.refusal.reason, "cancelled");
		await select("many");
		await vscode.commands.executeCommand("huntmark.runAnalytic", String(document.uri), 0);
		assert.deepEqual((await shown()).status, { kind: "idle" });
	});

	it("after a restart of the server runs work again", async () => {
		await vscode.commands.executeCommand("huntmark.restartServer");
		assert.deepEqual((await shown()).tabs, []);
		const { document } = await open("many.md");
		await vscode.commands.executeCommand("huntmark.runAnalytic", String(document.uri), 0);
		assert.equal((await shown()).tabs.length, 1);
	});
}

/** Chooses a source as a user does. */
async function select(source: string): Promise<void> {
	const selecting = vscode.commands.executeCommand("huntmark.selectSource");
	await outside("pick", source);
	await selecting;
}
