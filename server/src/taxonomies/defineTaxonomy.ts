// The shape of a field taxonomy: how one family of products names the things that hunters ask about.
import type { FieldType } from "../base/fieldType.ts";

/** A condition on another field of the same event under which a name has a meaning (`EventID` is one of 4688). */
export interface When {
	readonly field: string;
	/** The field's whole value is one of these, ignoring case. */
	readonly equals: readonly string[];
	/** The field's whole value is none of them instead. */
	readonly not?: true;
}

/** Values of a field, and what each means in a few words. */
export type FieldValues = Readonly<Record<string, string>>;

/** One name. */
export interface TaxonomyField {
	readonly name: string;
	/** As the vendor documents it. */
	readonly type: FieldType;
	/** One sentence; empty where only the type is said. */
	readonly description: string;
	/** Empty where there is no description. */
	readonly example: string;
	/** What it is in every taxonomy's words; names of one concept are each other's aliases. */
	readonly concept: string;
	/** Public documentation of this very name; absent: the taxonomy's says it. */
	readonly source?: string;
	/** Values that the vendor documents. */
	readonly values?: FieldValues;
	/** Whether it never has another value than these. */
	readonly complete?: true;
	/** Whether a value is a sum of these, as the bits of a mask are. */
	readonly summed?: true;
	/** Where this name has this meaning; absent: everywhere. The same name may stand again with another condition. */
	readonly when?: When;
}

/** One family of names. */
export interface Taxonomy {
	readonly id: string;
	readonly title: string;
	/** Other ids by which users may name it. */
	readonly aliases?: readonly string[];
	readonly version: string;
	/** Public documentation that the table was checked against. */
	readonly source: string;
	/** Prefixes under which shippers store the same names (`winlog.event_data.`). */
	readonly prefixes: readonly string[];
	readonly fields: readonly TaxonomyField[];
	/** Names of which only the type is said, and of which `fields` may be some: read when one is asked for. */
	readonly others?: () => ReadonlyMap<string, FieldType>;
}

/** Types a taxonomy's literal; the identity otherwise. */
export function defineTaxonomy(taxonomy: Taxonomy): Taxonomy {
	return taxonomy;
}
