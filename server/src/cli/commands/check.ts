// `huntmark check`: lints hunts.
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Problem } from "../../base/problem.ts";
import { refuse } from "../../base/refusal.ts";
import { fixAll } from "../../workspace/fixAll.ts";
import { parseCount } from "../options.ts";
import { CliRefusal } from "../refusal.ts";
import { problemLines } from "../report/problems.ts";
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
		.option("--format <format>", "text or json", "text")
		.option("--max-warnings <number>", "so many warnings are no finding", parseCount)
		.action(check);
}

async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
	if (!["text", "json"].includes(options.format)) {
		throw new CliRefusal(refuse("bad-input", `There is no format ${options.format}.`, "Use --format text or json."));
	}
	const reports: { readonly path: string; readonly problems: readonly Problem[] }[] = [];
	const lines: string[] = [];
	for (const { path, analysis: read } of await readHunts(paths)) {
		const analysis = options.fix ? fixAll(read) : read;
		if (analysis.text !== read.text) await writeFile(path, analysis.text);
		reports.push({ path, problems: analysis.problems });
		lines.push(...problemLines(path, analysis));
	}
	const problems = reports.flatMap((report) => report.problems);
	const count = (severity: Problem["severity"]) => problems.filter((problem) => problem.severity === severity).length;
	if (options.format === "json") console.log(JSON.stringify({ hunts: reports }, null, 2));
	else
		console.log(
			[...lines, `${reports.length} hunts, ${count("error")} errors, ${count("warning")} warnings`].join("\n"),
		);
	if (count("error") > 0 || count("warning") > (options.maxWarnings ?? 0)) process.exitCode = 1;
}
