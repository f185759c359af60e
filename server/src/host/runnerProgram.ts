// Where the runner's program is: beside the bundle that this is part of, or among the modules when those run as they are.
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path. */
export function runnerProgram(): string {
	const here = fileURLToPath(import.meta.url);
	const bundled = extname(here) === ".cjs";
	return join(dirname(here), bundled ? "runner.cjs" : `../runner/main${extname(here)}`);
}
