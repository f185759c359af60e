// The port every engine implements: something that can say what a source holds and run a plan on it.
import type { Refusal } from "../base/refusal.ts";
import type { Plan } from "../plan/plan.ts";
import type { EventPlace, Page, Progress } from "../protocol/run.ts";
import type { RunAnswer } from "../protocol/runner.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";

/** Telemetry in files. `files` are absolute paths, already expanded, in the order in which their events count. */
export interface FileSource {
	/** As the user named it. */
	readonly name: string;
	readonly files: readonly string[];
}

export interface EngineOptions {
	/** Aborting it cancels: the answer is then a `cancelled` refusal. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
}

export interface Engine {
	/** The fields of a source; kept, and looked up again while its files are unchanged (path, size, mtime). */
	catalog(source: FileSource, options?: EngineOptions): Promise<FieldCatalog | Refusal>;
	/** Answers once every event was read. */
	run(plan: Plan, source: FileSource, options?: EngineOptions): Promise<RunHandle | Refusal>;
	/** Ends what the engine holds: processes, row sets. */
	dispose(): Promise<void>;
}

/** A finished run. Its row set stays with the engine until `close`. */
export interface RunHandle {
	readonly summary: RunSummary;
	/** At most 200 rows; `first` counts from 0 in source order. `query`: only rows which that query matched. */
	page(first: number, count: number, query?: number): Promise<Page | Refusal>;
	/** The event's own text, unchanged. */
	event(place: EventPlace): Promise<string | Refusal>;
	/**
	 * The matching events' own lines, byte for byte, each with a line feed, in source order, about a megabyte at a time.
	 * `query`: only events which that query matched. A refusal is the last thing that comes.
	 */
	events(query?: number): AsyncIterable<Uint8Array | Refusal>;
	close(): Promise<void>;
}

/** What a run counted, in the plan's order. */
export type RunSummary = Omit<RunAnswer, "run">;
