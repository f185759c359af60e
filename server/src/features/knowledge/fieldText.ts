// What is known of a field, in Markdown: its meanings, its names elsewhere, how full it is in the source.

import { code } from "../../explain/code.ts";
import type { TaxonomyField, When } from "../../taxonomies/defineTaxonomy.ts";
import type { Meaning, Vocabulary } from "../../taxonomies/vocabulary.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { type SourceField, sourceFields } from "./sourceFields.ts";

/** `null`: neither a taxonomy nor the source knows the name. */
export function fieldText(
	name: string,
	{ catalog, vocabulary }: Pick<Analysis, "catalog" | "vocabulary">,
): string | null {
	if (name === "_exists_") return `**${escaped(name)}**: the field named after the colon is there.`;
	const wild = /[*?]/.test(name);
	const meanings = wild ? [] : vocabulary.meaningsOf(name);
	const inSource = catalog ? sourceFields(name, catalog, vocabulary) : [];
	if (meanings.length === 0 && inSource.length === 0 && !wild) return null;
	const parts = [`**${escaped(name)}**`];
	if (wild) parts.push("Any field whose name matches; `*` is any run of characters, `?` exactly one.");
	parts.push(...meanings.map(meaningText), ...otherNames(meanings, vocabulary));
	if (catalog) parts.push(sourceText(inSource, catalog.events));
	return parts.join("\n\n");
}

/** An underscore between letters means nothing to Markdown. */
function escaped(name: string): string {
	return name.replace(/[\\`*[\]<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&");
}

function meaningText({ taxonomy, field }: Meaning): string {
	const where = field.when ? ` where ${whenText(field.when)}` : "";
	const source = field.description && (field.source ?? taxonomy.source);
	const link = source && `[Documentation](${source})`;
	const said = [field.description, exampleText(field), valuesText(field), link].filter(Boolean).join(" ");
	return `*${field.type}* in ${taxonomy.title}${where}${said && `: ${said}`}`;
}

/** Fields of `huntmark.json` may have none. */
function exampleText({ example }: TaxonomyField): string {
	return example && `Example: ${code(example)}`;
}

/** The first values that the vendor documents; all where there are no others. */
function valuesText({ values, complete }: TaxonomyField): string {
	if (!values) return "";
	const all = Object.entries(values).map(([value, meaning]) => `${code(value)} (${meaning})`);
	const listed = complete ? all : all.slice(0, mostListed);
	const more = all.length > listed.length ? ` and ${all.length - listed.length} more` : "";
	return `${complete ? "Always one of" : "Known values:"} ${listed.join(", ")}${more}.`;
}

/** Names of the same concepts in the taxonomies that do not have this name. */
function otherNames(meanings: readonly Meaning[], { namesOf }: Vocabulary): readonly string[] {
	const own = new Set(meanings.map(({ taxonomy }) => taxonomy));
	const concepts = new Set(meanings.map(({ field }) => field.concept));
	const byTaxonomy = new Map<string, Set<string>>();
	for (const { taxonomy, field } of [...concepts].flatMap(namesOf)) {
		if (own.has(taxonomy)) continue;
		const names = byTaxonomy.get(taxonomy.title) ?? new Set();
		byTaxonomy.set(taxonomy.title, names.add(code(field.name) + (field.when ? ` (${whenText(field.when)})` : "")));
	}
	return [...byTaxonomy].map(([title, names]) => `${title}: ${[...names].join(", ")}`);
}

function sourceText(fields: readonly SourceField[], events: number): string {
	if (fields.length === 0) return "The source has no such field.";
	const listed = fields.slice(0, mostListed).map(({ name, filled, conditions }) => {
		const where = conditions
			.map(({ fields: of, ...rest }) => whenText({ field: of[0]?.name ?? "", ...rest }))
			.join(" and ");
		return `${code(name)}${filled === null ? "" : ` in ${howFull(filled, events)}`}${where && `, asked where ${where}`}`;
	});
	const more = fields.length > listed.length ? ` and ${fields.length - listed.length} more` : "";
	return `In the source: ${listed.join("; ")}${more}.`;
}

/** `12 of 3,000 events (under 1 %)`. */
export function howFull(filled: number, events: number): string {
	const percent = events === 0 ? 0 : (100 * filled) / events;
	const share = filled > 0 && percent < 1 ? "under 1" : String(Math.floor(percent));
	return `${grouped(filled)} of ${grouped(events)} events (${share} %)`;
}

const mostListed = 8;

function grouped(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function whenText({ field, equals, not }: When): string {
	const shown = equals.slice(0, 4);
	const more = equals.length > shown.length ? ` or ${equals.length - shown.length} more` : "";
	return `${code(field)} is ${not ? "not " : ""}${shown.join(", ")}${more}`;
}
