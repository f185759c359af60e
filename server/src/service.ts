// The front door: everything that an editor, a command line or a test does with hunts, without knowing how.

import type { TextEdit } from "./base/problem.ts";
import { isRefusal, type Refusal, refuse } from "./base/refusal.ts";
import type { Span } from "./base/span.ts";
import { readsAlike } from "./config/config.ts";
import { addCustomField, placeOfField } from "./config/edits.ts";
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
import { type Analysis, analyse } from "./workspace/analysis.ts";
import { configFor } from "./workspace/configFor.ts";
import { createHuntFiles, type ScanOptions } from "./workspace/huntFiles.ts";
import type { IndexedHunt } from "./workspace/indexedHunt.ts";
import { locateSource } from "./workspace/locateSource.ts";
import type { ServicePorts } from "./workspace/ports.ts";
import {
	checkedAlike,
	createLookAround,
	dataOf,
	type Look,
	noSurroundings,
	type Surroundings,
	sameSurroundings,
	surroundingsOf,
} from "./workspace/surroundings.ts";
import { runRequests } from "./workspace/targets.ts";

/** What `createService` gives. Nothing in it throws on bad text or a refusing world: refusals are values. */
export interface HuntService {
	/** Opens a document or gives it this text. Only what an edit touched is worked out again. */
	update(uri: string, text: string): Analysis;
	/** The last analysis; `null` if the document is not open. */
	analysis(uri: string): Analysis | null;
	close(uri: string): void;
	/**
	 * Called for an open document whose problems may be others without an edit of it: what its source holds became known, or
	 * other hunts have changed.
	 */
	onAnalysed(listener: (uri: string) => void): void;
	/** Which source the checks of documents look at; `null`: each document's default. */
	selectSource(name: string | null): Promise<void>;
	/** Reads all configurations again, and what sources hold: they may have changed. */
	reconfigure(): Promise<void>;
	/** The workspace's folders from now on, by URI; what is in them is read by the next `scan`. */
	setFolders(folders: readonly string[]): void;
	/** Reads the hunts of the workspace's folders, those that have changed since the last time. */
	scan(options?: ScanOptions): Promise<void>;
	/** Reads Markdown files anew that were made, changed or deleted, by URI. */
	changed(uris: readonly string[]): Promise<void>;
	/** The hunts of the workspace that are known so far; open ones as they are there. */
	hunts(): Iterable<IndexedHunt>;
	/** One of them. */
	hunt(uri: string): IndexedHunt | null;
	/** Brings the problems of all of them up to date; `onChecked` hears of each that was checked again meanwhile. */
	recheck(onChecked: (hunt: IndexedHunt) => void): Promise<void>;
	/** Telemetry that tests of a document may name, as paths beside it; none until the workspace is trusted. */
	dataPaths(uri: string): Promise<readonly string[]>;
	/** Where the `huntmark.json` of a document defines a field: its URI, its text and the field's name in it. */
	placeOfField(
		uri: string,
		name: string,
	): Promise<{ readonly uri: string; readonly text: string; readonly span: Span } | null>;
	/** What adds a field to the `huntmark.json` of a document; `null` where there is none, or none that can be read. */
	additionOfField(
		uri: string,
		name: string,
	): Promise<{ readonly uri: string; readonly text: string; readonly edits: readonly TextEdit[] } | null>;
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
	const lookAround = createLookAround(ports);
	/** Open documents of which the problems are others, since other hunts have changed. */
	const outdated = new Set<string>();
	const files = createHuntFiles(ports, (uris) => {
		for (const uri of uris) outdated.add(uri);
		for (const uri of uris) tell(uri);
	});
	let trusted = false;
	let selected: string | null = null;
	/** How often the world round all documents has changed; what was learnt before the last time is no longer so. */
	let changes = 0;
	let lastRun = 0;

