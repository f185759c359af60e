// The one way out of the view: typed messages to the editor's side, and the view's own memory.
import type { EventAnswer, EventParams, PageAnswer, PageParams, Refusal } from "../../server/src/protocol/requests.ts";
import type { HostMessage, ResultsState, ViewMessage } from "../../server/src/protocol/view.ts";
import type { GridPlace } from "./grid.ts";

/** What survives hiding and showing: of every tab its filter and place, and the width of the detail. */
export interface Memory {
	readonly tabs: Readonly<Record<string, TabMemory>>;
	/** Pixels. */
	readonly detailWidth: number | null;
}

export interface TabMemory {
	/** The run that it belongs to; another run of the tab starts afresh. */
	readonly id: string;
	readonly query: number | null;
	readonly place: GridPlace;
}

export interface Host {
	send(message: ViewMessage): void;
	page(params: PageParams): Promise<PageAnswer>;
	event(params: EventParams): Promise<EventAnswer | Refusal>;
	memory(): Memory;
	remember(memory: Memory): void;
}

declare function acquireVsCodeApi(): {
	postMessage(message: ViewMessage): void;
	getState(): Memory | undefined;
	setState(state: Memory): void;
};

/** To be called once. `onState` gets every state that the host sends. */
export function connect(onState: (state: ResultsState) => void): Host {
	const editor = acquireVsCodeApi();
	const waiting = new Map<number, (answer: PageAnswer | EventAnswer) => void>();
	let request = 0;
	window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) => {
		if (data.kind === "state") onState(data.state);
		if (data.kind === "answer") {
			waiting.get(data.request)?.(data.answer);
			waiting.delete(data.request);
		}
	});

	function ask<Answer>(message: (request: number) => ViewMessage): Promise<Answer> {
		request++;
		const mine = request;
		return new Promise((resolve) => {
			waiting.set(mine, resolve as (answer: PageAnswer | EventAnswer) => void);
			editor.postMessage(message(mine));
		});
	}

	return {
		send: (message) => editor.postMessage(message),
		page: (params) => ask((mine) => ({ kind: "page", request: mine, params })),
		event: (params) => ask((mine) => ({ kind: "event", request: mine, params })),
		memory: () => editor.getState() ?? { tabs: {}, detailWidth: null },
		remember: (memory) => editor.setState(memory),
	};
}
