// What the checks of queries are told about field names: what the taxonomies know, and how the chosen source holds it.
import type { Fields, Presence } from "../lint/reading/fields.ts";
import { fieldIndex } from "../plan/fieldIndex.ts";
import { resolveField } from "../plan/resolveField.ts";
import type { CatalogField, FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";

const known = new WeakMap<Vocabulary, WeakMap<FieldCatalog | typeof noCatalog, Fields>>();
const noCatalog = {};

/** The same catalog and vocabulary give the same answer. */
export function fieldsOf(catalog: FieldCatalog | null, vocabulary: Vocabulary): Fields {
	const ofVocabulary = known.get(vocabulary) ?? new WeakMap();
	known.set(vocabulary, ofVocabulary);
	const fields =
		ofVocabulary.get(catalog ?? noCatalog) ?? (catalog ? inSource(catalog, vocabulary) : noSource(vocabulary));
	ofVocabulary.set(catalog ?? noCatalog, fields);
	return fields;
}

function noSource(vocabulary: Vocabulary): Fields {
	return { vocabulary, catalog: null, presence: () => null };
}

function inSource(catalog: FieldCatalog, vocabulary: Vocabulary): Fields {
	const byName = new Map<string, CatalogField>(catalog.fields.map((field) => [field.name, field]));
	const asked = new Map<string, Presence>();
	return {
		vocabulary,
		catalog,
		presence(name) {
			const presence = asked.get(name) ?? find(name);
			asked.set(name, presence);
			return presence;
		},
	};

	function find(name: string): Presence {
		const { kind, alternatives, readAs = null } = resolveField(fieldIndex(catalog, vocabulary), name);
		const fields = alternatives.map(({ field }) => byName.get(field.name));
		return {
			kind,
			// An object is counted by nobody, but it is there.
			filled: Math.max(0, ...fields.map((field) => field?.filled ?? catalog.events)),
			readAs,
			caseSensitive: fields.some((field) => field?.caseSensitive === true),
		};
	}
}
