// Measures the parse of a 500-query document against npm `lucene` on the same queries.
import lucene from "lucene";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { median } from "./search.ts";

/** 500 queries that both parsers read. */
const queries = Array.from(
	{ length: 500 },
	(_, i) => `image_path:tool${i}.exe AND -commandline:(list OR reset OR "a phrase ${i}") AND host:[a TO b]`,
);
const rounds = 15;

const document = `# Hunt\n\n## Hypothesis\nSomething.\n\n${queries.map((query, i) => `## Analytic ${i + 1}\n\n\`${query}\`\n`).join("\n")}`;

/** Prints the medians. */
export function reportParse(): void {
	const theirs = time(() => queries.map((query) => lucene.parse(query)));
	const ours = time(() => queries.map((query) => bind(parseQuery(query))));
	const whole = time(() => analyse(document));
	console.log(
		`parse, 500 queries: ${ours.toFixed(1)} ms, ${(ours / theirs).toFixed(2)} times npm lucene (${theirs.toFixed(1)} ms)`,
	);
	console.log(
		`parse, lint and Markdown of the 500-query document: ${whole.toFixed(1)} ms, ${(whole / theirs).toFixed(2)} times npm lucene on its queries`,
	);
}

/** Milliseconds, the median of several rounds after two to warm up. */
function time(work: () => void): number {
	const taken: number[] = [];
	for (let round = 0; round < rounds + 2; round++) {
		const start = performance.now();
		work();
		if (round >= 2) taken.push(performance.now() - start);
	}
	return median(taken);
}
