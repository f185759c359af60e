// `huntmark fmt`: lays out the queries of hunts.
import type { Command } from "commander";
import { formatDocument } from "../../workspace/formatDocument.ts";
import { readHunts } from "../hunts.ts";
import { orRefused } from "../refusal.ts";
import { counted } from "../report/counted.ts";
import { printable } from "../report/printable.ts";
import { rewrite } from "../rewrite.ts";

interface FmtOptions {
	readonly check?: true;
}

export function addFmt(program: Command): void {
	program
		.command("fmt")
		.description("lay out the queries of hunts, and nothing else in them")
		.argument("[paths...]", "hunts, or folders of hunts", ["."])
		.option("--check", "change nothing; list the files that would change, and exit with 1 if there are any")
		.action(fmt);
}

async function fmt(paths: readonly string[], options: FmtOptions): Promise<void> {
	const hunts = await readHunts(paths, orRefused);
	if (hunts.length === 0) return;
	let changed = 0;
	for (const { path, analysis } of hunts) {
		const formatted = formatDocument(analysis);
		if (formatted === analysis.text) continue;
		if (!options.check && !(await orRefused(() => rewrite(path, analysis.text, formatted)))) continue;
		changed++;
		console.log(printable(path));
	}
	console.log(`${counted(hunts.length, "hunt")}, ${changed} ${options.check ? "to format" : "formatted"}`);
	if ((options.check && changed > 0) || hunts.some(({ found }) => found.problems.length > 0)) process.exitCode ??= 1;
}
