// Measures the parser against npm `lucene` and npm `liqe` on the same queries, and what it does for a whole document.
import { parse as parseLiqe } from "liqe";
import lucene from "lucene";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { analyse, analyseQuery } from "../../server/src/workspace/analysis.ts";
import { longHunt } from "../document/hunts.ts";
import { corpus } from "./corpus.ts";
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

/** In turns, so that whatever else the machine does falls on all of them. */
function reportThroughput(): void {
	const characters = corpus.reduce((sum, query) => sum + query.length, 0);
	const turns: Record<string, number[]> = { ours: [], lucene: [], liqe: [] };
	for (let round = 0; round < 12; round++) {
		turns.liqe?.push(time(() => corpus.map((query) => parseLiqe(query))));
		for (let turn = 0; turn < 4; turn++) {
			turns.lucene?.push(time(() => corpus.map((query) => lucene.parse(query))));
			for (let again = 0; again < 4; again++) turns.ours?.push(time(() => corpus.map((query) => parseQuery(query))));
		}
	}
	const [ours, theirs, liqe] = ["ours", "lucene", "liqe"].map((name) => median(turns[name] ?? [])) as [
		number,
		number,
		number,
	];
	const speed = (characters / ours / 1000).toFixed(1);
	console.log(
		`parse, ${corpus.length} queries that all three read: ${ours.toFixed(2)} ms (${speed} million characters a second), ` +
			`${(theirs / ours).toFixed(1)} times the throughput of npm lucene (${theirs.toFixed(1)} ms), limit ${limits.lucene}; ` +
			`${(liqe / ours).toFixed(0)} times that of npm liqe (${liqe.toFixed(0)} ms), limit ${limits.liqe}`,
	);
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
		`parse, bind and lint of the ${texts.length} queries of a document, nothing known before: ${median(taken).toFixed(1)} ms, limit ${limits.document} ms`,
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
	const sorted = taken.toSorted((a, b) => a - b);
	console.log(
		`keystroke in a query to that query's problems: p50 ${sorted[500]?.toFixed(3)} ms, p95 ${sorted[950]?.toFixed(3)} ms, limit ${limits.keystroke} ms`,
	);
}

function time(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
