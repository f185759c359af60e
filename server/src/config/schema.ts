// What `huntmark.json` may say, described once: its type, how it is read and its JSON Schema come from here.
import * as v from "valibot";
import { dialectNames } from "../base/dialect.ts";
import { fieldTypes } from "../base/fieldType.ts";
import { taxonomies } from "../taxonomies/registry.ts";

/** The name of the taxonomy that is all of them. */
export const anyTaxonomy = "auto";

export const severityNames = ["error", "warning", "info", "hint", "off"] as const;

/**
 * Where a message would say what may stand in a place instead (one of several names, a key of an object), it is these names,
 * separated by blanks; `mistakes.ts` makes a sentence of them.
 */
function oneOf<const Names extends readonly string[]>(names: Names) {
	return v.picklist(names, names.join(" "));
}

function object<const Entries extends v.ObjectEntries>(entries: Entries) {
	return noList(v.strictObject(entries, Object.keys(entries).join(" ")));
}

function record<const Value extends v.GenericSchema>(value: Value) {
	return noList(v.record(v.string(), value));
}

/** The library takes a list for an object with numbers as keys. */
function noList<const Schema extends v.GenericSchema>(schema: Schema): Schema {
	return {
		...schema,
		"~run": (dataset: { value: unknown }, config: v.Config<v.BaseIssue<unknown>>) =>
			schema["~run"](Array.isArray(dataset.value) ? { value: null } : dataset, config),
	};
}

/** A key that may be missing, and what it says. */
function optional<const Schema extends v.GenericSchema>(schema: Schema, description: string) {
	return v.exactOptional(v.pipe(schema, v.description(description)));
}

const text = v.string();
const name = v.pipe(text, v.nonEmpty("must not be empty"));
const texts = v.pipe(v.array(name), v.minLength(1, "must not be empty"));

const source = v.pipe(
	object({
		files: optional(texts, "Paths, folders and patterns of NDJSON files, relative to this file."),
		time: optional(name, "The field that holds an event's time."),
		taxonomy: optional(name, "Whose names the fields of a cluster have."),
		opensearch: optional(name, "The address of a cluster. Clusters are not searched yet."),
		index: optional(name, "The index or pattern of indices in the cluster."),
		console: optional(name, "The address that opens a query in the cluster's own console."),
	}),
	v.check(({ files, opensearch }) => files !== undefined || opensearch !== undefined, 'needs "files": a list of paths'),
);

const field = object({
	name: v.pipe(name, v.description("As queries write it.")),
	type: v.pipe(oneOf(fieldTypes), v.description("How its values are compared.")),
	description: optional(text, "What it holds, in a sentence: hover and completion show it."),
	example: optional(text, "A value."),
	concept: optional(
		name,
		"What it is in every taxonomy's words, such as image_path: a query that names one field of a concept finds all.",
	),
	values: optional(record(text), "Values that it has, and what each means."),
	complete: optional(v.boolean(), "Whether it never has another value than these."),
});

const taxonomy = object({
	id: v.pipe(name, v.description("How front matter and this file name it.")),
	title: optional(name, "How it is shown."),
	source: optional(text, "Where it is documented."),
	prefixes: optional(v.array(name), "Prefixes under which events may hold the same names, such as event_data."),
	fields: v.pipe(v.array(field), v.description("Its names.")),
});

const technique = object({
	id: v.pipe(name, v.description("As hunts cite it, such as X0001.")),
	name: v.pipe(name, v.description("What it is called.")),
	tactics: optional(v.array(name), "Ids or names of the tactics that it serves."),
});

const operators = ["AND", "OR", "and", "or"] as const;

export const configSchema = object({
	$schema: optional(text, "The JSON Schema of this file, for editors that do not know it."),
	sources: optional(record(source), "Telemetry to run hunts on, each under a name."),
	defaultSource: optional(name, "The source that is used where none is chosen. A single one is it anyway."),
	dialect: optional(oneOf(dialectNames), "How queries are written where the hunt does not say it."),
	defaultOperator: optional(oneOf(operators), "What two clauses side by side mean in the dialect lucene."),
	es: optional(v.boolean(), "Whether lucene is read as Elasticsearch and OpenSearch do."),
	rules: optional(record(oneOf(severityNames)), "How serious a rule's problems are, by its id."),
	hunts: optional(v.array(name), "Patterns of the Markdown files that are hunts whatever is in them."),
	taxonomy: optional(
		// With its names apart, so that editors offer them; a taxonomy of this file has another.
		v.union([v.picklist([anyTaxonomy, ...taxonomies.map(({ id }) => id)]), name]),
		"Whose names queries use where the hunt does not say it; auto: any taxonomy's.",
	),
	fields: optional(v.array(field), "Fields that no taxonomy knows, or that are otherwise in this telemetry."),
	taxonomies: optional(v.array(taxonomy), "Further taxonomies."),
	techniques: optional(v.array(technique), "Techniques that ATT&CK does not have."),
	reviewAfter: optional(
		v.pipe(text, v.regex(/^\d{1,5}[dwmy]$/, 'must be a number of days, weeks, months or years: "180d"')),
		"How long the review of an existing detection holds: 180d, 26w, 6m or 1y.",
	),
	exclusions: optional(name, "A Markdown file whose Exclusions table holds for every hunt, relative to this file."),
});

/** The file as it is written. */
export type ConfigText = v.InferOutput<typeof configSchema>;
/** A field that the user adds. */
export type CustomField = v.InferOutput<typeof field>;
/** A taxonomy that the user adds. */
export type CustomTaxonomy = v.InferOutput<typeof taxonomy>;
