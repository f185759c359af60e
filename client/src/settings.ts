// The user's settings, as VS Code keeps them.
import * as vscode from "vscode";
import { defaultSettings, type Settings } from "../../server/src/protocol/settings.ts";

/** As they are now. */
export function readSettings(): Settings {
	const { lint } = vscode.workspace.getConfiguration("huntmark") as Partial<Settings>;
	return { lint: lint ?? defaultSettings.lint };
}
