// Puts a real VS Code into the user's cache, from the npm registry alone: code-server's build of it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../server/src/host/cacheFolder.ts";

const run = promisify(execFile);
const codeServer = "4.139.1";
const node = "24.21.0";

export interface InstalledVsCode {
	/** The Node that it runs in. */
	readonly node: string;
	/** What that Node starts. */
	readonly entry: string;
}

/** Installs what is missing, about 800 MB in two minutes; answers at once where all is there. Two small addons are compiled. */
export async function installVsCode(): Promise<InstalledVsCode> {
	const folder = join(cacheFolder(), "vscode");
	const nodeName = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
	const nodeFolder = join(folder, "node_modules", nodeName);
	const server = join(folder, "node_modules", "code-server");
	const vscode = join(server, "lib", "vscode");
	const installed = {
		node: join(nodeFolder, "bin", process.platform === "win32" ? "node.exe" : "node"),
		entry: join(server, "out", "node", "entry.js"),
	};
	const addon = join(vscode, "node_modules", "@vscode", "spdlog", "build", "Release", "spdlog.node");
	const extensions = join(vscode, "extensions", "node_modules");
	if ([installed.node, installed.entry, addon, extensions].every(existsSync)) return installed;

	console.error(`Installing VS Code (code-server ${codeServer}) into ${folder}: about two minutes, once …`);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "package.json"), '{ "private": true }\n');
	const env = {
		...process.env,
		PATH: `${join(nodeFolder, "bin")}${delimiter}${process.env.PATH ?? ""}`,
		npm_config_nodedir: nodeFolder,
	};
	const npm = async (cwd: string, ...given: string[]): Promise<void> => {
		await run("npm", given, { cwd, env, shell: process.platform === "win32", maxBuffer: 1 << 26 });
	};
	// No package's own script runs: the two addons that the server needs are built by name.
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
	await npm(folder, "install", "--no-save", ...quiet, `${nodeName}@${node}`, `code-server@${codeServer}`);
	await npm(vscode, "install", "--omit=dev", ...quiet);
	await npm(vscode, "rebuild", "@vscode/spdlog", "@vscode/native-watchdog");
	await npm(join(vscode, "extensions"), "install", "--omit=dev", ...quiet);
	return installed;
}
