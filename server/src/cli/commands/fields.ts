// `huntmark fields`: what a source holds.
import type { Command } from "commander";
import { refuse } from "../../base/refusal.ts";
import { meaningsOf } from "../../taxonomies/lookup.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { printable } from "../report/printable.ts";
import { progressLine } from "../report/progress.ts";
import { alignedTable } from "../report/table.ts";
import { sourceFor, withPorts } from "../world.ts";

interface FieldsOptions {
	readonly data?: readonly string[];
	readonly source?: string;
	readonly format: string;
}

export function addFields(program: Command): void {
	program
		.command("fields")
		.description("list the fields of telemetry: names, types, how full, what they mean")
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json")
		.option("--format <format>", "text or json", "text")
		.action(fields);
}

async function fields(options: FieldsOptions): Promise<void> {
	if (!["text", "json"].includes(options.format)) {
		throw new CliRefusal(refuse("bad-input", `There is no format ${options.format}.`, "Use --format text or json."));
	}
	await withPorts(async (ports, signal) => {
		const source = await sourceFor(ports, null, options);
		const catalog = granted(await ports.engine.catalog(source, { signal, onProgress: progressLine() }));
		const rows = catalog.fields.map(({ name, type, filled, values }) => ({
			name,
			type,
			filled,
			values,
			concept: meaningsOf(name)[0]?.field.concept ?? null,
		}));
		if (options.format === "json") return console.log(JSON.stringify({ fields: rows }, null, 2));
		const share = (filled: number) => `${((100 * filled) / Math.max(catalog.events, 1)).toFixed(1)} %`;
		const lines = rows.map((row) => [
			row.name,
			row.type,
			share(row.filled),
			row.concept ?? "",
			row.values.map(printable).join(", "),
		]);
		console.log(alignedTable(["FIELD", "TYPE", "FILLED", "CONCEPT", "VALUES"], lines, process.stdout.columns ?? 160));
	});
}
