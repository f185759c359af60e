// Starts the runner's process; on its own, so that it can be started before anything else is loaded.
import { type ChildProcess, fork } from "node:child_process";

/** `cacheFolder`: where it keeps what it has learnt of files; `null`: nowhere. It ends when this process does. */
export function forkRunner(program: string, cacheFolder: string | null): ChildProcess {
	return fork(program, cacheFolder === null ? [] : [cacheFolder], {
		// Its warnings belong to nobody's results.
		stdio: ["ignore", "ignore", "inherit", "ipc"],
		execArgv: [],
	});
}
