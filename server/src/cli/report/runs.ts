// What `run` and `search` print: a table, the events themselves, CSV or JSON.
import { type Command, Option } from "commander";
import { isRefusal } from "../../base/refusal.ts";
import type { Row, Run } from "../../protocol/run.ts";
import type { FinishedRun } from "../../runs.ts";
import { parseCount } from "../options.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { csvLine } from "./csv.ts";
import { type Write, withOutput } from "./output.ts";
import { printable } from "./printable.ts";
import { alignedTable } from "./table.ts";

export interface OutputOptions {
	readonly format: "table" | "ndjson" | "csv" | "json";
	/** 0: all. */
	readonly limit?: number;
	readonly out?: string;
	readonly count?: true;
}

export interface RunsOfHunt {
	readonly hunt: string;
	readonly runs: readonly FinishedRun[];
}

const tableRows = 20;
const pageRows = 200;
const lineFeed = 10;
const byteOrderMark = [0xef, 0xbb, 0xbf];

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
export async function writeRuns(
	answers: readonly RunsOfHunt[],
	options: OutputOptions,
	signal: AbortSignal,
): Promise<void> {
	const runs = answers.flatMap((answer) => answer.runs);
	await withOutput(options.out, signal, async (write) => {
		if (options.count) {
			for (const { run } of runs)
				await write(run.queries.map(({ matched, text }) => `${matched}\t${printable(text)}\n`).join(""));
		} else if (options.format === "json") {
			const [only] = answers;
			if (only && answers.length === 1) await writeHunt(only, options.limit, "", write);
			else await writeList(answers, "", write, (answer, indent) => writeHunt(answer, options.limit, indent, write));
			await write("\n");
		} else for (const finished of runs) await writeRun(finished, options, write);
	});
	reportRemarks(runs, options);
}

export async function writeSearch(finished: FinishedRun, options: OutputOptions, signal: AbortSignal): Promise<void> {
	await withOutput(options.out, signal, async (write) => {
		if (options.count) await write(`${finished.run.matched}\n`);
		else await writeRun(finished, options, write);
	});
	reportRemarks([finished], options);
}

async function writeRun(finished: FinishedRun, { format, limit }: OutputOptions, write: Write): Promise<void> {
	switch (format) {
		case "table":
			return writeTable(finished, limit ?? tableRows, write);
		case "csv":
			return writeCsv(finished, limit ?? 0, write);
		case "json":
			await writeJson(finished, limit, "", write);
			return write("\n");
		case "ndjson":
			for await (const line of eventLines(finished.handle, limit ?? 0)) await write(line);
	}
}

function writeHunt({ hunt, runs }: RunsOfHunt, limit: number | undefined, indent: string, write: Write): Promise<void> {
	return writeHead(JSON.stringify({ hunt }, null, 2), "runs", indent, write, (inner) =>
		writeList(runs, inner, write, (run, deeper) => writeJson(run, limit, deeper, write)),
	);
}

/** Events stand in the JSON only if `limit` asks for some, as their source writes them: parsing would change large numbers. */
async function writeJson(
	{ run, handle }: FinishedRun,
	limit: number | undefined,
	indent: string,
	write: Write,
): Promise<void> {
	const head = JSON.stringify(run, null, 2);
	if (limit === undefined) return write(indented(head, indent));
	await writeHead(head, "events", indent, write, (inner) =>
		writeList(eventLines(handle, limit), inner, write, (line) => write(Buffer.from(line).toString("utf8").trim())),
	);
}

/** An object's JSON with one more key, whose value `writeValue` writes. */
async function writeHead(
	json: string,
	key: string,
	indent: string,
	write: Write,
	writeValue: (indent: string) => Promise<void>,
): Promise<void> {
	const open = json.slice(0, json.lastIndexOf("\n"));
	await write(`${indented(open, indent)},\n${indent}  "${key}": `);
	await writeValue(`${indent}  `);
	await write(`\n${indent}}`);
}

