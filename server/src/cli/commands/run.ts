// `huntmark run HUNT…`: runs the analytics of hunts.
import type { Command } from "commander";
import { isRefusal, type Refusal, refuse } from "../../base/refusal.ts";
import type { Analytic } from "../../document/hunt.ts";
import type { RunTarget } from "../../protocol/requests.ts";
import { runAll } from "../../runs.ts";
import { listed, runRequests, type TargetRequest } from "../../workspace/targets.ts";
import { type HuntFile, readHunts } from "../hunts.ts";
import { parseCount } from "../options.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { showingProgress } from "../report/progress.ts";
import { addOutputOptions, type OutputOptions, type RunsOfHunt, writeRuns } from "../report/runs.ts";
import { sourceFor } from "../sources.ts";
import type { WithPorts } from "../world.ts";

interface RunOptions extends OutputOptions {
	readonly analytic?: string;
	readonly query?: number;
	readonly data?: readonly string[];
	readonly source?: string;
}

export function addRun(program: Command, withPorts: WithPorts): void {
	const command = program
		.command("run")
		.description("run hunts on telemetry and print the events that each query finds")
		.argument("<hunt...>", "hunts, or folders of hunts")
		.option("--analytic <number or title>", "only this analytic")
		.option("--query <number>", "only this query of the analytic, from 1", parseCount)
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json");
	addOutputOptions(command).action((paths: readonly string[], options: RunOptions) => run(paths, options, withPorts));
}

async function run(paths: readonly string[], options: RunOptions, withPorts: WithPorts): Promise<void> {
	const hunts = await readHunts(paths);
	// All are looked at before the first one runs: a mistake in the last must not cost the work of the others.
	const planned = hunts.map((hunt) => ({ hunt, requests: requestsOf(hunt, options) }));
	await withPorts(async (ports, signal) => {
		const sourced = [];
		for (const each of planned) sourced.push({ ...each, source: await sourceFor(ports, each.hunt.path, options) });
		const answers: RunsOfHunt[] = [];
		for (const { hunt, requests, source } of sourced) {
			const runs = granted(
				await showingProgress((onProgress) => runAll(ports, requests, source, { signal, onProgress })),
			);
			answers.push({ hunt: hunt.path, runs });
		}
		await writeRuns(answers, options, signal);
	});
}

/** @throws CliRefusal, which names the hunt */
function requestsOf(hunt: HuntFile, options: RunOptions): readonly TargetRequest[] {
	const target = targetOf(hunt, options);
	const requests = isRefusal(target) ? target : runRequests(hunt.analysis, target);
	if (isRefusal(requests)) throw new CliRefusal({ ...requests, detail: `${hunt.path}: ${requests.detail}` });
	return requests;
}

function targetOf({ analysis }: HuntFile, { analytic, query }: RunOptions): RunTarget | Refusal {
	const analytics = analysis.hunt?.analytics ?? [];
	if (analytics.length === 0 || (analytic === undefined && query === undefined)) return { kind: "hunt" };
	if (analytic === undefined && analytics.length > 1) {
		return refuse("bad-input", "--query needs --analytic here.", `Choose one of ${listed(analytics)}.`);
	}
	const index = analytic === undefined ? 0 : analytics.findIndex((each) => isNamed(each, analytic));
	if (index < 0) return refuse("not-found", `There is no analytic ${analytic}.`, `There is ${listed(analytics)}.`);
	return query === undefined ? { kind: "analytic", index } : { kind: "query", analytic: index, index: query - 1 };
}

function isNamed({ number, title }: Analytic, name: string): boolean {
	return String(number) === name || title?.text.toLowerCase() === name.toLowerCase();
}
