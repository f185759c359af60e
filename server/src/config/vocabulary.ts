// The names of a hunt: those that its front matter, its `huntmark.json` and the taxonomies know.
import type { Taxonomy, TaxonomyField } from "../taxonomies/defineTaxonomy.ts";
import { taxonomies } from "../taxonomies/registry.ts";
import { standardVocabulary, type Vocabulary, vocabularyOf } from "../taxonomies/vocabulary.ts";
import type { Config } from "./config.ts";
import { anyTaxonomy, type CustomField } from "./schema.ts";

/** How the fields of `huntmark.json` are called where a taxonomy's title would stand. */
const ownTitle = "huntmark.json";

const vocabularies = new WeakMap<Config, Map<string, Vocabulary>>();

/**
 * The names under a configuration, of the taxonomy that the hunt states or else of the configuration's; one that is not
 * known is as if none were named. The same configuration and taxonomy give the same object.
 */
export function vocabularyFor(config: Config, stated: string | null): Vocabulary {
	const id = (stated ?? config.taxonomy).toLowerCase();
	const known = vocabularies.get(config) ?? new Map<string, Vocabulary>();
	vocabularies.set(config, known);
	const vocabulary = known.get(id) ?? build(config, id);
	known.set(id, vocabulary);
	return vocabulary;
}

/** All that front matter or the configuration may name as the taxonomy, ids before other names. */
export function taxonomyIds(config: Config): readonly string[] {
	const all = [...taxonomies, ...config.taxonomies];
	return [anyTaxonomy, ...all.map(({ id }) => id), ...taxonomies.flatMap(({ aliases = [] }) => aliases)];
}

const chosen = new Map<string, Vocabulary>();

function build(config: Config, id: string): Vocabulary {
	const standard = taxonomies.find((each) => each.id === id || each.aliases?.includes(id)) ?? null;
	if (config.fields.size > 0 || config.taxonomies.length > 0) return withOwn(config, id, standard);
	if (!standard) return standardVocabulary;
	// Every configuration that adds nothing shares it.
	const vocabulary = chosen.get(standard.id) ?? vocabularyOf(taxonomies, null, standard);
	chosen.set(standard.id, vocabulary);
	return vocabulary;
}

function withOwn({ fields, taxonomies: added }: Config, id: string, standard: Taxonomy | null): Vocabulary {
	const custom = added.map(({ id, title = id, source = "", prefixes = [], fields }) => ({
		...{ id, title, source, prefixes, version: "" },
		fields: fields.flatMap(fieldsOf),
	}));
	const prefixes = [...new Set(taxonomies.flatMap((each) => each.prefixes))];
	const ownFields = [...fields.values()].flatMap(fieldsOf);
	const own: Taxonomy = {
		id: ownTitle,
		title: ownTitle,
		version: "",
		source: "",
		prefixes,
		fields: ownFields,
	};
	const named = standard ?? custom.find((each) => each.id.toLowerCase() === id) ?? null;
	return vocabularyOf([...taxonomies, ...custom], ownFields.length > 0 ? own : null, named);
}

/**
 * A field that says no concept keeps those that the taxonomies know its name by, each with its condition; otherwise it is
 * like no other.
 */
function fieldsOf({
	concept,
	values,
	complete,
	description = "",
	example = "",
	...field
}: CustomField): readonly TaxonomyField[] {
	const common = { ...field, description, example, ...(values && { values }), ...(complete && { complete }) };
	const known = standardVocabulary.meaningsOf(field.name).filter((each) => each.field.name === field.name);
	if (concept !== undefined || known.length === 0) return [{ ...common, concept: concept ?? `custom.${field.name}` }];
	const distinct = new Map(
		known.map(({ field: { concept, when } }) => [JSON.stringify([concept, when]), { concept, when }]),
	);
	return [...distinct.values()].map(({ concept, when }) => ({ ...common, concept, ...(when && { when }) }));
}
