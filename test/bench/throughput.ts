// One parser alone in a process, so that nobody pays for another's garbage: prints the milliseconds that the corpus takes.
import { parse as parseLiqe } from "liqe";
import lucene from "lucene";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { corpus } from "./corpus.ts";

const parsers: Readonly<Record<string, (query: string) => unknown>> = {
	ours: (query) => parseQuery(query),
	lucene: (query) => lucene.parse(query),
	liqe: (query) => parseLiqe(query),
};
const parse = parsers[process.argv[2] ?? ""];
if (!parse) throw new Error(`Name one of ${Object.keys(parsers).join(", ")}.`);

/** Rounds go on for this long after the warm-up, however fast the parser is. */
const warmUpMs = 400;
const measuredMs = 1200;

function rounds(milliseconds: number, parseOne: (query: string) => unknown): number[] {
	const taken: number[] = [];
	for (let sum = 0; sum < milliseconds; sum += taken.at(-1) ?? 0) {
		const start = performance.now();
		for (const query of corpus) parseOne(query);
		taken.push(performance.now() - start);
	}
	return taken;
}

rounds(warmUpMs, parse);
// The undisturbed quarter: what other processes take from a round is not the parser.
const taken = rounds(measuredMs, parse).sort((a, b) => a - b);
console.log(taken[Math.floor(taken.length / 4)]);
