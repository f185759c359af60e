// What the results view and the editor's side of it say to each other.
import type { Refusal } from "../base/refusal.ts";
import type { EventAnswer, EventParams, PageAnswer, PageParams, RunTicket } from "./requests.ts";
import type { Progress } from "./run.ts";

/** Everything that the view shows, but rows and events: those it asks for. The host owns it. */
export interface ResultsState {
	/** One per analytic, in the order of their first run. */
	readonly tabs: readonly ResultsTab[];
	/** Key of the tab in front; `null` exactly where there is none. */
	readonly active: string | null;
	readonly status: ResultsStatus;
}

export interface ResultsTab {
	/** Stays the same when the analytic runs again; `ticket.id` does not. */
	readonly key: string;
	readonly ticket: RunTicket;
}

export type ResultsStatus =
	| { readonly kind: "idle" }
	| { readonly kind: "running"; readonly title: string; readonly progress: Progress | null }
	| { readonly kind: "refused"; readonly title: string; readonly refusal: Refusal };

/** Host to view. */
export type HostMessage =
	| { readonly kind: "state"; readonly state: ResultsState }
	/** Answers the `page` or `event` message with the same `request`. */
	| { readonly kind: "answer"; readonly request: number; readonly answer: PageAnswer | EventAnswer };

/** View to host. `request` is the view's own number, never used twice. */
export type ViewMessage =
	/** The view was (re)built and wants its state. */
	| { readonly kind: "ready" }
	| { readonly kind: "page"; readonly request: number; readonly params: PageParams }
	| { readonly kind: "event"; readonly request: number; readonly params: EventParams }
	| { readonly kind: "show"; readonly key: string }
	| { readonly kind: "close"; readonly key: string }
	/** Run again what stands in front, or what was refused. */
	| { readonly kind: "again" }
	| { readonly kind: "cancel" }
	/** Put a refusal aside and show the results behind it. */
	| { readonly kind: "dismiss" };
