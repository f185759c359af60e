// `huntmark run HUNT…`: runs the analytics of hunts.
import type { Command } from "commander";
import { type Refusal, refuse } from "../../base/refusal.ts";
import type { Analytic } from "../../document/hunt.ts";
import type { RunTarget } from "../../protocol/requests.ts";
import { type FinishedRun, runQueries } from "../../runs.ts";
import { listed, runRequests } from "../../workspace/targets.ts";
import { parseCount } from "../options.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { progressLine } from "../report/progress.ts";
import { addOutputOptions, type OutputOptions, type RunsOfHunt, writeRuns } from "../report/runs.ts";
import { type HuntFile, readHunts, sourceFor, withPorts } from "../world.ts";

interface RunOptions extends OutputOptions {
	readonly analytic?: string;
	readonly query?: number;
	readonly data?: readonly string[];
	readonly source?: string;
}

export function addRun(program: Command): void {
	const command = program
		.command("run")
		.description("run hunts on telemetry and print the events that each query finds")
		.argument("<hunt...>", "hunts, or folders of hunts")
		.option("--analytic <number or title>", "only this analytic")
		.option("--query <number>", "only this query of the analytic, from 1", parseCount)
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json");
	addOutputOptions(command).action(run);
}

async function run(paths: readonly string[], options: RunOptions): Promise<void> {
	const hunts = await readHunts(paths);
	await withPorts(async (ports, signal) => {
		const answers: RunsOfHunt[] = [];
		for (const hunt of hunts) {
			const source = await sourceFor(ports, hunt.path, options);
			const runs: FinishedRun[] = [];
			for (const target of targetsOf(hunt, options)) {
				for (const request of granted(runRequests(hunt.analysis, target))) {
					const onProgress = progressLine();
					runs.push(granted(await runQueries(ports, { ...request, source }, { signal, onProgress })));
				}
			}
			answers.push({ hunt: hunt.path, runs });
		}
		await writeRuns(answers, options, signal);
	});
}

function targetsOf({ path, analysis }: HuntFile, { analytic, query }: RunOptions): readonly RunTarget[] {
	const analytics = analysis.hunt?.analytics ?? [];
	if (analytic === undefined && query === undefined) return [{ kind: "hunt" }];
	const index =
		analytic === undefined && analytics.length === 1 ? 0 : analytics.findIndex((each) => isNamed(each, analytic ?? ""));
	if (index < 0) throw new CliRefusal(noSuchAnalytic(path, analytics, analytic));
	return [query === undefined ? { kind: "analytic", index } : { kind: "query", analytic: index, index: query - 1 }];
}

function isNamed({ number, title }: Analytic, name: string): boolean {
	return String(number) === name || title?.text.toLowerCase() === name.toLowerCase();
}

function noSuchAnalytic(path: string, analytics: readonly Analytic[], name: string | undefined): Refusal {
	if (analytics.length === 0)
		return refuse(
			"bad-input",
			`${path} has no analytics.`,
			"Add a heading such as “Analytic 1 - Title” with a query under it.",
		);
	if (name === undefined)
		return refuse(
			"bad-input",
			"--query needs --analytic, since there are several.",
			`Choose one of ${listed(analytics)}.`,
		);
	return refuse("not-found", `${path} has no analytic ${name}.`, `It has ${listed(analytics)}.`);
}
