// What the checks of queries are told about field names: what the taxonomies know, and how the chosen source holds it.
import { type Fields, noSource, type Presence } from "../lint/reading/fields.ts";
import { fieldIndex } from "../plan/fieldIndex.ts";
import { resolveField } from "../plan/resolveField.ts";
import type { CatalogField, FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import { taxonomies } from "../taxonomies/registry.ts";

const known = new WeakMap<FieldCatalog, Fields>();

/** The same catalog gives the same answer. */
export function fieldsOf(catalog: FieldCatalog | null): Fields {
	if (!catalog) return noSource;
	const fields = known.get(catalog) ?? inSource(catalog);
	known.set(catalog, fields);
	return fields;
}

function inSource(catalog: FieldCatalog): Fields {
	const byName = new Map<string, CatalogField>(catalog.fields.map((field) => [field.name, field]));
	const asked = new Map<string, Presence>();
	return {
		catalog,
		presence(name) {
			const presence = asked.get(name) ?? find(name);
			asked.set(name, presence);
			return presence;
		},
	};

	function find(name: string): Presence {
		const { kind, alternatives, readAs = null } = resolveField(fieldIndex(catalog, taxonomies), name);
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
