// `huntmark fields`: what a source holds.
import type { Command } from "commander";
import { vocabularyFor } from "../../config/vocabulary.ts";
import type { LocatedSource } from "../../runs.ts";
import { readFields } from "../../runs.ts";
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import { configFor } from "../../workspace/configFor.ts";
import type { ServicePorts } from "../../workspace/ports.ts";
import { textOrJson } from "../options.ts";
import { granted } from "../refusal.ts";
import { printableJson } from "../report/printable.ts";
import { showingProgress } from "../report/progress.ts";
import { alignedTable } from "../report/table.ts";
import { sourceFor } from "../sources.ts";
import { uriOf, type WithPorts } from "../world.ts";

interface FieldsOptions {
	readonly data?: readonly string[];
	readonly source?: string;
	readonly format: string;
}

export function addFields(program: Command, withPorts: WithPorts): void {
	program
		.command("fields")
		.description("list the fields of telemetry: names, types, how full, what they mean")
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json")
		.addOption(textOrJson())
		.action((options: FieldsOptions) => fields(options, withPorts));
}

async function fields(options: FieldsOptions, withPorts: WithPorts): Promise<void> {
	await withPorts(async (ports, signal) => {
		const source = await sourceFor(ports, null, options);
		const vocabulary = vocabularyFor((await configFor(ports, uriOf("huntmark.json"))).config, null);
		const catalog = granted(await showingProgress((onProgress) => readFields(ports, source, { signal, onProgress })));
		const values = await firstValues(ports, source, catalog, signal);
		const rows = catalog.fields.map(({ name, type, filled }) => ({
			name,
			type,
			filled,
			values: [...(values.get(name) ?? [])],
			concept: vocabulary.meaningsOf(name)[0]?.field.concept ?? null,
		}));
		if (options.format === "json") return console.log(printableJson({ fields: rows }));
		const share = (filled: number) => `${((100 * filled) / Math.max(catalog.events, 1)).toFixed(1)} %`;
		const lines = rows.map((row) => [row.name, row.type, share(row.filled), row.concept ?? "", row.values.join(", ")]);
		console.log(alignedTable(["FIELD", "TYPE", "FILLED", "CONCEPT", "VALUES"], lines, process.stdout.columns ?? 160));
	});
}

const sampledEvents = 200;
const shownValues = 5;

/** Up to five different values of each field, in the order in which the first 200 events hold them. */
async function firstValues(
	ports: ServicePorts,
	source: LocatedSource,
	{ fields }: FieldCatalog,
	signal: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const leaves = fields.filter(({ type }) => type !== "object");
	const plan = {
		queries: [{ kind: "all" } as const],
		columns: leaves.map((field) => ({ name: field.name, fields: [field] })),
	};
	const handle = granted(await ports.engine.run(plan, source, { signal }));
	const { rows } = granted(await handle.page(0, sampledEvents));
	const values = new Map(leaves.map(({ name }) => [name, new Set<string>()]));
	for (const { cells } of rows) {
		for (const [index, { name }] of leaves.entries()) {
			const seen = values.get(name);
			const cell = cells[index];
			if (seen && seen.size < shownValues && cell != null) seen.add(cell);
		}
	}
	await handle.close();
	return values;
}
