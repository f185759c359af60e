// Where the real telemetry and hunts are that the project does not ship.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that HUNTMARK_SHARED names, or `shared` beside the project; `null`: there is none. */
export function sharedFolder(): string | null {
	const folder = process.env.HUNTMARK_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
	return existsSync(join(folder, "data")) ? folder : null;
}

/** `false` where there is real telemetry, else why a test is not run: for `node:test`'s `skip`. */
export function skippedWithoutShared(): string | false {
	return sharedFolder() ? false : "NOT RUN: set HUNTMARK_SHARED to the folder of real telemetry";
}
