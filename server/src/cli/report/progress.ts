// One line on stderr that says how far a run is; silent where no person watches.
import type { Progress } from "../../protocol/run.ts";
import { printable } from "./printable.ts";

const clear = "\r\u001b[K";

/** Shows progress while `work` lasts; nothing of it is left behind. */
export async function showingProgress<T>(work: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
	if (!process.stderr.isTTY) return work(() => {});
	try {
		return await work(({ done, total, message }) => {
			const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : "";
			process.stderr.write(`${clear}${printable(message)}${share}`);
		});
	} finally {
		process.stderr.write(clear);
	}
}
