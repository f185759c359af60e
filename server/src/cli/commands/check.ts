// `huntmark check`: lints hunts.
import type { Command } from "commander";
import type { Problem } from "../../base/problem.ts";
import { fixAll } from "../../workspace/fixAll.ts";
import { parseCount, textOrJson } from "../options.ts";
import { counted } from "../report/counted.ts";
import { printableJson } from "../report/printable.ts";
import { problemLines } from "../report/problems.ts";
import { rewrite } from "../rewrite.ts";
import { readHunts } from "../world.ts";

interface CheckOptions {
	readonly fix?: true;
	readonly format: string;
	readonly maxWarnings?: number;
}

export function addCheck(program: Command): void {
	program
		.command("check")
		.description("lint hunts; exits with 1 if there is an error or a warning")
		.argument("[paths...]", "hunts, or folders of hunts", ["."])
		.option("--fix", "repair what can be repaired, in the files")
		.addOption(textOrJson())
		.option("--max-warnings <number>", "so many warnings are no finding", parseCount)
		.action(check);
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
	const reports: { readonly path: string; readonly problems: readonly Problem[] }[] = [];
	const lines: string[] = [];
	for (const { path, analysis: read } of await readHunts(paths)) {
		const analysis = options.fix ? fixAll(read) : read;
		if (analysis.text !== read.text) await rewrite(path, read.text, analysis.text);
		reports.push({ path, problems: analysis.problems });
		lines.push(...problemLines(path, analysis));
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
	if (count("error") > 0 || count("warning") > (options.maxWarnings ?? 0)) process.exitCode = 1;
}
