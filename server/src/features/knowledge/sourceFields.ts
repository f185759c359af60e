// Which fields of the chosen source a name stands for, and how full they are.
import { fieldIndex } from "../../plan/fieldIndex.ts";
import { type Condition, resolveField } from "../../plan/resolveField.ts";
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import { taxonomies } from "../../taxonomies/registry.ts";

export interface SourceField {
	/** Its name in the source. */
	readonly name: string;
	/** Events in which it has a value; `null`: it is an object, of which nobody counts. */
	readonly filled: number | null;
	readonly conditions: readonly Condition[];
}

/** Every field of the source that a run would ask for this name; empty where it has none. */
export function sourceFields(name: string, catalog: FieldCatalog): readonly SourceField[] {
	const counts = filledByName(catalog);
	return resolveField(fieldIndex(catalog, taxonomies), name).alternatives.map(({ field, conditions }) => ({
		name: field.name,
		filled: counts.get(field.name) ?? null,
		conditions,
	}));
}

const filled = new WeakMap<FieldCatalog, ReadonlyMap<string, number>>();

function filledByName(catalog: FieldCatalog): ReadonlyMap<string, number> {
	const known = filled.get(catalog) ?? new Map(catalog.fields.map((field) => [field.name, field.filled]));
	filled.set(catalog, known);
	return known;
}
