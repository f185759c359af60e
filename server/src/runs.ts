// Runs queries on a source and keeps what they found until it is closed.
import { isRefusal, type Refusal, refuse } from "./base/refusal.ts";
import type { Engine, EngineOptions, FileSource, RunHandle } from "./engines/engine.ts";
import { planRun, type RunQuery } from "./outcomes/planRun.ts";
import { toRun } from "./outcomes/toRun.ts";
import type { Run } from "./protocol/run.ts";
import type { ServicePorts } from "./workspace/ports.ts";

/** A source whose files are known. */
export interface LocatedSource extends FileSource {
	/** The field that holds an event's time, if the configuration names one. */
	readonly time: string | null;
}

export interface RunRequest {
	readonly analytic: Run["analytic"];
	readonly queries: readonly RunQuery[];
	readonly source: LocatedSource;
	/** What is left out of the run, in sentences. */
	readonly notes?: readonly string[];
}

/** A run that has ended: what it counted, and the way to its rows. */
export interface FinishedRun {
	readonly run: Run;
	readonly handle: RunHandle;
}

/** Runs one analytic, or one search. Queries with mistakes are for the caller to refuse. */
export async function runQueries(
	ports: ServicePorts,
	request: RunRequest,
	options: EngineOptions = {},
): Promise<FinishedRun | Refusal> {
	const started = ports.clock.now();
	const catalog = await readFields(ports, request.source, options);
	if (isRefusal(catalog)) return catalog;
	if (options.signal?.aborted) return refuse("cancelled", "The run was cancelled.", "Run again.");
	const planned = planRun(request.queries, catalog, request.source.time, started * 1000);
	if (isRefusal(planned)) return planned;
	const handle = await ports.engine.run(planned.plan, request.source, options);
	if (isRefusal(handle)) return handle;
	const origin = { ...request, source: request.source.name, started, took: ports.clock.now() - started };
	return { run: toRun(origin, planned, handle.summary), handle };
}

/** The fields of a source; refused where it holds no events: that is a mistake, and no answer. */
export async function readFields(
	ports: ServicePorts,
	source: LocatedSource,
	options: EngineOptions = {},
): ReturnType<Engine["catalog"]> {
	const catalog = await ports.engine.catalog(source, options);
	if (isRefusal(catalog) || catalog.events > 0) return catalog;
	return refuse(
		"bad-input",
		`${source.name} holds no events.`,
		"Name files that hold one JSON object a line (NDJSON), unpacked.",
	);
}
