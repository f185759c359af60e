// Fetches the rows that are on the screen, page by page, and forgets those that are far away.
import type { PageAnswer } from "../../server/src/protocol/requests.ts";
import type { Row } from "../../server/src/protocol/run.ts";

/** Rows in one request. */
export const pageSize = 200;
const inFlightAtMost = 2;
const pagesKept = 50;

export interface PagerOptions {
	/** Number of rows that there are. */
	readonly total: number;
	readonly fetch: (first: number, count: number) => Promise<PageAnswer>;
	/** Rows `[first, end)` have arrived. */
	readonly onRows: (first: number, end: number) => void;
	readonly onRefused: (refusal: Exclude<PageAnswer, { readonly rows: unknown }>) => void;
}

export interface Pager {
	readonly total: number;
	/** `undefined` while it is not here. */
	row(index: number): Row | undefined;
	/** Rows `[first, end)` are on the screen: what is missing of them is fetched, anything else that waits is not. */
	want(first: number, end: number): void;
	/** Answers that are still under way are dropped. */
	stop(): void;
}

/** At most two requests are under way; the newest `want` decides which come next. */
export function createPager({ total, fetch, onRows, onRefused }: PagerOptions): Pager {
	const pages = new Map<number, readonly Row[]>();
	const inFlight = new Set<number>();
	let waiting: number[] = [];
	let stopped = false;

	function next(): void {
		while (inFlight.size < inFlightAtMost) {
			const page = waiting.shift();
			if (page === undefined) return;
			inFlight.add(page);
			void load(page);
		}
	}

	async function load(page: number): Promise<void> {
		const first = page * pageSize;
		const answer = await fetch(first, Math.min(pageSize, total - first));
		if (stopped) return;
		inFlight.delete(page);
		if ("rows" in answer) {
			pages.set(page, answer.rows);
			forget();
			onRows(first, first + answer.rows.length);
		} else {
			waiting = [];
			onRefused(answer);
		}
		next();
	}

	function forget(): void {
		for (const page of pages.keys()) {
			if (pages.size <= pagesKept) return;
			pages.delete(page);
		}
	}

	return {
		total,
		row: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
		want(first, end) {
			waiting = [];
			if (total === 0) return;
			const last = Math.floor((Math.min(end, total) - 1) / pageSize);
			for (let page = Math.max(0, Math.floor(first / pageSize)); page <= last; page++) {
				const kept = pages.get(page);
				if (kept) {
					// Back to the end of the map: what is on the screen is forgotten last.
					pages.delete(page);
					pages.set(page, kept);
				} else if (!inFlight.has(page)) waiting.push(page);
			}
			next();
		},
		stop() {
			stopped = true;
			waiting = [];
		},
	};
}
