// What runs say to each other across processes: the server, its clients, the results view and the runner.

/** A run's events and counts, as `huntmark run --format json` prints them. Field names are public. */
export interface Run {
	/** `null` for a search. */
	readonly analytic: { readonly number: number | null; readonly title: string } | null;
	/** The source as the user named it. */
	readonly source: string;
	/** ISO instant. */
	readonly started: string;
	/** Milliseconds. */
	readonly took: number;
	/** In document order. `matched`: events of that query alone. */
	readonly queries: readonly { readonly text: string; readonly matched: number }[];
	/** Events that any of the queries matched. */
	readonly matched: number;
	/** False where a count is a lower bound or an estimate. */
	readonly exact: boolean;
	/** Events read. `scanned + skipped` is the number of non-blank lines. */
	readonly scanned: number;
	readonly skipped: number;
	/** At most ten. Lines count from 1. */
	readonly firstSkipped: readonly SkippedLine[];
	/** Which names of the source each written name stood for. */
	readonly fields: readonly { readonly written: string; readonly used: readonly string[] }[];
	readonly columns: readonly string[];
	/** Counts over time; `null` until the source's time is known. */
	readonly histogram: null;
	/** Where an engine's answer differs from the query's meaning, in words. */
	readonly approximations: readonly string[];
	/** What was cut, warned of or left out, in words, with its number. */
	readonly limits: readonly string[];
	readonly events?: readonly unknown[];
}

export interface SkippedLine {
	readonly file: string;
	readonly line: number;
	readonly reason: string;
}

/** Where an event stands: that is its identity. `line` counts from 1. */
export interface EventPlace {
	readonly file: string;
	readonly line: number;
}

/** One row of a page. `cells` follow the plan's columns; `null` where the event has no such field. */
export interface Row extends EventPlace {
	readonly cells: readonly (string | null)[];
	/** Indexes of the queries that matched it. */
	readonly queries: readonly number[];
}

/** Rows `first … first + rows.length - 1` of a run's matches, in source order. */
export interface Page {
	readonly first: number;
	readonly rows: readonly Row[];
}

/** How far a run is. `total` is 0 while unknown. Units are bytes of the source. */
export interface Progress {
	readonly done: number;
	readonly total: number;
	readonly message: string;
}
