// Where the runner's program is: beside the running bundle, or among the sources when those run as they are.
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** Absolute path, seen from the program that this process was started with (a link to it counts as the program). */
export function runnerProgram(): string {
	const program = realpathSync(process.argv[1] ?? "");
	return join(dirname(program), program.endsWith(".ts") ? "../runner/main.ts" : "runner.cjs");
}
