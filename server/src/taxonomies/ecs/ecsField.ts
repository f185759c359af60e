// What is said of an ECS field by hand; its type comes from the schema.
import type { FieldType } from "../../base/fieldType.ts";
import type { TaxonomyField } from "../defineTaxonomy.ts";

export interface EcsField extends Omit<TaxonomyField, "type"> {
	/** How its values are read where the schema only says that they are words. */
	readonly as?: Extract<FieldType, "path" | "hash" | "text">;
}
