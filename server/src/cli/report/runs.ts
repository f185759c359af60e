// What `run` and `search` print: a table, the events themselves, CSV or JSON.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { type Command, Option } from "commander";
import { isRefusal, refuse } from "../../base/refusal.ts";
import type { Row, Run } from "../../protocol/run.ts";
import type { FinishedRun } from "../../runs.ts";
import { parseCount } from "../options.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { csvLine } from "./csv.ts";
import { printable } from "./printable.ts";
import { alignedTable } from "./table.ts";

export interface OutputOptions {
	readonly format: "table" | "ndjson" | "csv" | "json";
	/** 0: all. */
	readonly limit?: number;
	readonly out?: string;
	readonly count?: true;
}

export type PrintedRun = FinishedRun;

export interface RunsOfHunt {
	readonly hunt: string;
	readonly runs: readonly PrintedRun[];
}

type Write = (text: string | Uint8Array) => Promise<void>;

const tableRows = 20;
const pageRows = 200;

export function addOutputOptions(command: Command): Command {
	return command
		.addOption(
			new Option("--format <format>", "how to print").choices(["table", "ndjson", "csv", "json"]).default("table"),
		)
		.option("--limit <number>", "at most so many events (table: 20 a query), 0 for all", parseCount)
		.option("--out <file>", "write to a file instead")
		.option("--count", "print only how many events matched");
}

/** Several hunts give a JSON array, one gives an object. */
export async function writeRuns(answers: readonly RunsOfHunt[], options: OutputOptions): Promise<void> {
	const runs = answers.flatMap((answer) => answer.runs);
	if (options.format === "json" && !options.count) {
		const shaped = await Promise.all(
			answers.map(async ({ hunt, runs }) => ({
				hunt,
				runs: await Promise.all(runs.map((run) => jsonRun(run, options))),
			})),
		);
		return withOutput(options.out, (write) =>
			write(`${JSON.stringify(shaped.length === 1 ? shaped[0] : shaped, null, 2)}\n`),
		);
	}
	await withOutput(options.out, async (write) => {
		for (const finished of runs) {
			if (options.count) await write(finished.run.queries.map(({ matched, text }) => `${matched}\t${text}\n`).join(""));
			else await writeOne(finished, options, write);
		}
	});
}

export async function writeSearch(finished: FinishedRun, options: OutputOptions): Promise<void> {
	await withOutput(options.out, async (write) => {
		if (options.count) return write(`${finished.run.matched}\n`);
		if (options.format === "json") return write(`${JSON.stringify(await jsonRun(finished, options), null, 2)}\n`);
		await writeOne(finished, options, write);
	});
	// What the numbers do not count is said also where only numbers or events are printed.
	if (options.count || options.format === "ndjson" || options.format === "csv")
		for (const line of remarks(finished.run)) console.error(line);
}

async function writeOne(finished: FinishedRun, options: OutputOptions, write: Write): Promise<void> {
	if (options.format === "table") return writeTable(finished, options.limit ?? tableRows, write);
	if (options.format === "csv") return writeCsv(finished, options.limit ?? 0, write);
	let left = options.limit || Number.POSITIVE_INFINITY;
	for await (const lines of finished.handle.events()) {
		if (isRefusal(lines)) throw new CliRefusal(lines);
		const cut = left === Number.POSITIVE_INFINITY ? lines : firstLines(lines, left);
		left -= countLines(cut);
		await write(cut);
		if (left <= 0) return;
	}
}

/** Events stand in the JSON only if `--limit` asks for some. */
async function jsonRun({ run, handle }: FinishedRun, { limit }: OutputOptions): Promise<Run> {
	if (limit === undefined) return run;
	const events: unknown[] = [];
	for await (const lines of handle.events()) {
		if (isRefusal(lines)) throw new CliRefusal(lines);
		for (const line of Buffer.from(lines).toString("utf8").split("\n")) {
			if (line.trim() !== "") events.push(JSON.parse(line.replace(/^\ufeff/, "")));
			if (limit > 0 && events.length >= limit) return { ...run, events };
		}
	}
	return { ...run, events };
}

