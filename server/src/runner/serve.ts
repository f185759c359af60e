// The runner's main thread: answers the parent process by JSON-RPC.
import {
	type CancellationToken,
	createMessageConnection,
	IPCMessageReader,
	IPCMessageWriter,
} from "vscode-jsonrpc/node";
import { type Refusal, refuse } from "../base/refusal.ts";
import { runnerProgress, runnerRequests } from "../protocol/runner.ts";
import { catalogOf } from "./catalog.ts";
import { prepareDatabase } from "./duckdb/database.ts";
import { openProfileCache } from "./profile/profileCache.ts";
import { createRuns } from "./runs.ts";
import { messageOf, type OnBytes } from "./source.ts";

/** Milliseconds before and between progress notifications. */
const progressAfter = 500;
const progressEvery = 100;

/** Serves until the parent goes. @param cacheFolder where profiles are kept; `null`: nowhere. */
export function serve(cacheFolder: string | null): void {
	const cache = openProfileCache(cacheFolder);
	const runs = createRuns(cache);
	const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));

	connection.onRequest(runnerRequests.catalog, ({ files, token }, cancel) =>
		work(token, "Looking at the fields", cancel, (signal, onBytes) => catalogOf(files, cache, signal, onBytes)),
	);
	connection.onRequest(runnerRequests.run, ({ files, plan, token }, cancel) =>
		work(token, "Searching", cancel, (signal, onBytes) => runs.run(files, plan, signal, onBytes)),
	);
	connection.onRequest(runnerRequests.page, runs.page);
	connection.onRequest(runnerRequests.event, runs.event);
	connection.onRequest(runnerRequests.events, runs.events);
	connection.onRequest(runnerRequests.close, (run) => {
		runs.close(run);
		return null;
	});
	// A scan may be under way in DuckDB's threads, which a polite exit would wait for.
	process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
	connection.listen();
	// While the parent gets its first request ready.
	prepareDatabase();

	async function work<T>(
		token: number,
		message: string,
		cancel: CancellationToken,
		job: (signal: AbortSignal, onBytes: OnBytes) => Promise<T>,
	): Promise<T | Refusal> {
		const controller = new AbortController();
		cancel.onCancellationRequested(() => controller.abort());
		let due = performance.now() + progressAfter;
		try {
			return await job(controller.signal, (done, total) => {
				if (performance.now() < due) return;
				due = performance.now() + progressEvery;
				void connection.sendNotification(runnerProgress, {
					token,
					progress: { done: Math.round(done), total, message },
				});
			});
		} catch (error) {
			if (controller.signal.aborted) return refuse("cancelled", "The run was cancelled.", "Run again.");
			throw new Error(messageOf(error));
		}
	}
}
