// Every entry of every taxonomy is complete, plausible and unambiguous, and the known concepts are covered.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { test } from "node:test";
import type { FieldType } from "../../server/src/base/fieldType.ts";
import { misfitOf } from "../../server/src/meaning/misfit.ts";
import type { TaxonomyField } from "../../server/src/taxonomies/defineTaxonomy.ts";
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
			assert.match(field.name, /^[@A-Za-z][\w.]*$/, field.name);
			assert.match(field.concept, /^[a-z][a-z0-9_]*$/, field.name);
			assert.match(field.description, /^[A-Z][^\n]*\.$/, `${field.name}: one sentence`);
			assert.doesNotMatch(field.description, /\. [A-Z]/, `${field.name}: one sentence`);
			assert.ok(plausible[field.type](field.example), `${field.name}: ${field.example} is no ${field.type}`);
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
		const conditions = fields.flatMap(({ when }) => when?.equals.map((value) => `${when.field}=${value}`) ?? []);
		assert.ok(
			fields.every((field) => field.when !== undefined),
			`${name}: a meaning without a condition`,
		);
		assert.equal(new Set(conditions).size, conditions.length, `${name}: two meanings under one condition`);
	}
});

test("no taxonomy has the same name, concept and condition twice", () => {
	for (const { id, fields } of taxonomies) {
		const keys = fields.map(({ name, concept, when }) => JSON.stringify([name, concept, when]));
		assert.equal(new Set(keys).size, keys.length, id);
	}
});

const conditional: readonly [name: string, concepts: readonly string[]][] = [
	["ProcessId", ["parent_process_id", "process_id", "process_id"]],
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

// Coverage of the starting list of concepts, where it is at hand.

const shared = process.env.HUNTMARK_SHARED ?? resolve(import.meta.dirname, "../../../shared");
const conceptsFile = resolve(shared, "data/field-concepts.json");

/** Concepts of the starting list that are about processes, files, the registry or the network. */
const covered =
	/^(image_path|commandline|parent_|process_|current_directory|integrity|original_file|file_|product|company|hashes|md5|sha\d|imphash|target_|source_|destination_|registry_|image_loaded|sign|network_|dns_|url|user_agent|pipe_|granted|call_trace)/;

/** Names of the starting list that are left out on purpose, and why. */
const leftOut: Readonly<Record<string, string>> = {
	"taegis file_name as file_name": "kept as the file itself; one name, one meaning",
	"taegis path as target_filename": "documented for the registry only",
	"taegis key as registry_key": "a structure, whose parts could not be checked",
	"taegis value as registry_value": "a structure, whose parts could not be checked",
	"taegis image_path as image_loaded": "means the process without a condition that could tell",
	"taegis destination_hostname as destination_hostname": "not found in the documentation",
	"taegis response_data as dns_answer": "not found in the documentation",
	"taegis uri as url": "not found in the documentation",
	"taegis user_agent as user_agent": "not found in the documentation",
	"taegis source_process_image_path as source_image_path": "not found in the documentation",
	"taegis target_process_image_path as target_image_path": "not found in the documentation",
	"sysmon md5 as md5": "a shipper's, not Sysmon's",
	"sysmon sha1 as sha1": "a shipper's, not Sysmon's",
	"sysmon sha256 as sha256": "a shipper's, not Sysmon's",
	"sysmon Imphash as imphash": "a shipper's, not Sysmon's",
	"sysmon Initiated as network_direction": "true or false, no direction word: connection_initiated",
	"winsec ProcessCommandLine as commandline": "the title in the event's text; its data say CommandLine",
	"winsec CreatorProcessId as parent_process_id": "the title in the event's text; its data say ProcessId",
	"winsec MandatoryLabel as integrity_level": "a security id, no level word: mandatory_label",
	"winsec Protocol as network_protocol": "a number, no word: network_protocol_number",
	"winsec Direction as network_direction": "a message code, no word: network_direction_code",
};

/** Concepts of the starting list that are one here: a hash says by its length which it is. */
const merged: Readonly<Record<string, string>> = { md5: "hashes", sha1: "hashes", sha256: "hashes", imphash: "hashes" };

interface StartingConcept {
	readonly name: string;
	readonly aliases: Readonly<Record<string, readonly string[]>>;
}

test("every process, file, registry and network name of the starting list is here, or left out for a reason", {
	skip: existsSync(conceptsFile) ? false : `NOT RUN: ${conceptsFile} is missing; set HUNTMARK_SHARED`,
}, () => {
	const concepts: readonly StartingConcept[] = JSON.parse(readFileSync(conceptsFile, "utf8")).fields;
	const relevant = concepts.filter(({ name }) => covered.test(name));
	assert.ok(relevant.length >= 40, `${relevant.length} concepts`);
	const missing = relevant.flatMap(({ name, aliases }) =>
		taxonomies.flatMap((taxonomy) => {
			const id = taxonomy.id === "redcloak" ? "taegis" : taxonomy.id;
			const concept = merged[name] ?? name;
			return (aliases[id] ?? [])
				.filter((alias) => !taxonomy.fields.some((field) => field.name === alias && field.concept === concept))
				.map((alias) => `${id} ${alias} as ${name}`);
		}),
	);
	assert.deepEqual(missing.sort(), Object.keys(leftOut).sort());
});
