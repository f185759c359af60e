// Where things are kept that may be thrown away.
import { homedir } from "node:os";
import { join } from "node:path";

/** `HUNTMARK_CACHE`, or the platform's folder for what may be thrown away. */
export function cacheFolder(): string {
	const { HUNTMARK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
	if (HUNTMARK_CACHE) return HUNTMARK_CACHE;
	if (process.platform === "win32") return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "huntmark");
	return join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "huntmark");
}
