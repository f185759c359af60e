// What the server and the runner, the process that owns DuckDB, say to each other.
import { NotificationType, RequestType } from "vscode-jsonrpc";
import type { Refusal } from "../base/refusal.ts";
import type { Plan } from "../plan/plan.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { EventPlace, Page, Progress, SkippedLine } from "./run.ts";

export interface CatalogParams {
	/** Absolute paths, in the order in which their events count. */
	readonly files: readonly string[];
	/** Names this request in progress notifications. */
	readonly token: number;
}

export interface RunParams extends CatalogParams {
	readonly plan: Plan;
}

/** What the run found. `run` names its row set until `close`. */
export interface RunAnswer {
	readonly run: number;
	/** Matches of each query, in the plan's order. */
	readonly counts: readonly number[];
	/** Events that any query matched. */
	readonly matched: number;
	readonly scanned: number;
	readonly skipped: number;
	readonly firstSkipped: readonly SkippedLine[];
	/** Milliseconds. */
	readonly took: number;
	/** What was left out or cut, in words, each with its number. */
	readonly limits: readonly string[];
}

export interface PageParams {
	readonly run: number;
	/** From 0, in source order. */
	readonly first: number;
	/** At most 200 rows are answered. */
	readonly count: number;
	/** Only rows which this query matched. */
	readonly query?: number;
}

export interface EventParams {
	readonly run: number;
	readonly place: EventPlace;
}

export interface EventsParams {
	readonly run: number;
	/** Where to go on, from 0. */
	readonly first: number;
	readonly query?: number;
}

/** About a megabyte of events. */
export interface EventsAnswer {
	/** The events' own lines, byte for byte, each with a line feed, in base64. */
	readonly lines: string;
	/** `first` of the next request; `null` behind the last event. */
	readonly next: number | null;
}

export interface ProgressParams {
	readonly token: number;
	readonly progress: Progress;
}

/** Cancelling a request by JSON-RPC cancels its work: the answer is then a `cancelled` refusal. */
export const runnerRequests = {
	catalog: new RequestType<CatalogParams, FieldCatalog | Refusal, void>("catalog"),
	run: new RequestType<RunParams, RunAnswer | Refusal, void>("run"),
	page: new RequestType<PageParams, Page | Refusal, void>("page"),
	event: new RequestType<EventParams, string | Refusal, void>("event"),
	/** One stretch of the matching events; asking again goes on, at the pace of the one who asks. */
	events: new RequestType<EventsParams, EventsAnswer | Refusal, void>("events"),
	/** Forgets a run's row set; closing it again does nothing. */
	close: new RequestType<number, null, void>("close"),
} as const;

/** Runner to server, for anything that takes longer than half a second. */
export const runnerProgress = new NotificationType<ProgressParams>("progress");