async function writeList<T>(
	items: Iterable<T> | AsyncIterable<T>,
	indent: string,
	write: Write,
	writeItem: (item: T, indent: string) => Promise<void>,
): Promise<void> {
	let before = "[";
	for await (const item of items) {
		await write(`${before}\n${indent}  `);
		await writeItem(item, `${indent}  `);
		before = ",";
	}
	await write(before === "[" ? "[]" : `\n${indent}]`);
}

/** JSON has line breaks only between its parts, so each can be indented. */
function indented(json: string, indent: string): string {
	return json.replaceAll("\n", `\n${indent}`);
}

/** The matching events' lines with their line feeds, at most `limit`; 0: all. A mark before the first is the file's own. */
async function* eventLines(handle: FinishedRun["handle"], limit: number): AsyncGenerator<Uint8Array> {
	let left = limit || Number.POSITIVE_INFINITY;
	for await (const lines of handle.events()) {
		if (isRefusal(lines)) throw new CliRefusal(lines);
		for (let start = 0; start < lines.length && left > 0; left--) {
			const end = lines.indexOf(lineFeed, start) + 1;
			yield lines.subarray(start + (isMarked(lines, start) ? byteOrderMark.length : 0), end);
			start = end;
		}
		if (left <= 0) return;
	}
}

function isMarked(lines: Uint8Array, start: number): boolean {
	return byteOrderMark.every((byte, index) => lines[start + index] === byte);
}

async function writeTable(finished: FinishedRun, limit: number, write: Write): Promise<void> {
	const { run } = finished;
	const title = run.analytic ? `Analytic ${run.analytic.number ?? ""} ${run.analytic.title}`.trim() : "Search";
	await write(`${printable(title)}\n${headline(run)}\n`);
	for (const line of remarks(run)) await write(`${line}\n`);
	const width = process.stdout.columns ?? 160;
	for (const [index, { text, matched }] of run.queries.entries()) {
		await write(`\n${matched} ${matched === 1 ? "event" : "events"}  ${printable(text)}\n`);
		if (matched === 0) continue;
		const cells: (readonly string[])[] = [];
		for await (const row of rowsOf(finished, limit, index)) cells.push(row.cells.map((cell) => cell ?? ""));
		await write(`${alignedTable(run.columns, cells, width)}\n`);
		if (cells.length < matched) await write(`… ${matched - cells.length} more; --limit 0 prints all.\n`);
	}
	await write("\n");
}

function headline({ matched, scanned, took, source }: Run): string {
	return `${matched} of ${scanned} events, ${(took / 1000).toFixed(2)} s, ${printable(source)}`;
}

/** A table and JSON carry these themselves; where only numbers or events are printed, they are said beside. */
function reportRemarks(runs: readonly FinishedRun[], { format, count, limit }: OutputOptions): void {
	if (!count && (format === "table" || format === "json")) return;
	for (const line of new Set(runs.flatMap(({ run }) => remarks(run)))) console.error(line);
	const cut = count || !limit ? 0 : runs.reduce((sum, { run }) => sum + Math.max(0, run.matched - limit), 0);
	if (cut > 0) console.error(`note: ${cut} more events matched; --limit 0 prints all.`);
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
	for await (const row of rowsOf(finished, limit)) await write(csvLine(row.cells.map((cell) => cell ?? "")));
}

/** The rows of a run or of one of its queries, at most `limit`; 0: all. */
async function* rowsOf({ run, handle }: FinishedRun, limit: number, query?: number): AsyncGenerator<Row> {
	const matched = query === undefined ? run.matched : (run.queries[query]?.matched ?? 0);
	const wanted = limit === 0 ? matched : Math.min(limit, matched);
	for (let first = 0; first < wanted; ) {
		const page = granted(await handle.page(first, Math.min(pageRows, wanted - first), query));
		if (page.rows.length === 0) return;
		yield* page.rows;
		first += page.rows.length;
	}
}
