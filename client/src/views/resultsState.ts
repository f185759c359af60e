// What the results view shows, as a value: how a run's start, progress and end change it.
import type { RunTarget, RunTicket } from "../../../server/src/protocol/requests.ts";
import type { Progress } from "../../../server/src/protocol/run.ts";
import type { ResultsState, ResultsStatus, ResultsTab } from "../../../server/src/protocol/view.ts";

/** What was asked for, so that it can be asked for again. */
export interface RunOrigin {
	readonly uri: string;
	readonly target: RunTarget;
	/** For people: what runs. */
	readonly title: string;
}

/** The view before anything ran. */
export const emptyResults: ResultsState = { tabs: [], active: null, status: { kind: "idle" } };

/** The analytic that a run's ticket belongs to: its hunt and its place there. */
export function tabKey(origin: RunOrigin, ticketIndex: number): string {
	const { target } = origin;
	const analytic = target.kind === "hunt" ? ticketIndex : target.kind === "query" ? target.analytic : target.index;
	return `${origin.uri}#${analytic}`;
}

/** A run has begun or come further. */
export function running(state: ResultsState, title: string, progress: Progress | null): ResultsState {
	return { ...state, status: { kind: "running", title, progress } };
}

/**
 * A run has ended. A tab of the same analytic takes the new rows; the first of the run comes to the front.
 * `replaced`: ids of runs that no tab shows any more. `keys`: of the tabs that show this run.
 */
export function finished(
	state: ResultsState,
	origin: RunOrigin,
	tickets: readonly RunTicket[],
): { readonly state: ResultsState; readonly replaced: readonly string[]; readonly keys: readonly string[] } {
	const fresh = tickets.map((ticket, index): ResultsTab => ({ key: tabKey(origin, index), ticket }));
	const freshKeys = new Map(fresh.map((tab) => [tab.key, tab]));
	const oldKeys = new Set(state.tabs.map((tab) => tab.key));
	const tabs = [
		...state.tabs.map((tab) => freshKeys.get(tab.key) ?? tab),
		...fresh.filter((tab) => !oldKeys.has(tab.key)),
	];
	return {
		state: { tabs, active: fresh[0]?.key ?? state.active, status: { kind: "idle" } },
		keys: [...freshKeys.keys()],
		replaced: state.tabs.filter((tab) => freshKeys.has(tab.key)).map((tab) => tab.ticket.id),
	};
}

/** A tab in front of the others. */
export function shown(state: ResultsState, key: string): ResultsState {
	return state.tabs.some((tab) => tab.key === key) ? { ...state, active: key } : state;
}

/** Without one tab; its neighbour comes to the front where it stood there. */
export function closed(state: ResultsState, key: string): ResultsState {
	const index = state.tabs.findIndex((tab) => tab.key === key);
	if (index < 0) return state;
	const tabs = state.tabs.filter((tab) => tab.key !== key);
	const active = state.active === key ? (tabs[Math.min(index, tabs.length - 1)]?.key ?? null) : state.active;
	return { ...state, tabs, active };
}

/** Another status over the same tabs. */
export function withStatus(state: ResultsState, status: ResultsStatus): ResultsState {
	return { ...state, status };
}
