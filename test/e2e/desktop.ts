// The launcher for a desktop VS Code (VSCODE_PATH): @vscode/test-electron starts it, Playwright joins by its debugging port.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { type Browser, chromium } from "playwright-core";
import { freePort } from "../../tools/vscode/serve.ts";
import type { Launch } from "./launch.ts";
import { serveOutside } from "./outside.ts";

/** Resolves when the suite has ended. */
export async function runOnDesktop(launch: Launch): Promise<void> {
	const executable = process.env.VSCODE_PATH ?? "";
	const user = join(launch.folder, "data");
	await mkdir(join(user, "User"), { recursive: true });
	const settings = { "workbench.startupEditor": "none", "security.workspace.trust.startupPrompt": "never" };
	await writeFile(join(user, "User", "settings.json"), JSON.stringify(settings));
	const folders = [`--user-data-dir=${user}`, `--extensions-dir=${join(launch.folder, "extensions")}`];
	const [cli = executable, ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable);
	await promisify(execFile)(cli, [...cliArguments, ...folders, "--install-extension", launch.vsix, "--force"]);

	const port = await freePort();
	let browser: Browser | undefined;
	// The suite asks for what the window shows only after the window is there: the bridge joins at its first question.
	const outside = await serveOutside(async () => {
		browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
		const page = browser
			.contexts()[0]
			?.pages()
			.find((one) => one.url().includes("workbench"));
		if (!page) throw new Error("VS Code's window was not found");
		return page;
	});
	try {
		await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: launch.testExtension,
			extensionTestsPath: launch.tests,
			extensionTestsEnv: {
				HUNTMARK_E2E_OUTSIDE: outside.url,
				HUNTMARK_E2E_REPORT: launch.report,
				HUNTMARK_E2E_TRUST: launch.trusted ? "trusted" : "untrusted",
			},
			launchArgs: [
				launch.workspace,
				...folders,
				`--remote-debugging-port=${port}`,
				...(launch.trusted ? ["--disable-workspace-trust"] : []),
			],
		});
	} finally {
		outside.close();
		await browser?.close();
	}
}
