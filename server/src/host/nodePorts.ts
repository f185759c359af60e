// The world of a Node process: files on disk, the runner's process, the clock.
import type { ChildProcess } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import { isRefusal, type Refusal, refuse } from "../base/refusal.ts";
import { createFilesEngine } from "../engines/files.ts";
import type { ConfigFile, FilesPort, ServicePorts } from "../workspace/ports.ts";
import { markdownFiles } from "./markdownFiles.ts";
import { createRunnerProcess } from "./runnerProcess.ts";
import { runnerProgram } from "./runnerProgram.ts";

export interface NodePortsOptions {
	/** Folders of the workspace: a document's configuration is looked for up to the one that holds it. */
	readonly roots: readonly string[];
	/** A folder of the user's for what may be thrown away; `null`: keep nothing. */
	readonly cacheFolder: string | null;
	/** The runner's program; by default the one that belongs to this module. */
	readonly runnerProgram?: string;
	readonly log: (line: string) => void;
	/** A runner that was forked already. */
	readonly runner?: ChildProcess;
}

/** Kinds of files that a folder is searched for. */
const telemetryFiles = "**/*.{ndjson,jsonl,json}";
const notTelemetry = ["**/huntmark.json", "**/node_modules/**"];

export function createNodePorts(options: NodePortsOptions): ServicePorts {
	return {
		files: nodeFiles(options.roots),
		engine: createFilesEngine(
			createRunnerProcess({
				program: options.runnerProgram ?? runnerProgram(),
				cacheFolder: options.cacheFolder,
				...(options.runner && { runner: options.runner }),
			}),
		),
		clock: { now: () => Date.now() },
		log: options.log,
	};
}

/** The disk alone, for those who need no engine. */
export function nodeFiles(roots: readonly string[]): FilesPort {
	let folders = roots;
	return {
		config: (uri) => findConfig(uri, folders),
		expand: expandPaths,
		...markdownFiles(() => folders),
		async missing(uri, paths) {
			if (!uri.startsWith("file:")) return [];
			const folder = dirname(fileURLToPath(uri));
			const found = await Promise.all(paths.map((path) => expandPaths([path], folder)));
			return paths.filter((_, index) => isRefusal(found[index]));
		},
		async telemetryBeside(uri) {
			if (!uri.startsWith("file:")) return [];
			const folder = dirname(fileURLToPath(uri));
			const found = await expandPaths(["."], folder);
			return isRefusal(found) ? [] : found.map((path) => relative(folder, path).split(sep).join("/"));
		},
		setFolders(uris) {
			folders = uris.filter((uri) => uri.startsWith("file:")).map((uri) => resolve(fileURLToPath(uri)));
		},
	};
}

/** The nearest `huntmark.json` above the document and within its workspace folder. */
async function findConfig(uri: string | null, roots: readonly string[]): Promise<ConfigFile | null> {
	const path = uri?.startsWith("file:") ? fileURLToPath(uri) : null;
	const around = roots.filter((each) => path?.startsWith(each + sep)).sort((a, b) => b.length - a.length);
	const root = around[0] ?? (path ? null : (roots[0] ?? null));
	for (let folder = path ? dirname(path) : root; folder !== null; folder = parentWithin(folder, root)) {
		const text = await readFile(join(folder, "huntmark.json"), "utf8").catch(() => null);
		const uri = pathToFileURL(join(folder, "huntmark.json")).href;
		if (text !== null)
			return { text, folder, uri, ...(path && { document: relative(folder, path).split(sep).join("/") }) };
	}
	return null;
}

/** The folder above, or `null` at the workspace's own folder; a document outside every folder is searched to the top. */
function parentWithin(folder: string, root: string | null): string | null {
	const parent = dirname(folder);
	return folder === root || parent === folder ? null : parent;
}

async function expandPaths(patterns: readonly string[], folder: string): Promise<readonly string[] | Refusal> {
	const files: string[] = [];
	for (const pattern of patterns) {
		const found = await expandPath(isAbsolute(pattern) ? pattern : resolve(folder, pattern), folder);
		if (found.length === 0) {
			return refuse(
				"not-found",
				`No telemetry is at ${pattern}.`,
				"Name a file, a folder with .ndjson, .jsonl or .json files, or a pattern such as data/*.ndjson.",
			);
		}
		files.push(...found);
	}
	return [...new Set(files)];
}

async function expandPath(path: string, folder: string): Promise<readonly string[]> {
	const info = await stat(path).catch(() => null);
	if (info?.isFile()) return [path];
	const pattern = info?.isDirectory() ? telemetryFiles : relative(folder, path).split(sep).join("/");
	const cwd = info?.isDirectory() ? path : folder;
	const found = await glob(pattern, {
		cwd,
		absolute: true,
		onlyFiles: true,
		expandDirectories: false,
		ignore: notTelemetry,
	});
	return found.map((each) => resolve(each)).sort();
}
