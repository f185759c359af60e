// The results view's side in the editor: owns what it shows, answers what it asks.
import type { Refusal, RunTicket } from "../../../server/src/protocol/requests.ts";
import type { Progress } from "../../../server/src/protocol/run.ts";
import type { ResultsState, ViewMessage } from "../../../server/src/protocol/view.ts";
import type { HuntServer } from "../languageClient.ts";
import type { ResultsHost } from "./resultsHost.ts";
import { closed, emptyResults, finished, type RunOrigin, running, shown, withStatus } from "./resultsState.ts";

export interface ResultsView {
	/** A run begins: the view comes to the front. `cancel` is what its button does. */
	begin(origin: RunOrigin, cancel: () => void): void;
	progress(title: string, progress: Progress): void;
	finish(origin: RunOrigin, tickets: readonly RunTicket[]): void;
	refuse(title: string, refusal: Refusal): void;
	/** Every run is gone with the server. */
	reset(): void;
	/** What the view shows now. */
	state(): ResultsState;
}

/** `runAgain` runs what was run before, as if its command were given again. */
export function createResults(
	host: ResultsHost,
	server: HuntServer,
	runAgain: (origin: RunOrigin) => void,
): ResultsView {
	let state = emptyResults;
	/** How each tab came to be, and the last run of all, which may have been refused. */
	const origins = new Map<string, RunOrigin>();
	let last: RunOrigin | undefined;
	let cancel: (() => void) | undefined;

	function set(next: ResultsState): void {
		state = next;
		host.post({ kind: "state", state });
	}

	async function answer(request: number, asked: ReturnType<HuntServer["page"] | HuntServer["event"]>): Promise<void> {
		host.post({ kind: "answer", request, answer: await asked.catch(lost) });
	}

	host.onMessage((message: ViewMessage) => {
		switch (message.kind) {
			case "ready":
				return set(state);
			case "page":
				return void answer(message.request, server.page(message.params));
			case "event":
				return void answer(message.request, server.event(message.params));
			case "show":
				return set(shown(state, message.key));
			case "close": {
				const tab = state.tabs.find(({ key }) => key === message.key);
				if (tab) void server.close({ id: tab.ticket.id });
				return set(closed(state, message.key));
			}
			case "again": {
				const origin = state.status.kind === "refused" ? last : origins.get(state.active ?? "");
				return origin && runAgain(origin);
			}
			case "cancel":
				return cancel?.();
			case "dismiss":
				return set(withStatus(state, { kind: "idle" }));
		}
	});

	return {
		begin(origin, cancelRun) {
			last = origin;
			cancel = cancelRun;
			set(running(state, origin.title, null));
			host.reveal();
		},
		progress: (title, progress) => set(running(state, title, progress)),
		finish(origin, tickets) {
			const { state: next, replaced, keys } = finished(state, origin, tickets);
			for (const id of replaced) void server.close({ id });
			for (const key of keys) origins.set(key, origin);
			set(next);
		},
		refuse: (title, refusal) => set(withStatus(state, { kind: "refused", title, refusal })),
		reset: () => set(emptyResults),
		state: () => state,
	};
}

function lost(error: unknown): Refusal {
	return {
		kind: "refused",
		reason: "engine-died",
		detail: `The language server did not answer: ${error instanceof Error ? error.message : String(error)}.`,
		remedy: "Run it again.",
	};
}
