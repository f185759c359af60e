// The hunts of the workspace, those on disk and those that are open, kept in step with both.
import { canonicalUri } from "../base/uri.ts";
import type { OtherHunts } from "../lint/otherHunts.ts";
import { type Analysis, analyse } from "./analysis.ts";
import { createHuntIndex, saidBy } from "./huntIndex.ts";
import { type IndexedHunt, indexedHunt } from "./indexedHunt.ts";
import type { ServicePorts } from "./ports.ts";
import { reconsider } from "./reconsider.ts";
import { dataOf, type Look, noSurroundings, type Surroundings, sameSurroundings } from "./surroundings.ts";

export interface HuntFiles {
	/** Open ones as they are there, the others as they are on disk. */
	hunts(): Iterable<IndexedHunt>;
	/** One of them, however its URI is spelled; `null`: none that is known. */
	hunt(uri: string): IndexedHunt | null;
	/** What all hunts but this one say, at any moment at which it is asked. */
	othersOf(uri: string): OtherHunts;
	/** An open document now is so; the file on disk counts no more. */
	opened(uri: string, analysis: Analysis): void;
	/** It is closed: its file counts again. */
	closed(uri: string, look: Look): Promise<void>;
	/** Looks which Markdown files there are, reads those that are new or have changed, and forgets those that are gone. */
	scan(look: Look, options?: ScanOptions): Promise<void>;
	/** Reads the files anew: they were made, changed or deleted. */
	changed(uris: readonly string[], look: Look): Promise<void>;
	/** What is around documents may be other than it was. */
	outdate(): void;
	/** Checks again whatever is out of date, when the scans that have begun are done. `onChecked` hears of each. */
	recheck(look: Look, onChecked: (hunt: IndexedHunt) => void): Promise<void>;
}

