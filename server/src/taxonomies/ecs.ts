// How the Elastic Common Schema names what its sources saw: what hunters ask for in words of ours, and every other name.
import type { FieldType } from "../base/fieldType.ts";
import { defineTaxonomy, type TaxonomyField } from "./defineTaxonomy.ts";
import { eventFields } from "./ecs/event.ts";
import { fileFields } from "./ecs/file.ts";
import { ecsNames, ecsVersion } from "./ecs/names.generated.ts";
import { networkFields } from "./ecs/network.ts";
import { processFields } from "./ecs/process.ts";
import { unpack } from "./ecs/unpack.ts";

const typeByName = unpack(ecsNames);

const described = [...processFields, ...fileFields, ...networkFields, ...eventFields].map(
	({ as, ...field }): TaxonomyField => ({ ...field, type: as ?? (typeByName.get(field.name) as FieldType) }),
);

const describedNames = new Set(described.map(({ name }) => name));

const others = [...typeByName]
	.filter(([name]) => !describedNames.has(name))
	.map(([name, type]): TaxonomyField => ({ name, type, description: "", example: "", concept: `ecs:${name}` }));

export default defineTaxonomy({
	id: "ecs",
	title: "ECS",
	version: ecsVersion,
	source: "https://www.elastic.co/docs/reference/ecs/ecs-field-reference",
	prefixes: [],
	fields: [...described, ...others],
});
