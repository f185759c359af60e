// "Huntmark: Select Source": where hunts of this workspace look. The choice stays with the workspace.
import * as vscode from "vscode";
import type { HuntServer } from "../languageClient.ts";

const key = "source";

/** The source that was chosen for this workspace; `undefined` leaves it to the configuration. */
export function chosenSource(memory: vscode.Memento): string | undefined {
	return memory.get<string>(key);
}

export function selectSource(server: HuntServer, memory: vscode.Memento) {
	return async (): Promise<void> => {
		const document = vscode.window.activeTextEditor?.document;
		const { sources } = await server.sources(document ? { uri: String(document.uri) } : {});
		if (sources.length === 0) {
			void vscode.window.showInformationMessage(
				"There is no source of telemetry yet. Name one under “sources” in huntmark.json at the workspace's root.",
			);
			return;
		}
		const chosen = chosenSource(memory) ?? sources.find((source) => source.default)?.name;
		const picked = await vscode.window.showQuickPick(
			sources.map(({ name, files }) => ({
				label: name,
				description: files === 1 ? "1 file" : `${files} files`,
				...(name === chosen ? { detail: "in use" } : {}),
			})),
			{ placeHolder: "Which source do hunts run on?" },
		);
		if (picked) await memory.update(key, picked.label);
	};
}
