// How long a keystroke in a long hunt takes until its parts are known. Prints one line of JSON.

import { readDocument } from "../../server/src/document/readDocument.ts";
import { longHunt } from "../document/hunts.ts";

const text = longHunt(500);
const fresh = times(20, () => readDocument(text));

let document = readDocument(text);
let edited = text;
const cpuBefore = process.cpuUsage();
const keystroke = times(400, (i) => {
	// Typing moves through the whole document, in queries, prose and headings alike.
	const at = (i * 7919) % text.length;
	edited = `${edited.slice(0, at)}x${edited.slice(at)}`;
	document = readDocument(edited, "redcloak", document);
});
const cpu = process.cpuUsage(cpuBefore);
console.log(
	JSON.stringify({
		lines: text.split("\n").length,
		characters: text.length,
		queries: document.hunt?.analytics.reduce((sum, { queries }) => sum + queries.length, 0),
		freshMs: percentiles(fresh),
		keystrokeMs: percentiles(keystroke),
		// Collecting garbage included; says more than the clock where other processes share the machine.
		keystrokeMeanCpuMs: Number(((cpu.user + cpu.system) / 1000 / keystroke.length).toFixed(2)),
	}),
);

function times(count: number, run: (i: number) => void): number[] {
	return Array.from({ length: count }, (_, i) => {
		const started = performance.now();
		run(i);
		return performance.now() - started;
	});
}

function percentiles(values: number[]): { p50: number; p95: number; max: number } {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2));
	return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
