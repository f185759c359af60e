// One line on stderr that says how far a run is; silent where no person watches.
import type { Progress } from "../../protocol/run.ts";

export function progressLine(): (progress: Progress) => void {
	if (!process.stderr.isTTY) return () => {};
	return ({ done, total, message }) => {
		const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : "";
		process.stderr.write(`\r\u001b[K${message}${share}${done >= total && total > 0 ? "\r\u001b[K" : ""}`);
	};
}
