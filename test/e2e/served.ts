// The launcher for a machine without a desktop: VS Code served on loopback, its workbench in a headless Chromium.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serveVsCode } from "../../tools/vscode/serve.ts";
import { chromiumPath } from "../client/viewPage.ts";
import type { Launch } from "./launch.ts";
import { serveOutside } from "./outside.ts";

/** Resolves when the suite has ended. @throws where it does not end in time or VS Code does not come up. */
export async function runServed(launch: Launch, limitMs: number): Promise<void> {
	const served = await serveVsCode({
		folder: join(launch.folder, "vscode"),
		vsix: launch.vsix,
		settings: {
			// A browser's VS Code saves by itself, a desktop's does not.
			"files.autoSave": "off",
			...(launch.trusted ? {} : { "security.workspace.trust.startupPrompt": "never" }),
		},
		workspaceTrust: !launch.trusted,
		testDriver: true,
	});
	const browser = await chromium.launch({
		executablePath: chromiumPath,
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
	});
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		const log: string[] = [];
		const ended = new Promise<void>((resolve) => {
			void page.exposeFunction("codeAutomationExit", () => resolve());
		});
		await page.exposeFunction("codeAutomationLog", (type: string, given: readonly unknown[]) => {
			log.push(`${type} ${given.join(" ")}`);
		});
		const outside = await serveOutside(async () => page);
		const host = new URL(served.url).host;
		const environment = {
			HUNTMARK_E2E_OUTSIDE: outside.url,
			HUNTMARK_E2E_REPORT: launch.report,
			HUNTMARK_E2E_GREP: process.env.HUNTMARK_E2E_GREP ?? "",
			HUNTMARK_E2E_TRUST: launch.trusted ? "trusted" : "untrusted",
		};
		const payload = [
			["extensionDevelopmentPath", `vscode-remote://${host}${launch.testExtension}`],
			["extensionTestsPath", `vscode-remote://${host}${launch.tests}`],
			["extensionEnvironment", JSON.stringify(environment)],
			["skipWelcome", "true"],
			["skipReleaseNotes", "true"],
		];
		const query = new URLSearchParams({ folder: launch.workspace, payload: JSON.stringify(payload) });
		await page.goto(`${served.url}/?${query}`, { waitUntil: "commit" });
		let timer: ReturnType<typeof setTimeout> | undefined;
		const late = new Promise<"late">((resolve) => {
			timer = setTimeout(() => resolve("late"), limitMs);
		});
		const how = await Promise.race([ended, late]);
		clearTimeout(timer);
		outside.close();
		if (how === "late") {
			const server = await readFile(served.log, "utf8");
			throw new Error(`The tests did not end in time.\n${log.slice(-30).join("\n")}\n${server.slice(-2000)}`);
		}
	} finally {
		await browser.close();
		await served.stop();
	}
}
