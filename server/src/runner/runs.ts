// The runs of this process: starts them, keeps their row sets, reads their events again.
import { type Refusal, refuse } from "../base/refusal.ts";
import type { Plan } from "../plan/plan.ts";
import type { Page, Row } from "../protocol/run.ts";
import type { EventParams, EventsAnswer, EventsParams, PageParams, RunAnswer } from "../protocol/runner.ts";
import { cellOf } from "./cells.ts";
import { openDatabase } from "./duckdb/database.ts";
import { scanFile } from "./duckdb/scan.ts";
import { parseExact } from "./profile/canonicalJson.ts";
import { eventsOf, type FileProfile, namedBroken } from "./profile/fileProfile.ts";
import { type LineReader, openLines } from "./profile/lineReader.ts";
import type { ProfileCache } from "./profile/profileCache.ts";
import { collectRows, type RowSet } from "./rowSet.ts";
import { changed, isUnchanged, type OnBytes, profileAll } from "./source.ts";

/** The requests of the protocol, but for the catalog. */
export interface Runs {
	/** @throws the signal's reason when it is aborted. */
	run(files: readonly string[], plan: Plan, signal: AbortSignal, onBytes: OnBytes): Promise<RunAnswer | Refusal>;
	page(params: PageParams): Page | Refusal;
	event(params: EventParams): string | Refusal;
	events(params: EventsParams): EventsAnswer | Refusal;
	close(run: number): void;
}

interface KeptRun {
	readonly profiles: readonly FileProfile[];
	readonly plan: Plan;
	readonly rows: RowSet;
}

const pageRows = 200;
/** Bytes of events in one answer. */
const stretchBytes = 1 << 20;
/** Milliseconds between looks at DuckDB's progress. */
const lookEvery = 200;

export function createRuns(cache: ProfileCache): Runs {
	const runs = new Map<number, KeptRun>();
	let lastRun = 0;
	const decoder = new TextDecoder("utf-8", { ignoreBOM: false });

	return {
		async run(files, plan, signal, onBytes) {
			const started = performance.now();
			const profiles = await profileAll(files, cache, signal, onBytes);
			if ("kind" in profiles) return profiles;
			const builder = collectRows(plan.queries.length);
			const unread = await scanAll(profiles, plan, builder, signal, onBytes);
			const moved = profiles.find((profile) => !isUnchanged(profile));
			if (moved !== undefined) return changed(moved.identity.path);
			const rows = builder.finish();
			runs.set(++lastRun, { profiles, plan, rows });
			return {
				run: lastRun,
				counts: rows.counts,
				matched: rows.size(),
				...linesOf(profiles),
				took: Math.round(performance.now() - started),
				limits: [...unread].map(
					([name, count]) =>
						`${count} ${count === 1 ? "event has" : "events have"} a ${name} that cannot be read as a time.`,
				),
			};
		},
		page: ({ run, first, count, query }) =>
			withRun(run, ({ rows, plan, profiles }, lines) => {
				const found: Row[] = [];
				const end = Math.min(rows.size(query), first + Math.min(count, pageRows));
				for (let index = Math.max(0, first); index < end; index++) {
					const { file, line, queries } = rows.at(index, query);
					const event = parseExact(decoder.decode(lines(file).read(line) ?? undefined));
					const cells = plan.columns.map((column) => cellOf(event, column));
					found.push({ file: (profiles[file] as FileProfile).identity.path, line, cells, queries });
				}
				return { first, rows: found };
			}),
		event: ({ run, place }) =>
			withRun(run, ({ profiles }, lines) => {
				const file = profiles.findIndex((profile) => profile.identity.path === place.file);
				const line = file < 0 ? null : lines(file).read(place.line);
				if (line !== null) return decoder.decode(line);
				return refuse("not-found", `There is no line ${place.line} in ${place.file}.`, "Run again.");
			}),
		events: ({ run, first, query }) =>
			withRun(run, ({ rows }, lines) => {
				const parts: Uint8Array[] = [];
				const size = rows.size(query);
				let next = first;
				for (let bytes = 0; next < size && bytes < stretchBytes; next++) {
					const { file, line } = rows.at(next, query);
					// The reader's buffer is overwritten by its next line.
					const part = Buffer.concat([lines(file).read(line) ?? new Uint8Array(), Buffer.from("\n")]);
					parts.push(part);
					bytes += part.length;
				}
				return { lines: Buffer.concat(parts).toString("base64"), next: next < size ? next : null };
			}),
		close: (run) => void runs.delete(run),
	};

	/** Does something with a run; the files that it opens by their index are closed again. */
	function withRun<T>(id: number, use: (run: KeptRun, lines: (file: number) => LineReader) => T): T | Refusal {
		const run = runs.get(id);
		if (run === undefined) return refuse("closed", "This run is no longer kept.", "Run again.");
		const moved = run.profiles.find((profile) => !isUnchanged(profile));
		if (moved !== undefined) return changed(moved.identity.path);
		const open = new Map<number, LineReader>();
		try {
			return use(run, (file) => {
				const lines = open.get(file) ?? openLines(run.profiles[file] as FileProfile);
				open.set(file, lines);
				return lines;
			});
		} finally {
			for (const lines of open.values()) lines.close();
		}
	}
}

async function scanAll(
	profiles: readonly FileProfile[],
	plan: Plan,
	builder: ReturnType<typeof collectRows>,
	signal: AbortSignal,
	onBytes: OnBytes,
): Promise<Map<string, number>> {
	const unread = new Map<string, number>();
	const total = profiles.reduce((sum, { identity }) => sum + identity.size, 0);
	let done = 0;
	let size = 0;
	const database = await openDatabase(profiles.map(({ identity }) => identity.path));
	const { connection } = database;
	const interrupt = () => connection.interrupt();
	signal.addEventListener("abort", interrupt);
	const look = setInterval(
		() => onBytes(done + (size * Math.max(0, connection.progress.percentage)) / 100, total),
		lookEvery,
	);
	try {
		for (const [file, profile] of profiles.entries()) {
			signal.throwIfAborted();
			size = profile.identity.size;
			for (const [name, count] of await scanFile(connection, plan.queries, profile, file, builder))
				unread.set(name, (unread.get(name) ?? 0) + count);
			done += size;
		}
		return unread;
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	} finally {
		clearInterval(look);
		signal.removeEventListener("abort", interrupt);
		database.close();
	}
}

function linesOf(profiles: readonly FileProfile[]): Pick<RunAnswer, "scanned" | "skipped" | "firstSkipped"> {
	return {
		scanned: profiles.reduce((sum, profile) => sum + eventsOf(profile), 0),
		skipped: profiles.reduce((sum, { broken }) => sum + broken.length, 0),
		firstSkipped: profiles
			.flatMap(({ identity, firstBroken }) => firstBroken.map((line) => ({ file: identity.path, ...line })))
			.slice(0, namedBroken),
	};
}
