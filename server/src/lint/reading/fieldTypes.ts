// The types that a field's name may have.
import type { FieldType } from "../../base/fieldType.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";

/** Each type that a taxonomy declares for the name, once; `null` alone where none does, and the query itself shows it. */
export function fieldTypes(name: string | null, { meaningsOf }: Vocabulary): readonly (FieldType | null)[] {
	const meanings = name === null ? [] : meaningsOf(name);
	return meanings.length === 0 ? undeclared : [...new Set(meanings.map(({ field }) => field.type))];
}

const undeclared = [null];