async function writeTable(finished: FinishedRun, limit: number, write: Write): Promise<void> {
	const { run } = finished;
	const title = run.analytic
		? `Analytic ${run.analytic.number ?? ""} ${run.analytic.title}`.replace(/ +/g, " ").trim()
		: "Search";
	await write(`${printable(title)}\n${headline(run)}\n`);
	for (const line of remarks(run)) await write(`${line}\n`);
	const width = process.stdout.columns ?? 160;
	for (const [index, { text, matched }] of run.queries.entries()) {
		await write(`\n${matched} ${matched === 1 ? "event" : "events"}  ${printable(text)}\n`);
		if (matched === 0) continue;
		const rows = await rowsOf(finished, limit, index);
		const cells = rows.map((row) => row.cells.map((cell) => printable(cell ?? "")));
		await write(`${alignedTable(run.columns, cells, width)}\n`);
		if (rows.length < matched) await write(`… ${matched - rows.length} more; --limit 0 prints all.\n`);
	}
	await write("\n");
}

function headline({ matched, scanned, took, source }: Run): string {
	return `${matched} of ${scanned} events, ${(took / 1000).toFixed(2)} s, ${printable(source)}`;
}

/** What stands beside the numbers: lines that were skipped, and anything cut, absent or read otherwise. */
function remarks({ skipped, firstSkipped, limits, approximations }: Run): readonly string[] {
	const places = firstSkipped.map(({ file, line, reason }) => `  ${printable(file)}:${line} ${printable(reason)}`);
	const lines =
		skipped > 0 ? [`${skipped} ${skipped === 1 ? "line was" : "lines were"} skipped, the first at:`, ...places] : [];
	return [...lines, ...[...approximations, ...limits].map((each) => `note: ${printable(each)}`)];
}

async function writeCsv(finished: FinishedRun, limit: number, write: Write): Promise<void> {
	await write(csvLine(finished.run.columns));
	for (const row of await rowsOf(finished, limit)) await write(csvLine(row.cells.map((cell) => cell ?? "")));
}

async function rowsOf({ run, handle }: FinishedRun, limit: number, query?: number): Promise<readonly Row[]> {
	const matched = query === undefined ? run.matched : (run.queries[query]?.matched ?? 0);
	const wanted = limit === 0 ? matched : Math.min(limit, matched);
	const rows: Row[] = [];
	while (rows.length < wanted) {
		const page = granted(await handle.page(rows.length, Math.min(pageRows, wanted - rows.length), query));
		if (page.rows.length === 0) break;
		rows.push(...page.rows);
	}
	return rows;
}

/**
 * Calls `work` with stdout or the file.
 * @throws CliRefusal where the file cannot be written, also when the disk is full
 */
async function withOutput(file: string | undefined, work: (write: Write) => Promise<void>): Promise<void> {
	if (file === undefined) return work((text) => writeTo(process.stdout, text));
	const stream = createWriteStream(file);
	try {
		await once(stream, "open");
		await work((text) => writeTo(stream, text));
		stream.end();
		await once(stream, "finish");
	} catch (error) {
		if (error instanceof CliRefusal) throw error;
		throw new CliRefusal(
			refuse(
				"bad-input",
				`${file} cannot be written: ${(error as Error).message}`,
				"Choose another place with --out, or make room.",
			),
		);
	}
}

function writeTo(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())));
}

function countLines(bytes: Uint8Array): number {
	let count = 0;
	for (const byte of bytes) if (byte === 10) count++;
	return count;
}

function firstLines(bytes: Uint8Array, count: number): Uint8Array {
	let left = count;
	const end = bytes.findIndex((byte) => byte === 10 && --left === 0);
	return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
