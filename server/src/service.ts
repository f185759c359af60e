// The front door: everything that an editor, a command line or a test does with hunts, without knowing how.
import { isRefusal, type Refusal, refuse } from "./base/refusal.ts";
import { readsAlike } from "./config/config.ts";
import type { EngineOptions, RunHandle } from "./engines/engine.ts";
import type {
	EventAnswer,
	EventParams,
	PageParams,
	RunAnswer,
	RunParams,
	RunTarget,
	RunTicket,
	SourcesAnswer,
} from "./protocol/requests.ts";
import type { Page } from "./protocol/run.ts";
import { type LocatedSource, type RunRequest, runAll } from "./runs.ts";
import type { FieldCatalog } from "./taxonomies/fieldCatalog.ts";
import { type Analysis, analyse, noContext } from "./workspace/analysis.ts";
import { configFor } from "./workspace/configFor.ts";
import type { ServicePorts } from "./workspace/ports.ts";
import { runRequests } from "./workspace/targets.ts";

/** What `createService` gives. Nothing in it throws on bad text or a refusing world: refusals are values. */
export interface HuntService {
	/** Opens a document or gives it this text. Only what an edit touched is worked out again. */
	update(uri: string, text: string): Analysis;
	/** The last analysis; `null` if the document is not open. */
	analysis(uri: string): Analysis | null;
	close(uri: string): void;
	/** Called for an open document that was analysed again without an edit, because what its source holds became known. */
	onAnalysed(listener: (uri: string) => void): void;
	/** Which source the checks of documents look at; `null`: each document's default. */
	selectSource(name: string | null): Promise<void>;
	/** Reads the configurations of all open documents again: one may have changed. */
	reconfigure(): Promise<void>;
	/** The sources that `huntmark.json` names for a document, or for the workspace. */
	sources(uri?: string): Promise<SourcesAnswer>;
	/** Runs what the target names in an open document, one run an analytic. */
	run(params: RunParams, options?: EngineOptions): Promise<RunAnswer | Refusal>;
	/** Rows of a run that is not closed. */
	page(params: PageParams): Promise<Page | Refusal>;
	/** An event of a run that is not closed, as its source holds it. */
	event(params: EventParams): Promise<EventAnswer | Refusal>;
	closeRun(id: string): Promise<void>;
	/** Until this is called with `true`, nothing runs and no source is read. */
	setTrusted(trusted: boolean): void;
	/** Ends the engine and everything that it holds. */
	dispose(): Promise<void>;
}

/**
 * A service over the given world; `huntmark/node` makes one for Node. One workspace a service.
 *
 * ```ts
 * import { createService, isRefusal } from "huntmark";
 * import { createNodePorts } from "huntmark/node";
 *
 * const service = createService(createNodePorts({ roots: [folder], cacheFolder: null, log: console.error }));
 * const { problems } = service.update(uri, text);
 * service.setTrusted(true);
 * const answer = await service.run({ uri, target: { kind: "analytic", index: 0 }, runToken: "1" });
 * if (isRefusal(answer)) console.error(answer.detail, answer.remedy);
 * else for (const { id, run } of answer.runs) console.log(run.matched, await service.page({ id, first: 0, count: 20 }));
 * await service.dispose();
 * ```
 */
