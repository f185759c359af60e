// A workspace that is not trusted: editing help works, nothing runs.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsWhen, open, outside, positionOf, shown } from "./editor.ts";

export function untrusted(): void {
	it("the workspace is not trusted", () => {
		assert.equal(vscode.workspace.isTrusted, false);
	});

	it("diagnostics still work", async () => {
		const { document, edit } = await open("bits.md");
		await edit((builder) =>
			builder.insert(positionOf(document, "image_path:bitsadmin.exe", 24), " OR image_path:a.exe"),
		);
		await diagnosticsWhen(document.uri, (all) => all.length > 0);
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	it("Run Analytic says that trust is needed, offers it and runs nothing", async () => {
		const { document } = await open("bits.md");
		// The message stays until somebody answers it; the command waits for that.
		void vscode.commands.executeCommand("huntmark.runAnalytic", String(document.uri), 0);
		await vscode.commands.executeCommand("notifications.showList");
		assert.match(await outside("notifications"), /only in a trusted workspace/);
		await outside("screenshot", "untrusted");
		assert.deepEqual(await shown(), { tabs: [], active: null, status: { kind: "idle" } });
	});
}
