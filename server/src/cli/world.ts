// What the commands share of the world: ports for this process, its version, what it says beside its results.
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../host/cacheFolder.ts";
import { createNodePorts } from "../host/nodePorts.ts";
import { runnerProgram } from "../host/runnerProgram.ts";
import type { ServicePorts } from "../workspace/ports.ts";
import { terminalText } from "./report/printable.ts";

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

/** The URI of a path, which may be relative to the working folder. */
export function uriOf(path: string): string {
	return pathToFileURL(resolve(path)).href;
}

const told = new Set<string>();

/** Says it on stderr, once: several hunts share a configuration, its mistakes and its sources. */
export function tell(line: string): void {
	if (told.has(line)) return;
	told.add(line);
	console.error(terminalText(line));
}
