// `huntmark fields [NAME]`: what a source holds, what a name is called elsewhere, which taxonomies there are.
import type { Command } from "commander";
import { refuse } from "../../base/refusal.ts";
import { vocabularyFor } from "../../config/vocabulary.ts";
import type { LocatedSource } from "../../runs.ts";
import { readFields } from "../../runs.ts";
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import { nearestNames } from "../../taxonomies/lookup.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";
import { configFor } from "../../workspace/configFor.ts";
import type { ServicePorts } from "../../workspace/ports.ts";
import { textOrJson } from "../options.ts";
import { CliRefusal, granted } from "../refusal.ts";
import { printableJson } from "../report/printable.ts";
import { showingProgress } from "../report/progress.ts";
import { alignedTable } from "../report/table.ts";
import { conceptsOf, conceptsText, taxonomiesText } from "../report/vocabulary.ts";
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
		.description(
			"list the fields of telemetry: names, types, how full, what they mean; without telemetry the taxonomies; with a name what the same thing is called in each of them",
		)
		.argument("[name]", "a concept, such as image_path, or a field's name in some taxonomy")
		.option("--data <path...>", "telemetry: files, folders or patterns of NDJSON")
		.option("--source <name>", "telemetry: a source of huntmark.json")
		.addOption(textOrJson())
		.action((name: string | undefined, options: FieldsOptions) => fields(name, options, withPorts));
}

async function fields(name: string | undefined, options: FieldsOptions, withPorts: WithPorts): Promise<void> {
	await withPorts(async (ports, signal) => {
		const { config } = await configFor(ports, uriOf("huntmark.json"));
		const vocabulary = vocabularyFor(config, null);
		const named = options.data ?? options.source;
		if (name !== undefined) return printConcepts(name, named !== undefined, vocabulary, options);
		if (named === undefined && config.defaultSource === null) return printTaxonomies(vocabulary, options);
		const source = await sourceFor(ports, null, options);
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
		console.log(alignedTable(["FIELD", "TYPE", "FILLED", "CONCEPT", "VALUES"], lines, terminalWidth()));
	});
}

/** @throws CliRefusal where nothing knows the name, or telemetry is named too */
function printConcepts(name: string, hasSource: boolean, vocabulary: Vocabulary, { format }: FieldsOptions): void {
	if (hasSource)
		throw new CliRefusal(refuse("bad-input", "A name is looked up without telemetry.", "Leave one of them out."));
	const concepts = conceptsOf(name, vocabulary);
	if (concepts.length === 0) {
		const known = vocabulary.taxonomies.flatMap(({ fields }) => fields.map(({ concept }) => concept));
		const near = nearestNames(name, [...new Set([...known, ...vocabulary.names])], 3);
		const remedy = near.length > 0 ? `Did you mean ${near.join(", ")}?` : "Run huntmark fields for the taxonomies.";
		throw new CliRefusal(refuse("not-found", `No taxonomy knows ${name}.`, remedy));
	}
	console.log(format === "json" ? printableJson({ concepts }) : conceptsText(concepts, terminalWidth()));
}

function printTaxonomies(vocabulary: Vocabulary, { format }: FieldsOptions): void {
	if (format === "json") {
		const taxonomies = vocabulary.taxonomies.map(({ id, aliases = [], title, version, source, prefixes }) => ({
			...{ id, aliases, title, version, source, prefixes },
		}));
		return console.log(printableJson({ taxonomies }));
	}
	console.log(taxonomiesText(vocabulary, terminalWidth()));
	console.log(
		"\nName a field or a concept for what it is called in each, or telemetry with --data PATH for what it holds.",
	);
}

function terminalWidth(): number {
	return process.stdout.columns ?? 160;
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
