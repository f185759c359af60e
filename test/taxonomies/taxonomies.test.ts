// Every entry of every taxonomy is complete, plausible and unambiguous.
import assert from "node:assert/strict";
import { isIP } from "node:net";
import { test } from "node:test";
import type { FieldType } from "../../server/src/base/fieldType.ts";
import { misfitOf } from "../../server/src/meaning/misfit.ts";
import type { TaxonomyField, When } from "../../server/src/taxonomies/defineTaxonomy.ts";
import { taxonomies } from "../../server/src/taxonomies/registry.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";

const { meaningsOf } = standardVocabulary;

const plausible: Record<FieldType, (example: string) => boolean> = {
	text: (example) => example.length > 0,
	keyword: (example) => example.length > 0 && !example.includes("\n"),
	path: (example) => /[\\/.]|^\w+$/.test(example),
	number: (example) => /^(\d+|0x[0-9a-f]+)$/i.test(example),
	date: (example) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(example),
	ip: (example) => isIP(example) !== 0,
	hash: (example) => misfitOf(example, "hash", false) === null,
	boolean: (example) => ["true", "false"].includes(example),
};

for (const taxonomy of taxonomies) {
	test(`${taxonomy.id}: every entry is complete and its example fits its type`, () => {
		assert.match(taxonomy.id, /^[a-z]+$/);
		assert.match(taxonomy.source, /^https:\/\//);
		assert.ok(taxonomy.title !== "" && taxonomy.version !== "");
		for (const field of taxonomy.fields) {
			assert.match(field.name, /^[@A-Za-z][\w.#]*$/, field.name);
			assert.match(field.concept, /^[a-z][a-z0-9_]*$/, field.name);
			assert.match(field.description, /^[A-Z][^\n]*\.$/, `${field.name}: one sentence`);
			assert.doesNotMatch(field.description, /\. [A-Z]/, `${field.name}: one sentence`);
			assert.ok(plausible[field.type](field.example), `${field.name}: ${field.example} is no ${field.type}`);
			assert.match(field.source ?? taxonomy.source, /^https:\/\//, `${field.name}: no documentation`);
			assert.notEqual(field.when?.equals.length, 0, `${field.name}: a condition that never holds`);
		}
	});

	test(`${taxonomy.id}: listed values fit their field, and its example is one where the list is complete`, () => {
		for (const { name, type, example, values, complete } of taxonomy.fields) {
			assert.ok(!complete || (values && example in values), `${name}: ${example} is not listed`);
			for (const [value, meaning] of Object.entries(values ?? {})) {
				assert.ok(plausible[type](value), `${name}: ${value} is no ${type}`);
				assert.match(meaning, /^\S.*[^.\s]$/, `${name}: ${value}`);
			}
		}
	});

	test(`${taxonomy.id}: conditions are on fields that a taxonomy knows, with values that fit`, () => {
		for (const { name, when } of taxonomy.fields) {
			if (when === undefined) continue;
			const known = meaningsOf(when.field);
			assert.ok(known.length > 0, `${name}: ${when.field}`);
			for (const value of when.equals) {
				for (const { field } of known) assert.ok(plausible[field.type](value), `${name}: ${when.field} is ${value}`);
			}
		}
	});
}

test("a name with several meanings tells each by a condition of its own", () => {
	for (const [name, fields] of byName()) {
		if (new Set(fields.map((field) => field.concept)).size === 1) continue;
		assert.ok(
			fields.every((field) => field.when !== undefined),
			`${name}: a meaning without a condition`,
		);
		for (const [at, one] of fields.entries())
			for (const other of fields.slice(at + 1))
				assert.ok(
					one.concept === other.concept || areApart(one.when as When, other.when as When),
					`${name}: two meanings under one condition`,
				);
	}
});

/** Whether no event meets both conditions. */
function areApart(one: When, other: When): boolean {
	if (one.field !== other.field) return true;
	if (one.not || other.not) {
		const [excluded, wanted] = one.not ? [one, other] : [other, one];
		return !wanted.not && wanted.equals.every((value) => excluded.equals.includes(value));
	}
	return !one.equals.some((value) => other.equals.includes(value));
}

test("masks are documented by bits", () => {
	for (const { name, summed, values } of taxonomies.flatMap(({ fields }) => fields))
		if (summed) for (const bit of [1, 2, 8]) assert.ok(values?.[`0x${bit.toString(16)}`], `${name}: bit ${bit}`);
});

test("no taxonomy has the same name, concept and condition twice", () => {
	for (const { id, fields } of taxonomies) {
		const keys = fields.map(({ name, concept, when }) => JSON.stringify([name, concept, when]));
		assert.equal(new Set(keys).size, keys.length, id);
	}
});

const conditional: readonly [name: string, concepts: readonly string[]][] = [
	["ProcessId", ["parent_process_id", "process_id", "process_id", "process_id", "target_process_id"]],
	["ObjectName", ["registry_key", "target_filename", "target_image_path"]],
	["OriginalFileName", ["module_original_file_name", "original_file_name"]],
	["ServiceName", ["kerberos_service", "service_name"]],
];
for (const [name, concepts] of conditional) {
	test(`${name} means ${[...new Set(concepts)].join(" or ")}`, () => {
		const meanings = meaningsOf(name);
		assert.deepEqual(meanings.map((meaning) => meaning.field.concept).sort(), concepts);
	});
}

function byName(): ReadonlyMap<string, readonly TaxonomyField[]> {
	const grouped = new Map<string, TaxonomyField[]>();
	for (const field of taxonomies.flatMap((taxonomy) => taxonomy.fields)) {
		grouped.set(field.name, [...(grouped.get(field.name) ?? []), field]);
	}
	return grouped;
}
