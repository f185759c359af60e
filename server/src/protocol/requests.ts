// The requests of our own between an editor and the language server, beside the ones that LSP has.
import type { DialectName } from "../base/dialect.ts";
import type { Refusal } from "../base/refusal.ts";
import type { EventPlace, Page, Progress, Run } from "./run.ts";
import type { Settings } from "./settings.ts";

/** How the server says no: clients know it from here. */
export type { Refusal };

/** Method names. `params` and results are the interfaces below, in the same order. */
export const requests = {
	/** RunParams -> RunAnswer | Refusal. LSP cancellation of the request cancels the run: the answer is then a `cancelled` refusal. */
	run: "huntmark/run",
	/** PageParams -> Page | Refusal. */
	page: "huntmark/page",
	/** EventParams -> EventAnswer | Refusal. */
	event: "huntmark/event",
	/** CloseParams -> null. Closing what is closed already does nothing. */
	close: "huntmark/close",
	/** TargetsParams -> TargetsAnswer. */
	targets: "huntmark/targets",
	/** SummaryParams -> SummaryAnswer | null: no open hunt. */
	summary: "huntmark/summary",
	/** SourcesParams -> SourcesAnswer. */
	sources: "huntmark/sources",
} as const;

/** Method names of notifications. */
export const notifications = {
	/** Server to client: ProgressParams. */
	progress: "huntmark/progress",
	/** Client to server, without params: the workspace has become trusted. */
	trusted: "huntmark/trusted",
} as const;

/** Commands that the server's CodeLenses name and the client executes. */
export const lensCommands = {
	/** Arguments: RunAnalyticArguments. */
	runAnalytic: "huntmark.runAnalytic",
	/** Arguments: RunQueryArguments. */
	runQuery: "huntmark.runQuery",
} as const;

export type RunAnalyticArguments = readonly [uri: string, analytic: number];
export type RunQueryArguments = readonly [uri: string, analytic: number, query: number];

/** What the client sends as LSP `initializationOptions`. */
export interface InitializationOptions {
	/** Where it is false, nothing may run and no source may be read until `huntmark/trusted`. */
	readonly trusted: boolean;
	/** Absolute path of a folder of the user's, for what may be thrown away. */
	readonly cachePath: string;
	/** Those that are not as usual. */
	readonly settings?: Partial<Settings>;
}

/** What to run. Indexes count from 0: an analytic in its document, a query in its analytic. */
export type RunTarget =
	| { readonly kind: "analytic"; readonly index: number }
	| { readonly kind: "query"; readonly index: number; readonly analytic: number }
	| { readonly kind: "hunt" };

export interface RunParams {
	readonly uri: string;
	readonly target: RunTarget;
	/** A source's name; the default source where it is absent. */
	readonly source?: string;
	/** The client's own word for this run: progress carries it. */
	readonly runToken: string;
}

export interface RunAnswer {
	/** One per analytic, in document order. */
	readonly runs: readonly RunTicket[];
}

/** A finished run whose rows can be asked for until it is closed. */
export interface RunTicket {
	readonly id: string;
	readonly title: string;
	readonly run: Run;
}

export interface ProgressParams {
	readonly runToken: string;
	readonly progress: Progress;
}

/** Rows from `first` on (from 0, in source order), at most 200; `query`: only what that query of the run matched. */
export interface PageParams {
	readonly id: string;
	readonly first: number;
	readonly count: number;
	readonly query?: number;
}

export type PageAnswer = Page | Refusal;

export interface EventParams extends EventPlace {
	readonly id: string;
}

export interface EventAnswer {
	/** The event as it stands in its source, unchanged. */
	readonly text: string;
}

export interface CloseParams {
	readonly id: string;
}

export interface TargetsParams {
	readonly uri: string;
}

export interface TargetsAnswer {
	readonly analytics: readonly AnalyticTarget[];
}

/** Lines count from 0; `end` is the last line that belongs to it. */
export interface LineRange {
	readonly start: number;
	readonly end: number;
}

export interface AnalyticTarget {
	readonly index: number;
	readonly title: string;
	readonly lines: LineRange;
	readonly queries: readonly QueryTarget[];
}

export interface QueryTarget {
	/** Its position in the analytic. */
	readonly index: number;
	/** The query's text on one line. */
	readonly title: string;
	readonly lines: LineRange;
}

export interface SummaryParams {
	readonly uri: string;
}

/** How a hunt is read. */
export interface SummaryAnswer {
	/** Of its queries, the most frequent first; of those that it would have, if it has none. */
	readonly dialects: readonly DialectName[];
	/** `auto`: any. */
	readonly taxonomy: string;
	/** What it runs on where nothing else is chosen. */
	readonly defaultSource: string | null;
}

export interface SourcesParams {
	/** A document, where the workspace has several folders. */
	readonly uri?: string;
}

export interface SourcesAnswer {
	readonly sources: readonly SourceChoice[];
}

export interface SourceChoice {
	readonly name: string;
	/** How many files it has now; 0 says that running on it will be refused. */
	readonly files: number;
	readonly default: boolean;
}
