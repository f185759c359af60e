// The engine for files: speaks to the runner, the process that owns DuckDB.
import { isRefusal, type Refusal } from "../base/refusal.ts";
import type { EventPlace, Page } from "../protocol/run.ts";
import type { CatalogParams, EventParams, EventsParams, PageParams, RunAnswer, RunParams } from "../protocol/runner.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Engine, EngineOptions, RunHandle } from "./engine.ts";

/** A runner process as it is used: started when it is first asked, and again when it has died. */
export interface RunnerPort {
	catalog(params: Omit<CatalogParams, "token">, options: EngineOptions): Promise<FieldCatalog | Refusal>;
	run(params: Omit<RunParams, "token">, options: EngineOptions): Promise<StartedRun | Refusal>;
	/** Ends the process. */
	dispose(): Promise<void>;
}

/** A run in the process that made it; when that has died, everything answers an `engine-died` refusal. */
export interface StartedRun {
	readonly answer: RunAnswer;
	page(params: Omit<PageParams, "run">): Promise<Page | Refusal>;
	event(params: Omit<EventParams, "run">): Promise<string | Refusal>;
	/** Lines, and where to go on; `null` behind the last. */
	events(params: Omit<EventsParams, "run">): Promise<EventStretch | Refusal>;
	close(): Promise<void>;
}

export interface EventStretch {
	readonly lines: Uint8Array;
	readonly next: number | null;
}

/** An engine over one runner. */
export function createFilesEngine(runner: RunnerPort): Engine {
	return {
		catalog: ({ files }, options = {}) => runner.catalog({ files }, options),
		async run(plan, { files }, options = {}) {
			const started = await runner.run({ files, plan }, options);
			return isRefusal(started) ? started : handleOf(started);
		},
		dispose: () => runner.dispose(),
	};
}

function handleOf(started: StartedRun): RunHandle {
	const { run: _, ...summary } = started.answer;
	return {
		summary,
		page: (first, count, query) => started.page({ first, count, ...(query !== undefined && { query }) }),
		event: (place: EventPlace) => started.event({ place }),
		async *events(query) {
			for (let first: number | null = 0; first !== null; ) {
				const stretch: EventStretch | Refusal = await started.events({ first, ...(query !== undefined && { query }) });
				if (isRefusal(stretch)) return void (yield stretch);
				if (stretch.lines.length > 0) yield stretch.lines;
				first = stretch.next;
			}
		},
		close: () => started.close(),
	};
}
