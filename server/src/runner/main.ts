// The runner: a process that owns DuckDB and answers its parent by JSON-RPC. Argument: the cache folder, or nothing.
import { isMainThread, parentPort } from "node:worker_threads";
import { profileSegment, type Segment } from "./profile/segment.ts";

// The same program is its workers', which need nothing of the rest.
if (isMainThread) void import("./serve.ts").then(({ serve }) => serve(process.argv[2] ?? null));
else profileForParent();

/** A worker of the profile: segments in, profiles out. */
function profileForParent(): void {
	parentPort?.on("message", (segment: Segment) => {
		try {
			parentPort?.postMessage(profileSegment(segment));
		} catch (error) {
			parentPort?.postMessage({ failed: String(error) });
		}
	});
}
