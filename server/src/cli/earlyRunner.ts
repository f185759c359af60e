// Starts the runner before the rest of the command line is loaded: both take a while, and there are two cores.
import type { ChildProcess } from "node:child_process";
import { cacheFolder } from "../host/cacheFolder.ts";
import { forkRunner } from "../host/forkRunner.ts";
import { runnerProgram } from "../host/runnerProgram.ts";

const running = ["run", "search", "fields"];

/** The process, if `command` is one that will need it. It does not keep this process alive until it is used. */
export function earlyRunner(command: string | undefined): ChildProcess | null {
	if (!running.includes(command ?? "")) return null;
	const child = forkRunner(runnerProgram(), cacheFolder());
	child.unref();
	child.channel?.unref();
	return child;
}
