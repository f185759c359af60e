// How the Elastic Common Schema names what its sources saw: what hunters ask for in words of ours, and every other name.
import type { FieldType } from "../base/fieldType.ts";
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { eventFields } from "./ecs/event.ts";
import { fileFields } from "./ecs/file.ts";
import { ecsNames, ecsVersion } from "./ecs/names.generated.ts";
import { networkFields } from "./ecs/network.ts";
import { processFields } from "./ecs/process.ts";
import { unpack } from "./ecs/unpack.ts";

/** A page for each first part of a name, and one for the names that have only one. */
const reference = "https://www.elastic.co/docs/reference/ecs/ecs-";

let schema: ReadonlyMap<string, FieldType> | null = null;

export default defineTaxonomy({
	id: "ecs",
	title: "ECS",
	version: ecsVersion,
	source: `${reference}field-reference`,
	prefixes: [],
	fields: [...processFields, ...fileFields, ...networkFields, ...eventFields].map((field) => ({
		...field,
		source: reference + (field.name.includes(".") ? field.name.replace(/\..*/, "") : "base"),
	})),
	others: () => {
		schema ??= unpack(ecsNames);
		return schema;
	},
});
