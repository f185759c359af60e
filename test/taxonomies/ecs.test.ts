// Every name of the Elastic Common Schema is known with its type, and no other.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { unpack } from "../../server/src/taxonomies/ecs/unpack.ts";
import ecs from "../../server/src/taxonomies/ecs.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";

const { EcsFlat, EcsVersion } = createRequire(import.meta.url)("@elastic/ecs") as {
	readonly EcsFlat: Readonly<Record<string, { readonly type: string }>>;
	readonly EcsVersion: string;
};

const others = ecs.others?.() ?? new Map<string, string>();
const typeOf = new Map([...others, ...ecs.fields.map(({ name, type }) => [name, type] as const)]);

test("the names are the schema's", () => {
	assert.equal(ecs.version, EcsVersion);
	assert.deepEqual([...others.keys()].sort(), Object.keys(EcsFlat).sort());
	assert.equal(typeOf.size, others.size);
	assert.ok(ecs.fields.length >= 100);
});

test("a name that is not described is known, with its type and like no other", () => {
	const { meaningsOf, namesOf, names, speaks } = standardVocabulary;
	assert.deepEqual(meaningsOf("process.thread.id"), [
		{
			taxonomy: ecs,
			field: {
				name: "process.thread.id",
				type: "number",
				description: "",
				example: "",
				concept: "ecs:process.thread.id",
			},
		},
	]);
	assert.deepEqual(namesOf("ecs:process.thread.id"), []);
	assert.ok(speaks("process.thread.id") && !speaks("process.thread.idd"));
	assert.ok(names.indexOf("process.thread.id") > names.indexOf("process.pid"));
});

const typed: readonly [name: string, type: string][] = [
	["@timestamp", "date"],
	["process.pid", "number"],
	["process.executable", "path"],
	["process.hash.sha256", "hash"],
	["process.parent.code_signature.exists", "boolean"],
	["source.ip", "ip"],
	["message", "text"],
	["event.category", "keyword"],
	["labels", "keyword"],
	["volume.size", "number"],
];
for (const [name, type] of typed) test(`${name} is a ${type}`, () => assert.equal(typeOf.get(name), type));

test("numbers, dates, addresses and truths are those of the schema", () => {
	const ours = { long: "number", date: "date", ip: "ip", boolean: "boolean", float: "number" } as const;
	for (const [name, { type }] of Object.entries(EcsFlat))
		if (type in ours) assert.equal(typeOf.get(name), ours[type as keyof typeof ours], name);
});

test("packed names begin with characters of the one before", () => {
	assert.deepEqual(
		[...unpack("\n0agent.build.originalK 6idK\n0client.as.numberN 7ipI\n")],
		[
			["agent.build.original", "keyword"],
			["agent.id", "keyword"],
			["client.as.number", "number"],
			["client.ip", "ip"],
		],
	);
});
