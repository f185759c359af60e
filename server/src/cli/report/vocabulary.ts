// The taxonomies, and what a thing is called in each of them.
import type { When } from "../../taxonomies/defineTaxonomy.ts";
import type { Meaning, Vocabulary } from "../../taxonomies/vocabulary.ts";
import { alignedTable } from "./table.ts";

/** One name of a concept. */
export interface ConceptName {
	readonly taxonomy: string;
	readonly name: string;
	readonly type: string;
	/** Where the name means this; `null`: everywhere. */
	readonly when: When | null;
	readonly description: string;
	readonly example: string;
	/** Its documentation; empty: it is of `huntmark.json`. */
	readonly source: string;
}

/** A concept and all its names. */
export interface NamedConcept {
	readonly concept: string;
	readonly names: readonly ConceptName[];
}

/** The concept of this name, or else those that a field of this name is in some taxonomy. Empty: nothing knows it. */
export function conceptsOf(name: string, { meaningsOf, namesOf }: Vocabulary): readonly NamedConcept[] {
	const concepts = namesOf(name).length > 0 ? [name] : meaningsOf(name).map(({ field }) => field.concept);
	return [...new Set(concepts)].map((concept) => ({ concept, names: namesOf(concept).map(conceptName) }));
}

/** For people, a table a concept. */
export function conceptsText(concepts: readonly NamedConcept[], width: number): string {
	const head = ["TAXONOMY", "FIELD", "TYPE", "WHERE", "MEANING"];
	return concepts
		.map(({ concept, names }) => {
			const rows = names.map((each) => [
				...[each.taxonomy, each.name, each.type],
				...[each.when ? clause(each.when) : "", each.description],
			]);
			return `${concept}\n\n${alignedTable(head, rows, width)}`;
		})
		.join("\n\n");
}

/** For people, a row a taxonomy. */
export function taxonomiesText({ taxonomies }: Vocabulary, width: number): string {
	const rows = taxonomies.map(({ id, aliases = [], title, version, fields, others, source }) => {
		const names = new Set([...fields.map(({ name }) => name), ...(others?.().keys() ?? [])]);
		return [[id, ...aliases].join(", "), title, version, String(names.size), source];
	});
	return alignedTable(["TAXONOMY", "TITLE", "VERSION", "FIELDS", "DOCUMENTATION"], rows, width);
}

function conceptName({ taxonomy, field }: Meaning): ConceptName {
	const { name, type, when = null, description, example, source = taxonomy.source } = field;
	return { taxonomy: taxonomy.id, name, type, when, description, example, source };
}

/** The condition as a query would say it. */
function clause({ field, equals, not }: When): string {
	const values = equals.length === 1 ? equals.join("") : `(${equals.join(" OR ")})`;
	return `${not ? "-" : ""}${field}:${values}`;
}
