// Which fields of the chosen source a name stands for, and how full they are.
import { fieldIndex } from "../../plan/fieldIndex.ts";
import { type Condition, resolveField } from "../../plan/resolveField.ts";
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";

export interface SourceField {
	/** Its name in the source. */
	readonly name: string;
	/** Events in which it has a value; `null`: it is an object, of which nobody counts. */
	readonly filled: number | null;
	readonly conditions: readonly Condition[];
}

/** Every field of the source that a run would ask for this name; empty where it has none. */
export function sourceFields(name: string, catalog: FieldCatalog, vocabulary: Vocabulary): readonly SourceField[] {
	const counts = filledByName(catalog);
	return resolveField(fieldIndex(catalog, vocabulary), name).alternatives.map(({ field, conditions }) => ({
		name: field.name,
		filled: counts.get(field.name) ?? null,
		conditions,
	}));
}

/** The names under which a run asks for this name, and those of the same thing that it leaves out, each once. */
export function namesInSource(
	name: string,
	catalog: FieldCatalog,
	vocabulary: Vocabulary,
): { readonly used: readonly string[]; readonly siblings: readonly string[] } {
	const { alternatives, siblings } = resolveField(fieldIndex(catalog, vocabulary), name);
	return { used: [...new Set(alternatives.map(({ field }) => field.name))], siblings };
}

const filled = new WeakMap<FieldCatalog, ReadonlyMap<string, number>>();

function filledByName(catalog: FieldCatalog): ReadonlyMap<string, number> {
	const known = filled.get(catalog) ?? new Map(catalog.fields.map((field) => [field.name, field.filled]));
	filled.set(catalog, known);
	return known;
}
