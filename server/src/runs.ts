// Runs queries on a source.
import { isRefusal, type Refusal, refuse } from "./base/refusal.ts";
import type { Engine, EngineOptions, FileSource, RunHandle } from "./engines/engine.ts";
import { planRun, type RunQuery } from "./outcomes/planRun.ts";
import { toRun } from "./outcomes/toRun.ts";
import type { Run } from "./protocol/run.ts";
import type { FieldCatalog } from "./taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "./taxonomies/vocabulary.ts";
import type { ServicePorts } from "./workspace/ports.ts";

/** A source whose files are known. */
export interface LocatedSource extends FileSource {
	/** The field that holds an event's time, if the configuration names one. */
	readonly time: string | null;
}

/** The queries that run together: an analytic, or one search. */
export interface RunRequest {
	readonly analytic: Run["analytic"];
	readonly queries: readonly RunQuery[];
	/** Of which the names in the queries are. */
	readonly vocabulary: Vocabulary;
	/** What is left out of the run, in sentences. */
	readonly notes?: readonly string[];
}

/** A run that has ended: what it counted, and the way to its rows. */
export interface FinishedRun {
	readonly run: Run;
	readonly handle: RunHandle;
}

/**
 * Runs one request after the other on a source whose fields are read once. All or none: where one is refused, what the
 * others found is closed. Queries with mistakes are for the caller to refuse.
 */
export async function runAll(
	ports: ServicePorts,
	requests: readonly RunRequest[],
	source: LocatedSource,
	options: EngineOptions = {},
): Promise<readonly FinishedRun[] | Refusal> {
	const finished: FinishedRun[] = [];
	const closeAll = () => Promise.all(finished.map(({ handle }) => handle.close()));
	try {
		let started = ports.clock.now();
		const catalog = await readFields(ports, source, options);
		if (isRefusal(catalog)) return catalog;
		for (const request of requests) {
			const run = await runOne(ports, request, source, catalog, started, options);
			if (isRefusal(run)) {
				await closeAll();
				return run;
			}
			finished.push(run);
			started = ports.clock.now();
		}
		return finished;
	} catch (error) {
		await closeAll();
		throw error;
	}
}

async function runOne(
	ports: ServicePorts,
	request: RunRequest,
	source: LocatedSource,
	catalog: FieldCatalog,
	started: number,
	options: EngineOptions,
): Promise<FinishedRun | Refusal> {
	if (options.signal?.aborted) return refuse("cancelled", "The run was cancelled.", "Run again.");
	const planned = planRun(request.queries, request.vocabulary, catalog, source.time, started * 1000);
	if (isRefusal(planned)) return planned;
	const handle = await ports.engine.run(planned.plan, source, options);
	if (isRefusal(handle)) return handle;
	const origin = { ...request, source: source.name, started, took: ports.clock.now() - started };
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
