// `huntmark check`: lints hunts.
import type { Command } from "commander";
import type { Problem } from "../../base/problem.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { changesMeaning, fixAll } from "../../workspace/fixAll.ts";
import { readHunts } from "../hunts.ts";
import { parseCount, textOrJson } from "../options.ts";
import { orRefused } from "../refusal.ts";
import { counted } from "../report/counted.ts";
import { printable, printableJson } from "../report/printable.ts";
import { problemLines } from "../report/problems.ts";
import { rewrite } from "../rewrite.ts";
import { withOwnSources } from "../sources.ts";
import type { WithPorts } from "../world.ts";

interface CheckOptions {
	readonly fix?: true;
	readonly format: string;
	readonly maxWarnings?: number;
}

export function addCheck(program: Command, withPorts: WithPorts): void {
	program
		.command("check")
		.description("lint hunts; exits with 1 if there is an error or a warning")
		.argument("[paths...]", "hunts, or folders of hunts", ["."])
		.option("--fix", "repair what can be repaired, in the files")
		.addOption(textOrJson())
		.option("--max-warnings <number>", "so many warnings are no finding", parseCount)
		.action((paths: readonly string[], options: CheckOptions) => check(paths, options, withPorts));
}

/** What is said of a hunt; its names are public. */
interface Report {
	readonly path: string;
	readonly problems: readonly Problem[];
	/** With `--fix`. */
	readonly fixed?: Fixed;
}

interface Fixed {
	readonly problems: number;
	/** How many of the fixes change what a query matches. */
	readonly changingMeaning: number;
}

async function check(paths: readonly string[], options: CheckOptions, withPorts: WithPorts): Promise<void> {
	const hunts = await withOwnSources(await readHunts(paths, orRefused), withPorts);
	if (hunts.length === 0) return;
	const reports: Report[] = [];
	const lines: string[] = [];
	for (const { path, analysis: read } of hunts) {
		if (read.hunt?.analytics.every(({ queries }) => queries.length === 0)) noteNoQuery(path);
		const { analysis, ...fixed } = (options.fix && (await orRefused(() => fix(path, read)))) || { analysis: read };
		reports.push({ path, problems: analysis.problems, ...fixed });
		lines.push(...fixedLines(path, fixed), ...problemLines(path, analysis));
	}
	const problems = reports.flatMap((report) => report.problems);
	const count = (severity: Problem["severity"]) => problems.filter((problem) => problem.severity === severity).length;
	if (options.format === "json") console.log(printableJson({ hunts: reports }));
	else
		console.log(
			[
				...lines,
				[counted(reports.length, "hunt"), counted(count("error"), "error"), counted(count("warning"), "warning")].join(
					", ",
				),
			].join("\n"),
		);
	const isFound = count("error") > 0 || count("warning") > (options.maxWarnings ?? 0);
	if (isFound || hunts.some(({ found }) => found.problems.length > 0)) process.exitCode ??= 1;
}

/** Fixes the hunt in its file. */
async function fix(path: string, read: Analysis): Promise<{ readonly analysis: Analysis; readonly fixed: Fixed }> {
	const { analysis, fixed } = fixAll(read);
	if (analysis.text !== read.text) await rewrite(path, read.text, analysis.text);
	return { analysis, fixed: { problems: fixed.length, changingMeaning: fixed.filter(changesMeaning).length } };
}

function fixedLines(path: string, { fixed }: Pick<Report, "fixed">): readonly string[] {
	if (!fixed || fixed.problems === 0) return [];
	const { problems, changingMeaning } = fixed;
	const changes = changingMeaning > 0 ? ` (${changingMeaning} of the fixes changing what a query matches)` : "";
	return [`${printable(path)}: ${counted(problems, "problem")} fixed${changes}`];
}

function noteNoQuery(path: string): void {
	console.error(
		`note: ${printable(path)} has no query: one stands in backticks alone on its line, or in a fence, under an analytic.`,
	);
}
