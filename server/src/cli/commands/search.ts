// `huntmark search QUERY`: runs one query.
import type { Command } from "commander";
import { runAll } from "../../runs.ts";
import { addDialectOptions } from "../dialect.ts";
import { addQueryArgument, type QueryOptions, requireQuery } from "../query.ts";
import { granted } from "../refusal.ts";
import { showingProgress } from "../report/progress.ts";
import { addOutputOptions, type OutputOptions, writeSearch } from "../report/runs.ts";
import { sourceFor } from "../sources.ts";
import type { WithPorts } from "../world.ts";

interface SearchOptions extends OutputOptions, QueryOptions {
	readonly data?: readonly string[];
	readonly source?: string;
}

export function addSearch(program: Command, withPorts: WithPorts): void {
	const command = program
		.command("search")
		.description("run one query; put -- before a query that begins with a dash")
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json");
	addOutputOptions(addDialectOptions(addQueryArgument(command))).action((query: string, options: SearchOptions) =>
		search(query, options, withPorts),
	);
}

async function search(query: string, options: SearchOptions, withPorts: WithPorts): Promise<void> {
	const { expr, vocabulary } = await requireQuery(query, options);
	await withPorts(async (ports, signal) => {
		const source = await sourceFor(ports, null, options);
		const request = { analytic: null, queries: [{ text: query, expr }], vocabulary };
		const answer = await showingProgress((onProgress) => runAll(ports, [request], source, { signal, onProgress }));
		const [finished] = granted(answer);
		if (finished) await writeSearch(finished, options, signal);
	});
}
