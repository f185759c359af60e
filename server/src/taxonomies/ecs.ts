// How the Elastic Common Schema names what its sources saw: what hunters ask for in words of ours, and every other name.
import type { FieldType } from "../base/fieldType.ts";
import { defineTaxonomy } from "./defineTaxonomy.ts";
import { eventFields } from "./ecs/event.ts";
import { fileFields } from "./ecs/file.ts";
import { ecsNames, ecsVersion } from "./ecs/names.generated.ts";
import { networkFields } from "./ecs/network.ts";
import { processFields } from "./ecs/process.ts";
import { unpack } from "./ecs/unpack.ts";

let schema: ReadonlyMap<string, FieldType> | null = null;

export default defineTaxonomy({
	id: "ecs",
	title: "ECS",
	version: ecsVersion,
	source: "https://www.elastic.co/docs/reference/ecs/ecs-field-reference",
	prefixes: [],
	fields: [...processFields, ...fileFields, ...networkFields, ...eventFields],
	others() {
		schema ??= unpack(ecsNames);
		return schema;
	},
});