	return {
		update(uri, text) {
			const previous = documents.get(uri);
			const analysis = check(uri, text, previous ? surroundingsOf(previous) : noSurroundings);
			if (!previous || asksElse(previous, analysis)) void learnContext(uri, look());
			return analysis;
		},
		analysis(uri) {
			const analysis = documents.get(uri);
			return analysis && outdated.has(uri) ? check(uri, analysis.text, surroundingsOf(analysis)) : (analysis ?? null);
		},
		close(uri) {
			documents.delete(uri);
			outdated.delete(uri);
			void inBackground(`Closing ${uri}`, files.closed(uri, look()));
		},
		onAnalysed: (listener) => void listeners.push(listener),
		async selectSource(name) {
			selected = name;
			await learnAll();
		},
		reconfigure: learnAll,
		setFolders: (folders) => ports.files.setFolders(folders),
		async scan(options) {
			// Sources take longer than hunts: what they hold is learnt afterwards.
			await inBackground("Reading the hunts", files.scan(lookAround(undefined), options));
			files.outdate();
		},
		changed: (uris) => inBackground("Reading hunts again", files.changed(uris, look())),
		hunts: files.hunts,
		hunt: files.hunt,
		recheck: (onChecked) => files.recheck(look(), onChecked),
		dataPaths: async (uri) => (trusted ? ports.files.telemetryBeside(uri) : []),
		async placeOfField(uri, name) {
			const file = await ports.files.config(uri);
			const span = file && placeOfField(file.text, name);
			return span && { uri: file.uri, text: file.text, span };
		},
		async additionOfField(uri, name) {
			const file = await ports.files.config(uri);
			const edits = file ? addCustomField(file.text, { name, type: "text" }) : [];
			return file && edits.length > 0 ? { uri: file.uri, text: file.text, edits } : null;
		},
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

	/** Analyses an open document as it is now. */
	function check(uri: string, text: string, around: Surroundings): Analysis {
		const context = { ...around, others: files.othersOf(uri), now: ports.clock.now() };
		const analysis = analyse(text, documents.get(uri) ?? null, context);
		documents.set(uri, analysis);
		outdated.delete(uri);
		files.opened(uri, analysis);
		return analysis;
	}

	/** At what is around documents now. */
	function look(): Look {
		return lookAround(trusted ? selected : undefined);
	}

	function tell(uri: string): void {
		for (const listener of listeners) listener(uri);
	}

	/** Nobody else would hear of what fails where nobody waits. */
	async function inBackground(what: string, work: Promise<void>): Promise<void> {
		await work.catch((error: unknown) => {
			ports.log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
		});
	}

	async function locate(uri: string, named: string | null): Promise<LocatedSource | Refusal> {
		return locateSource(ports.files, await configFor(ports, uri), named);
	}

	async function learnAll(): Promise<void> {
		changes++;
		files.outdate();
		const now = look();
		await Promise.all([...documents.keys()].map((uri) => learnContext(uri, now)));
	}

	/**
	 * Reads the configuration that holds for the document and, in a trusted workspace, what its source holds, and checks the
	 * document again.
	 */
	async function learnContext(uri: string, now: Look): Promise<void> {
		const asked = changes;
		const learn = async () => {
			const hunt = documents.get(uri)?.hunt ?? null;
			const around = await now.around(uri, hunt && dataOf(hunt));
			const analysis = documents.get(uri);
			// Another source may have been selected meanwhile, say, and its fields be known already.
			if (!analysis || changes !== asked) return;
			const before = surroundingsOf(analysis);
			if (sameSurroundings(before, around)) return;
			const config = readsAlike(analysis.config, around.config) ? analysis.config : around.config;
			check(uri, analysis.text, { ...around, config });
			if (!checkedAlike(before, around)) tell(uri);
		};
		await inBackground(`Reading what holds for ${uri}`, learn());
	}
}

/** Whether other things around the document are asked for than before: it has become a hunt, or names other data. */
function asksElse(before: Analysis, now: Analysis): boolean {
	if (!before.hunt || !now.hunt) return !before.hunt && now.hunt !== null;
	return before.hunt.tests !== now.hunt.tests && dataOf(before.hunt).join("\n") !== dataOf(now.hunt).join("\n");
}

function titleOf({ analytic, queries }: RunRequest, target: RunTarget): string {
	const name = analytic?.number == null ? "Analytic" : `Analytic ${analytic.number}`;
	const title = analytic?.title ? `${name} · ${analytic.title}` : name;
	return target.kind === "query" ? `${title} · ${queries[0]?.text ?? ""}` : title;
}

function closed(): Refusal {
	return refuse("closed", "This run is no longer held.", "Run it again.");
}
