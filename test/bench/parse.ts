// Measures the parser against npm `lucene` and npm `liqe` on the same queries, and what it does for a whole document.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { analyse, analyseQuery } from "../../server/src/workspace/analysis.ts";
import { longHunt } from "../document/hunts.ts";
import { corpus } from "./corpus.ts";
import { percentile } from "./percentile.ts";
import { median } from "./search.ts";

const limits = { lucene: 15, liqe: 50, doubling: 2.3, document: 40, keystroke: 0.5 };

/** Prints throughputs as ratios of one run, and times as they are. */
export function reportParse(): void {
	reportThroughput();
	reportDoubling();
	const document = analyse(longHunt(500));
	const texts = [...new Set(document.queries.map(({ query }) => query.text))];
	reportDocument(texts);
	reportQuery(texts);
}

/** Processes in turns, and of each parser the least disturbed one: the parsers are compared, not what else the machine does. */
function reportThroughput(): void {
	const characters = corpus.reduce((sum, query) => sum + query.length, 0);
	const turns = [0, 1, 2].map(() => ({ ours: alone("ours"), lucene: alone("lucene"), liqe: alone("liqe") }));
	const least = (name: "ours" | "lucene" | "liqe") => Math.min(...turns.map((turn) => turn[name]));
	const [ours, theirs, liqe] = [least("ours"), least("lucene"), least("liqe")];
	const speed = (characters / ours / 1000).toFixed(1);
	console.log(
		`parse, ${corpus.length} queries that all three read: ${ours.toFixed(2)} ms (${speed} million characters a second), ` +
			`${(theirs / ours).toFixed(1)} times the throughput of npm lucene (${theirs.toFixed(1)} ms), limit ${limits.lucene}; ` +
			`${(liqe / ours).toFixed(0)} times that of npm liqe (${liqe.toFixed(0)} ms), limit ${limits.liqe}`,
	);
}

/** Milliseconds of a parser for the corpus, in a process of its own. */
function alone(parser: string): number {
	const program = fileURLToPath(new URL("throughput.ts", import.meta.url));
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, parser], { encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
	return Number(stdout);
}

function reportDoubling(): void {
	const million = 1 << 20;
	const one = corpus.join(" AND ").repeat(30).slice(0, million);
	const taken = [one, one + one].map((text) => median(Array.from({ length: 7 }, () => time(() => parseQuery(text)))));
	const [single = 0, double = 0] = taken;
	console.log(
		`parse, one query of 2 MB: ${double.toFixed(0)} ms, ${(double / single).toFixed(2)} times one of 1 MB (${single.toFixed(0)} ms), limit ${limits.doubling}`,
	);
}

function reportDocument(texts: readonly string[]): void {
	const taken = Array.from({ length: 15 }, () => time(() => texts.map((text) => analyseQuery(text))));
	console.log(
		`parse, bind and lint of the ${texts.length} queries of a document, nothing known before: ${median(taken).toFixed(1)} ms, ${(median(taken) / limits.document).toFixed(2)} times the limit of ${limits.document} ms`,
	);
}

/** A keystroke in one query: that query alone; reading the document and the way to the editor are measured by themselves. */
function reportQuery(texts: readonly string[]): void {
	const taken: number[] = [];
	for (let stroke = 0; stroke < 1000; stroke++) {
		const text = texts[stroke % texts.length] as string;
		const at = (stroke * 7919) % text.length;
		taken.push(time(() => analyseQuery(`${text.slice(0, at)}x${text.slice(at)}`)));
	}
	const [half, most] = [percentile(taken, 0.5), percentile(taken, 0.95)];
	console.log(
		`keystroke in a query to that query's problems: p50 ${half.toFixed(3)} ms, p95 ${most.toFixed(3)} ms, ` +
			`${(most / limits.keystroke).toFixed(2)} times the limit of ${limits.keystroke} ms`,
	);
}

function time(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
