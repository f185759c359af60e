// The names that a hunt may write, and what they mean: of all taxonomies, or of the one that it is written in.
import type { Taxonomy, TaxonomyField } from "./defineTaxonomy.ts";
import { taxonomies } from "./registry.ts";

/** One meaning of a name, and the taxonomy that gives it. */
export interface Meaning {
	readonly taxonomy: Taxonomy;
	readonly field: TaxonomyField;
}

/** Immutable, and built once for all who use the same taxonomies: whatever is worked out from it may be kept by it. */
export interface Vocabulary {
	/** All that there are; the same array for the same vocabulary. */
	readonly taxonomies: readonly Taxonomy[];
	/** The one that the names are from; `null`: any of them. */
	readonly chosen: Taxonomy | null;
	/** All names that may be written, without prefixes, each once: those that are described first. */
	readonly names: readonly string[];
	/**
	 * What a name means: exact case first, else whatever differs only in case; a known prefix (`winlog.event_data.`) before
	 * a taxonomy's name changes nothing. Several entries where taxonomies share the name, or conditions tell its meanings
	 * apart; those that are not `preferred` only where there is no other. Empty: nothing knows it.
	 */
	meaningsOf(name: string): readonly Meaning[];
	/** Every name of a concept, in the taxonomies' order. Empty: no such concept. */
	namesOf(concept: string): readonly Meaning[];
	/** Of several meanings of one name those that count: of the user's own fields, else of the chosen taxonomy, else all. */
	preferred(meanings: readonly Meaning[]): readonly Meaning[];
	/** Whether the name, in any case, may be written: any taxonomy knows it, or the chosen one or the user's own fields do. */
	speaks(name: string): boolean;
}

/** `own`: what the user adds to every taxonomy; `chosen`: one of `taxonomies`. */
export function vocabularyOf(
	standard: readonly Taxonomy[],
	own: Taxonomy | null = null,
	chosen: Taxonomy | null = null,
): Vocabulary {
	const all = own ? [...standard, own] : standard;
	const byName = new Map<string, Meaning[]>();
	const byLowerName = new Map<string, Meaning[]>();
	const byConcept = new Map<string, Meaning[]>();
	const described = new Set<string>();
	let names: readonly string[] | null = null;
	for (const taxonomy of all) {
		for (const field of taxonomy.fields) {
			const meaning = { taxonomy, field };
			if (isSpoken(taxonomy)) described.add(field.name);
			append(byConcept, field.concept, meaning);
			for (const prefix of ["", ...taxonomy.prefixes]) {
				append(byName, prefix + field.name, meaning);
				append(byLowerName, (prefix + field.name).toLowerCase(), meaning);
			}
		}
	}
	for (const byWritten of [byName, byLowerName])
		if (own || chosen) for (const [name, meanings] of byWritten) byWritten.set(name, preferred(meanings) as Meaning[]);
	const meaningsOf = (name: string) => byName.get(name) ?? byLowerName.get(name.toLowerCase()) ?? undescribed(name);
	return {
		taxonomies: all,
		chosen,
		get names() {
			names ??= [...new Set([...described, ...all.filter(isSpoken).flatMap(namesOfOthers)])];
			return names;
		},
		meaningsOf,
		namesOf: (concept) => byConcept.get(concept) ?? [],
		preferred,
		speaks: (name) =>
			(byLowerName.get(name.toLowerCase()) ?? undescribed(name)).some(({ taxonomy }) => isSpoken(taxonomy)),
	};

	/** A name of which only the type is known; it is like no other. */
	function undescribed(name: string): readonly Meaning[] {
		return all.flatMap((taxonomy) => {
			const type = taxonomy.others?.().get(name);
			if (type === undefined) return [];
			return { taxonomy, field: { name, type, description: "", example: "", concept: `${taxonomy.id}:${name}` } };
		});
	}

	function preferred(meanings: readonly Meaning[]): readonly Meaning[] {
		if (meanings.length < 2 || !(own || chosen)) return meanings;
		for (const first of [own, chosen]) {
			const from = first ? meanings.filter(({ taxonomy }) => taxonomy === first) : [];
			if (from.length > 0) return from;
		}
		return meanings;
	}

	function isSpoken(taxonomy: Taxonomy): boolean {
		return chosen === null || taxonomy === chosen || taxonomy === own;
	}
}

function namesOfOthers({ others }: Taxonomy): readonly string[] {
	return others ? [...others().keys()] : [];
}

function append(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [meaning]);
	else list.push(meaning);
}

/** Of the taxonomies that Huntmark knows, none of them chosen. */
export const standardVocabulary: Vocabulary = vocabularyOf(taxonomies);
