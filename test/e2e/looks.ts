// What is seen of a hunt in every theme: colours, lenses, names in the source, explanations, offers.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inEveryTheme, open, outside, positionOf } from "./editor.ts";

/** One of each kind: property, keyword, string, regexp, number, parameter. */
const words = ["image_path", "AND", '"bitsadmin.exe"', "/.*list.*/", "443", "{{host}}"];

export function looks(): void {
	inEveryTheme("each kind of part of a query has a colour of its own", async (name) => {
		await shown();
		const colours = (await outside("colours", words.join("\n"))).split("\n");
		assert.equal(new Set(colours).size, words.length, colours.join(" "));
		await outside("screenshot", `hunt-${name}`);
	});

	inEveryTheme("a technique is explained", async (name) => {
		const editor = await shown();
		editor.selection = cursor(positionOf(editor.document, "(T1197)", 3));
		await vscode.commands.executeCommand("editor.action.showHover");
		assert.match(await outside("hoverShown", "BITS Jobs"), /T1197/);
		await outside("screenshot", `technique-${name}`);
		await vscode.commands.executeCommand("editor.action.hideHover");
	});

	inEveryTheme("techniques are offered", async (name) => {
		const editor = await shown();
		editor.selection = cursor(positionOf(editor.document, ", T1105]", ", T1105".length));
		await vscode.commands.executeCommand("editor.action.triggerSuggest");
		assert.match(await outside("suggestions", "T1105"), /Ingress Tool Transfer[\s\S]*T1137\.005 .*Outlook Rules/);
		await outside("screenshot", `techniques-${name}`);
		await vscode.commands.executeCommand("hideSuggestWidget");
	});
}

/** The hunt that has everything, from its first line on, with its fields' names in the source. */
async function shown(): Promise<vscode.TextEditor> {
	await vscode.commands.executeCommand("workbench.action.closePanel");
	const editor = await open("shown.md");
	editor.selection = cursor(new vscode.Position(0, 0));
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
	await outside("lines", "image_path = ");
	return editor;
}

function cursor(at: vscode.Position): vscode.Selection {
	return new vscode.Selection(at, at);
}
