// What a source holds, as plain data: resolution, `unknown-field`, completion and hover read it; an engine fills it.

/** How the values of a field look in the source. `mixed`: several of these. */
export type ObservedType = "text" | "number" | "boolean" | "object" | "mixed";

/** One field of a source. */
export interface CatalogField {
	/** Dotted name, as a query would write it. */
	readonly name: string;
	/** The chains of keys that lead to it; more than one where events are nested differently. */
	readonly paths: readonly (readonly string[])[];
	readonly type: ObservedType;
	/** Whether some value stands inside an array. */
	readonly repeated: boolean;
	/** Events in which it has a value other than null, `[]`, `{}`. */
	readonly filled: number;
	/** Whether the source compares its values by case; absent: ignoring it. */
	readonly caseSensitive?: boolean;
}

/** The fields of a source, sorted by name (code units). */
export interface FieldCatalog {
	readonly fields: readonly CatalogField[];
	/** Events seen while filling it. */
	readonly events: number;
	/** Whether values are found through an index, so that a wildcard at their start reads all of it; absent: every event is read anyway. */
	readonly indexed?: boolean;
}