export interface ScanOptions {
	/** Glob patterns of what is left out, from now on. */
	readonly exclude?: readonly string[];
	/** Aborting it leaves the files that are not read yet. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (done: number, total: number) => void;
}

/** A Markdown file as it was when it was read. */
interface KnownFile {
	readonly stamp: string;
	/** `null`: it is no hunt, and left alone until it changes. */
	readonly hunt: IndexedHunt | null;
	/** The data that its tests name. */
	readonly data: readonly string[];
	readonly surroundings: Surroundings;
}

/** A file that is there, of which nothing is known: while it is open it does not count. */
const unread: KnownFile = {
	stamp: "",
	hunt: null,
	data: [],
	surroundings: noSurroundings,
};

/** How many files are read at a time; between them, requests are answered. */
const width = 8;

/** `onAffected` hears of open documents, by their own URIs, of which the problems may have changed because other hunts did. */
export function createHuntFiles(
	ports: Pick<ServicePorts, "files" | "clock" | "log">,
	onAffected: (uris: readonly string[]) => void,
): HuntFiles {
	const index = createHuntIndex();
	/** By canonical URI, as all below. */
	const files = new Map<string, KnownFile>();
	const open = new Map<string, { readonly uri: string; readonly analysis: Analysis }>();
	/** Files of which the problems are others, since other hunts have changed. */
	const outdated = new Set<string>();
	/** Files round which something may have changed. */
	const suspect = new Set<string>();
	const waiting = new Set<string>();
	const listeners = new Set<(hunt: IndexedHunt) => void>();
	const counters = new Set<() => void>();
	const scans = new Set<Promise<void>>();
	const affected = new Set<string>();
	let exclude: readonly string[] = [];
	let look: Look | null = null;
	let working: Promise<void> | null = null;

	return {
		*hunts() {
			for (const { uri, analysis } of open.values()) {
				const hunt = indexedHunt(uri, analysis);
				if (hunt) yield hunt;
			}
			for (const [key, { hunt }] of files) if (hunt && !open.has(key)) yield hunt;
		},
		hunt(uri) {
			const key = canonicalUri(uri);
			const there = open.get(key);
			return there ? indexedHunt(there.uri, there.analysis) : (files.get(key)?.hunt ?? null);
		},
		othersOf: (uri) => index.othersOf(canonicalUri(uri)),
		opened(uri, analysis) {
			const key = canonicalUri(uri);
			open.set(key, { uri, analysis });
			if (files.has(key)) files.set(key, unread);
			tell(key, analysis);
			reportAffected();
		},
		async closed(uri, now) {
			const key = canonicalUri(uri);
			open.delete(key);
			if (files.has(key)) await read([key], now);
			else forget(key);
			reportAffected();
		},
		scan(now, options) {
			const scanned = scan(now, options).finally(() => scans.delete(scanned));
			scans.add(scanned);
			return scanned;
		},
		async changed(uris, now) {
			const keys = uris.map(canonicalUri);
			// Of a file that is new it is not known whether it is left out.
			if (keys.some((key) => !files.has(key) && !open.has(key))) await scan(now);
			else await read(keys, now);
			reportAffected();
		},
		outdate() {
			for (const key of files.keys()) suspect.add(key);
		},
		async recheck(now, onChecked) {
			listeners.add(onChecked);
			await Promise.all(scans);
			await read([...outdated, ...suspect], now);
			listeners.delete(onChecked);
			reportAffected();
		},
	};

	async function scan(now: Look, { exclude: left = exclude, signal, onProgress }: ScanOptions = {}): Promise<void> {
		exclude = left;
		const found = new Set((await ports.files.markdown(exclude)).map(canonicalUri));
		for (const key of files.keys()) if (!found.has(key)) forget(key);
		if (signal?.aborted) return;
		let done = 0;
		const count = () => onProgress?.(Math.min(++done, found.size), found.size);
		const stop = () => {
			for (const key of found) waiting.delete(key);
		};
		counters.add(count);
		signal?.addEventListener("abort", stop, { once: true });
		await read(found, now);
		signal?.removeEventListener("abort", stop);
		counters.delete(count);
		reportAffected();
	}

	/** Reads the files of which something has changed, and waits until all that is asked for is read. */
	async function read(keys: Iterable<string>, now: Look): Promise<void> {
		look = now;
		for (const key of keys) waiting.add(key);
		while (waiting.size > 0 || working) {
			working ??= Promise.all(Array.from({ length: width }, work)).then(() => {
				working = null;
			});
			await working;
		}
	}

	async function work(): Promise<void> {
		for (const key of waiting) {
			waiting.delete(key);
			try {
				await readFile(key, look as Look);
			} catch (error) {
				ports.log(`Reading ${key} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
			}
			for (const count of counters) count();
		}
	}

	async function readFile(key: string, { around: surroundings }: Look): Promise<void> {
		const before = files.get(key) ?? unread;
		suspect.delete(key);
		const wasOutdated = outdated.delete(key);
		if (open.has(key)) return void files.set(key, unread);
		const stamp = await ports.files.stamp(key);
		if (stamp === null) return void forget(key);
		const around = await surroundings(key, before.hunt && before.data);
		const isSame = before.stamp === stamp && sameSurroundings(before.surroundings, around);
		if (isSame && !wasOutdated) return;
		const context = { others: index.othersOf(key), now: ports.clock.now() };
		if (isSame && before.hunt) {
			const problems = reconsider(before.hunt, { ...around, ...context });
			keep(key, { ...before, hunt: { ...before.hunt, problems } });
			return;
		}
		const isRead = before.hunt && before.stamp === stamp;
		const file = isRead ? { text: before.hunt.text, stamp } : await ports.files.read(key);
		if (!file) return void forget(key);
		let holding = around;
		let analysis = analyse(file.text, null, { ...holding, ...context });
		if (analysis.hunt && !isRead) {
			holding = await surroundings(key, dataOf(analysis.hunt));
			if (!sameSurroundings(around, holding)) analysis = analyse(file.text, analysis, { ...holding, ...context });
		}
		// It may have been opened meanwhile.
		if (open.has(key)) return void files.set(key, unread);
		tell(key, analysis);
		const hunt = indexedHunt(key, analysis);
		const data = analysis.hunt ? dataOf(analysis.hunt) : [];
		keep(key, { stamp: file.stamp, hunt: hunt && withoutFixes(hunt), data, surroundings: holding });
	}

	function keep(key: string, file: KnownFile): void {
		files.set(key, file);
		if (file.hunt) for (const listener of listeners) listener(file.hunt);
	}

	function forget(key: string): void {
		files.delete(key);
		outdated.delete(key);
		suspect.delete(key);
		if (!open.has(key)) spread(index.update(key, null));
	}

	function tell(key: string, analysis: Analysis): void {
		spread(index.update(key, saidBy(key, analysis)));
	}

	/** Their problems may be others now. */
	function spread(keys: ReadonlySet<string>): void {
		for (const key of keys) {
			const there = open.get(key);
			if (there) affected.add(there.uri);
			if (files.has(key)) outdated.add(key);
		}
	}

	function reportAffected(): void {
		if (affected.size === 0) return;
		const uris = [...affected];
		affected.clear();
		onAffected(uris);
	}
}

/** Nobody applies a fix to a document that is not open. */
function withoutFixes(hunt: IndexedHunt): IndexedHunt {
	return { ...hunt, problems: hunt.problems.map(({ fix: _, fixes: __, ...problem }) => problem) };
}
