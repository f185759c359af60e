// `npm run code`: VS Code on samples/ with the extension in it. A desktop one where there is one, else one served on loopback.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../../server/src/host/cacheFolder.ts";
import { packageVsix } from "./package.ts";
import { serveVsCode } from "./serve.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = join(root, "samples");
const windows = process.platform === "win32";
const desktop = process.env.VSCODE_PATH ?? (hasCode() ? "code" : undefined);

if (desktop === undefined) await serve();
else {
	const opened = spawn(desktop, [`--extensionDevelopmentPath=${root}`, samples], { stdio: "inherit", shell: windows });
	opened.once("error", (error) => {
		console.error(`VS Code could not be opened (${desktop}): ${error.message}`);
		process.exitCode = 1;
	});
}

function hasCode(): boolean {
	return spawnSync("code", ["--version"], { shell: windows, stdio: "ignore" }).status === 0;
}

/** Runs until it is interrupted. */
async function serve(): Promise<void> {
	// code-server asks for it as its password.
	const token = randomBytes(16).toString("hex");
	const served = await serveVsCode({
		folder: join(cacheFolder(), "code"),
		vsix: await packageVsix(),
		settings: {},
		password: token,
		// The one folder that it opens is our own.
		workspaceTrust: false,
		testDriver: false,
	});
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void served.stop());
	console.log(`VS Code is served at ${served.url}/?folder=${encodeURIComponent(samples)}`);
	console.log(`It asks for this token: ${token}`);
	console.log("Open a hunt and choose “Run analytic” above an analytic. Ctrl+C ends it.");
	await served.ended;
}
