// What the commands share of the world: ports for this process, hunts on disk, the source that was named.
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import { type Refusal, refuse } from "../base/refusal.ts";
import { cacheFolder } from "../host/cacheFolder.ts";
import { createNodePorts, nodeFiles } from "../host/nodePorts.ts";
import { runnerProgram } from "../host/runnerProgram.ts";
import type { LocatedSource } from "../runs.ts";
import { type Analysis, analyse } from "../workspace/analysis.ts";
import { configFor } from "../workspace/configFor.ts";
import type { ServicePorts } from "../workspace/ports.ts";
import { CliRefusal, granted, systemReason } from "./refusal.ts";
import { terminalText } from "./report/printable.ts";

/** A hunt that was read from disk. */
export interface HuntFile {
	/** As the user named it, or relative to the working folder. */
	readonly path: string;
	readonly analysis: Analysis;
}

/** Calls `work` with ports for this process, and ends what they hold afterwards. Ctrl-C aborts the signal. */
export type WithPorts = <T>(work: (ports: ServicePorts, signal: AbortSignal) => Promise<T>) => Promise<T>;

/** `runner`: a process to use that was started already. */
export function portsWith(runner: ChildProcess | null): WithPorts {
	return async (work) => {
		const ports = createNodePorts({
			roots: [],
			cacheFolder: cacheFolder(),
			log: tell,
			...(runner && { runner }),
		});
		const abort = new AbortController();
		const cancel = () => abort.abort();
		process.once("SIGINT", cancel);
		try {
			return await work(ports, abort.signal);
		} finally {
			process.off("SIGINT", cancel);
			// The runner is told to end; there is nothing left to wait for.
			void ports.engine.dispose();
		}
	};
}

/** As the package's manifest says. */
export function version(): string {
	// Two folders above the bundle's out/server, three above this source.
	const manifest = join(dirname(runnerProgram()), "../..", runnerProgram().endsWith(".ts") ? ".." : "", "package.json");
	return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version;
}

/**
 * The hunts that the paths name; a folder stands for all hunts below it. Other Markdown in a folder is passed over.
 * @throws CliRefusal where a path is missing or nothing is a hunt
 */
export async function readHunts(paths: readonly string[]): Promise<readonly HuntFile[]> {
	const hunts: HuntFile[] = [];
	for (const path of paths) {
		const info = await stat(path).catch(() => null);
		if (!info) throw new CliRefusal(noSuchFile(path));
		if (!info.isDirectory()) {
			hunts.push(await readHunt(path));
			continue;
		}
		const found = await glob("**/*.md", { cwd: path, ignore: ["**/node_modules/**"], expandDirectories: false });
		const read = await Promise.all(found.sort().map((file) => readDocumentFile(join(path, file))));
		hunts.push(...read.filter(({ analysis }) => analysis.hunt));
	}
	if (hunts.length > 0) return hunts;
	throw new CliRefusal(
		refuse(
			"not-found",
			`There is no hunt in ${paths.join(", ")}.`,
			"A hunt is a Markdown file with a Hypothesis or an Analytic heading.",
		),
	);
}

/**
 * Any Markdown file, as the configuration near it says.
 * @throws CliRefusal
 */
export async function readDocumentFile(path: string): Promise<HuntFile> {
	const text = await readText(path);
	const { config } = await configFor({ files: nodeFiles([]), log: tell }, uriOf(path));
	return { path, analysis: analyse(text, null, { catalog: null, config }) };
}

/**
 * A file's text.
 * @throws CliRefusal
 */
async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") throw new CliRefusal(noSuchFile(path));
		if (code === "EISDIR")
			throw new CliRefusal(refuse("bad-input", `${path} is a folder.`, "Name a Markdown file in it."));
		throw new CliRefusal(
			refuse("bad-input", `${path} cannot be read: ${systemReason(error)}.`, "Check the file's permissions."),
		);
	}
}

/**
 * The telemetry that `--data` or `--source` names, or the default source of the `huntmark.json` near `path`.
 * @throws CliRefusal
 */
export async function sourceFor(
	ports: ServicePorts,
	path: string | null,
	options: { readonly data?: readonly string[]; readonly source?: string },
): Promise<LocatedSource> {
	if (options.data) {
		return {
			name: options.data.join(", "),
			files: granted(await ports.files.expand(options.data, process.cwd())),
			time: null,
		};
	}
	const { config, folder } = await configFor(ports, uriOf(path ?? "huntmark.json"));
	const name = options.source ?? config.defaultSource;
	const source = name === null ? undefined : config.sources.get(name);
	if (folder === null || name === null || !source) {
		const known = [...config.sources.keys()].join(", ");
		const detail = options.source ? `There is no source ${options.source} in huntmark.json.` : "No telemetry is named.";
		throw new CliRefusal(
			refuse(
				"not-found",
				detail,
				known
					? `Use --source with one of ${known}, or --data PATH.`
					: "Use --data PATH, or put a huntmark.json with sources beside the hunts.",
			),
		);
	}
	return { name, files: granted(await ports.files.expand(source.files, folder)), time: source.time };
}

/** @throws CliRefusal for what is no hunt */
async function readHunt(path: string): Promise<HuntFile> {
	const file = await readDocumentFile(path);
	if (file.analysis.hunt) return file;
	throw new CliRefusal(
		file.analysis.text.trim() === ""
			? refuse("bad-input", `${path} is empty.`, "Write a hunt in it: a Hypothesis, and an Analytic with a query.")
			: refuse(
					"bad-input",
					`${path} is no hunt: it has neither a hypothesis nor an analytic.`,
					"Add a heading such as “Analytic 1 - Title” with a query such as `image_path:bitsadmin.exe` under it.",
				),
	);
}

function uriOf(path: string): string {
	return pathToFileURL(resolve(path)).href;
}

const told = new Set<string>();

/** Says it on stderr, once: several hunts share a configuration and its mistakes. */
function tell(line: string): void {
	if (told.has(line)) return;
	told.add(line);
	console.error(terminalText(line));
}

function noSuchFile(path: string): Refusal {
	return refuse("not-found", `There is no file ${path}.`, `Check the path; it is looked for from ${process.cwd()}.`);
}