export function createService(ports: ServicePorts): HuntService {
	const documents = new Map<string, Analysis>();
	const handles = new Map<string, RunHandle>();
	const listeners: ((uri: string) => void)[] = [];
	let trusted = false;
	let selected: string | null = null;
	/** How often the world round all documents has changed; what was learnt before the last time is no longer so. */
	let changes = 0;
	let lastRun = 0;

	return {
		update(uri, text) {
			const previous = documents.get(uri);
			const analysis = analyse(text, previous, previous ?? noContext);
			documents.set(uri, analysis);
			if (!previous || (!previous.hunt && analysis.hunt)) void learnContext(uri);
			return analysis;
		},
		analysis: (uri) => documents.get(uri) ?? null,
		close: (uri) => void documents.delete(uri),
		onAnalysed: (listener) => void listeners.push(listener),
		async selectSource(name) {
			selected = name;
			await learnAll();
		},
		reconfigure: learnAll,
		async sources(uri) {
			const { config, folder } = await configFor(ports, uri ?? null);
			const sources = [...config.sources].map(async ([name, { files }]) => {
				const found = trusted ? await ports.files.expand(files, folder ?? ".") : [];
				return { name, files: isRefusal(found) ? 0 : found.length, default: name === config.defaultSource };
			});
			return { sources: await Promise.all(sources) };
		},
		run,
		page: ({ id, first, count, query }) => handles.get(id)?.page(first, count, query) ?? Promise.resolve(closed()),
		async event({ id, file, line }) {
			const text = await (handles.get(id)?.event({ file, line }) ?? closed());
			return isRefusal(text) ? text : { text };
		},
		closeRun,
		setTrusted(now) {
			trusted = now;
			if (trusted) void learnAll();
		},
		dispose: () => ports.engine.dispose(),
	};

	async function run({ uri, target, source }: RunParams, options?: EngineOptions): Promise<RunAnswer | Refusal> {
		if (!trusted) {
			return refuse(
				"untrusted",
				"This workspace is not trusted, so nothing runs in it.",
				"Trust the workspace, then run again.",
			);
		}
		const analysis = documents.get(uri);
		if (!analysis) return refuse("not-found", "This document is not open.", "Open the hunt and run it again.");
		const requests = runRequests(analysis, target);
		if (isRefusal(requests)) return requests;
		const located = await locate(uri, source ?? null);
		if (isRefusal(located)) return located;
		const finished = await runAll(ports, requests, located, options);
		if (isRefusal(finished)) return finished;
		const runs = finished.map(({ run, handle }, index): RunTicket => {
			const id = String(++lastRun);
			handles.set(id, handle);
			return { id, title: titleOf(requests[index] as RunRequest, target), run };
		});
		return { runs };
	}

	async function closeRun(id: string): Promise<void> {
		const handle = handles.get(id);
		handles.delete(id);
		await handle?.close();
	}

	async function locate(uri: string, named: string | null): Promise<LocatedSource | Refusal> {
		const { config, folder } = await configFor(ports, uri);
		const name = named ?? config.defaultSource;
		if (name === null) {
			const known = [...config.sources.keys()].join(", ");
			return config.sources.size > 0
				? refuse(
						"not-found",
						"No source is chosen.",
						`Choose one of ${known}, or name a defaultSource in huntmark.json.`,
					)
				: refuse(
						"not-found",
						"No telemetry is configured.",
						'Put a huntmark.json beside the hunts: { "sources": { "lab": { "files": ["data/*.ndjson"] } } }.',
					);
		}
		const source = config.sources.get(name);
		if (!source) {
			return refuse(
				"not-found",
				`huntmark.json has no source ${name}.`,
				`Choose one of ${[...config.sources.keys()].join(", ")}.`,
			);
		}
		const files = await ports.files.expand(source.files, folder ?? ".");
		return isRefusal(files) ? files : { name, files, time: source.time };
	}

	async function learnAll(): Promise<void> {
		changes++;
		await Promise.all([...documents.keys()].map(learnContext));
	}

	/**
	 * Reads the configuration that holds for the document and, in a trusted workspace, what its source holds, and checks the
	 * document again. A refusal is no news: running will say it.
	 */
	async function learnContext(uri: string): Promise<void> {
		const asked = changes;
		try {
			const { config, isHunt } = await configFor(ports, uri);
			const catalog = trusted && (isHunt || documents.get(uri)?.hunt) ? await fieldsFor(uri) : null;
			const analysis = documents.get(uri);
			// Another source may have been selected meanwhile, say, and its fields be known already.
			if (!analysis || changes !== asked) return;
			const same = readsAlike(analysis.config, config) ? analysis.config : config;
			if (analysis.catalog === catalog && analysis.config === same && !analysis.isHunt === !isHunt) return;
			documents.set(uri, analyse(analysis.text, analysis, { ...analysis, catalog, config: same, isHunt }));
			for (const listener of listeners) listener(uri);
		} catch (error) {
			// Nobody waits for this, so nobody else would hear of it.
			ports.log(
				`Reading the fields for ${uri} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
			);
		}
	}

	async function fieldsFor(uri: string): Promise<FieldCatalog | null> {
		const source = await locate(uri, selected);
		if (isRefusal(source)) return null;
		const catalog = await ports.engine.catalog(source);
		return isRefusal(catalog) ? null : catalog;
	}
}

function titleOf({ analytic, queries }: RunRequest, target: RunTarget): string {
	const name = analytic?.number == null ? "Analytic" : `Analytic ${analytic.number}`;
	const title = analytic?.title ? `${name} · ${analytic.title}` : name;
	return target.kind === "query" ? `${title} · ${queries[0]?.text ?? ""}` : title;
}

function closed(): Refusal {
	return refuse("closed", "This run is no longer held.", "Run it again.");
}
