// What rules may ask about field names.
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";

/**
 * What is known of the fields that a query may name: of the chosen source, if there is one, and of the taxonomies. The same
 * knowledge is the same object, so that what is worked out from it may be kept by it.
 */
export interface Fields {
	readonly vocabulary: Vocabulary;
	/** What the chosen source holds; `null` where none was looked at. */
	readonly catalog: FieldCatalog | null;
	/** How the source holds what a name means; `null` without a source. */
	presence(name: string): Presence | null;
}

export interface Presence {
	/** `absent`: a taxonomy knows the name, the source has no name for it; `unknown`: nobody knows it. */
	readonly kind: "found" | "absent" | "unknown";
	/** Events in which the fullest of its fields has a value. */
	readonly filled: number;
	/** The name that it is read as, where that differs from the written one in case. */
	readonly readAs: string | null;
	/** Whether the source compares its values by case. */
	readonly caseSensitive: boolean;
}
