// The runner as a process of its own: started on first use, replaced when it dies, killed when it does not listen.
import type { ChildProcess } from "node:child_process";
import {
	CancellationTokenSource,
	createMessageConnection,
	ErrorCodes,
	IPCMessageReader,
	IPCMessageWriter,
	type MessageConnection,
	type RequestType,
	ResponseError,
} from "vscode-jsonrpc/node";
import { isRefusal, type Refusal, refuse } from "../base/refusal.ts";
import type { EngineOptions } from "../engines/engine.ts";
import type { RunnerPort, StartedRun } from "../engines/files.ts";
import type { Progress } from "../protocol/run.ts";
import { type RunAnswer, runnerProgress, runnerRequests } from "../protocol/runner.ts";

import { forkRunner } from "./forkRunner.ts";

/** How the runner is started. */
export interface RunnerOptions {
	/** The runner's program: `out/server/runner.cjs`, or `runner/main.ts` under a Node that runs it. */
	readonly program: string;
	/** Where it keeps what it has learnt of files; `null`: nowhere. */
	readonly cacheFolder: string | null;
	/** A process that was forked already, to be used first. */
	readonly runner?: ChildProcess;
	/** Told of each process that is started. */
	readonly onStart?: (pid: number) => void;
}

/** Milliseconds in which a cancelled runner must answer. */
const patience = 2000;

interface Live {
	readonly child: ChildProcess;
	readonly connection: MessageConnection;
	/** Resolves when the process has ended, with the reason in words. */
	readonly ended: Promise<string>;
	readonly listeners: Map<number, (progress: Progress) => void>;
}

/** A runner; without a `runner` it is started on first use. */
export function createRunnerProcess(options: RunnerOptions): RunnerPort {
	let live: Live | null = null;
	let lastToken = 0;
	let early = options.runner;

	return {
		async catalog(params, engineOptions) {
			const process = alive();
			return ask(process, engineOptions, (token) => [runnerRequests.catalog, { ...params, token }]);
		},
		async run(params, engineOptions) {
			const process = alive();
			const answer = await ask(process, engineOptions, (token) => [runnerRequests.run, { ...params, token }]);
			return isRefusal(answer) ? answer : startedRun(process, answer);
		},
		async dispose() {
			const process = live;
			live = null;
			if (process === null) return;
			process.child.kill("SIGKILL");
			// Whoever does not wait for its end need not stay for it.
			process.child.unref();
			process.child.channel?.unref();
			await process.ended;
		},
	};

	function alive(): Live {
		live ??= start();
		return live;
	}

	function start(): Live {
		const child = early ?? forkRunner(options.program, options.cacheFolder);
		early = undefined;
		child.ref();
		child.channel?.ref();
		const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
		const listeners = new Map<number, (progress: Progress) => void>();
		const ended = new Promise<string>((resolve) => {
			child.once("error", (error) => resolve(error.message));
			child.once("exit", (code, signal) =>
				resolve(signal === null ? `it ended with code ${code}` : `it got ${signal}`),
			);
		});
		const started: Live = { child, connection, ended, listeners };
		void ended.then(() => {
			if (live === started) live = null;
			connection.dispose();
		});
		connection.onNotification(runnerProgress, ({ token, progress }) => listeners.get(token)?.(progress));
		// What cannot be sent is answered by `ended`.
		connection.onError(() => undefined);
		connection.listen();
		if (child.pid !== undefined) options.onStart?.(child.pid);
		return started;
	}

	/** One request, with progress and cancellation. */
	async function ask<P, R>(
		process: Live,
		{ signal, onProgress }: EngineOptions,
		request: (token: number) => readonly [RequestType<P, R | Refusal, void>, P],
	): Promise<R | Refusal> {
		if (signal?.aborted) return cancelled();
		const token = ++lastToken;
		const [type, params] = request(token);
		const source = new CancellationTokenSource();
		let kill: NodeJS.Timeout | undefined;
		const cancel = () => {
			source.cancel();
			kill = setTimeout(() => process.child.kill("SIGKILL"), patience);
		};
		signal?.addEventListener("abort", cancel, { once: true });
		if (onProgress !== undefined) process.listeners.set(token, onProgress);
		try {
			const answer = await untilEnd(process, () =>
				process.connection.sendRequest<R | Refusal>(type.method, params, source.token),
			);
			return signal?.aborted ? cancelled() : answer;
		} finally {
			clearTimeout(kill);
			signal?.removeEventListener("abort", cancel);
			process.listeners.delete(token);
			source.dispose();
		}
	}
}

/** The answer, or why there will be none. @throws what the runner throws: a mistake of ours. */
async function untilEnd<R>(process: Live, send: () => Promise<R | Refusal>): Promise<R | Refusal> {
	const died = process.ended.then((reason) =>
		refuse(
			"engine-died",
			`The process that reads the files has died: ${reason}.`,
			"Run again; a new one is started. If it dies again, try fewer or smaller files.",
		),
	);
	try {
		return await Promise.race([send(), died]);
	} catch (error) {
		// Unless the process itself answered, the connection is gone, and the end of the process says why.
		if (error instanceof ResponseError && error.code !== ErrorCodes.PendingResponseRejected) throw error;
		return died;
	}
}

function startedRun(process: Live, answer: RunAnswer): StartedRun {
	const { run } = answer;
	const { connection } = process;
	return {
		answer,
		page: (params) => untilEnd(process, () => connection.sendRequest(runnerRequests.page, { run, ...params })),
		event: (params) => untilEnd(process, () => connection.sendRequest(runnerRequests.event, { run, ...params })),
		async events(params) {
			const stretch = await untilEnd(process, () => connection.sendRequest(runnerRequests.events, { run, ...params }));
			return isRefusal(stretch) ? stretch : { lines: Buffer.from(stretch.lines, "base64"), next: stretch.next };
		},
		async close() {
			await untilEnd(process, () => connection.sendRequest(runnerRequests.close, run));
		},
	};
}

function cancelled(): Refusal {
	return refuse("cancelled", "The run was cancelled.", "Run again.");
}
