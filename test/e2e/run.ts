// Runs the end-to-end tests in a real VS Code with the packaged VSIX in it: a desktop one (VSCODE_PATH), else one served on loopback.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageVsix } from "../../tools/vscode/package.ts";
import { runOnDesktop } from "./desktop.ts";
import type { Launch } from "./launch.ts";
import { runServed } from "./served.ts";
import type { Outcome } from "./suite.ts";
import { makeWorkspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const limitMs = 240_000;

async function launch(vsix: string, trusted: boolean): Promise<readonly Outcome[]> {
	const folder = await mkdtemp(join(tmpdir(), "huntmark-e2e-"));
	const workspace = join(folder, "workspace");
	await makeWorkspace(workspace);
	const testExtension = join(folder, "tests");
	await mkdir(testExtension);
	const manifest = { name: "tests", publisher: "huntmark", version: "0.0.0", engines: { vscode: "*" } };
	await writeFile(join(testExtension, "package.json"), JSON.stringify(manifest));
	const report = join(folder, "report.json");
	const tests = join(root, "out", "test", "e2e.cjs");
	const given: Launch = { folder, workspace, vsix, testExtension, tests, trusted, report };
	const outcomes: Outcome[] = [];
	try {
		await (process.env.VSCODE_PATH ? runOnDesktop(given) : runServed(given, limitMs));
	} catch (error) {
		outcomes.push({ title: "the suite ended", state: "failed", milliseconds: 0, error: String(error) });
	}
	if (existsSync(report)) outcomes.unshift(...JSON.parse(await readFile(report, "utf8")));
	else outcomes.push({ title: "the suite reported", state: "failed", milliseconds: 0 });
	if (outcomes.every(({ state }) => state === "passed"))
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	else console.log(`kept for a look: ${folder}`);
	return outcomes;
}

await mkdir(join(root, "out", "screenshots"), { recursive: true });
const vsix = await packageVsix();
const outcomes: Outcome[] = [];
for (const trusted of [true, false]) outcomes.push(...(await launch(vsix, trusted)));
for (const { title, state, milliseconds, error } of outcomes) {
	console.log(`${state === "passed" ? "✔" : state === "failed" ? "✖" : "–"} ${title} (${milliseconds} ms)`);
	if (error) console.log(error.split("\n").slice(0, 12).join("\n").replace(/^/gm, "    "));
}
const count = (state: Outcome["state"]): number => outcomes.filter((outcome) => outcome.state === state).length;
console.log(
	`${count("passed")} passed, ${count("failed")} failed${count("pending") ? `, ${count("pending")} skipped` : ""}`,
);
process.exitCode = count("failed") > 0 || count("passed") === 0 ? 1 : 0;
