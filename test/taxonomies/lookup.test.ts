// Names and concepts are found across taxonomies, and misspelt names lead to the ones that were meant.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestNames } from "../../server/src/taxonomies/lookup.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";

const { meaningsOf, namesOf, names } = standardVocabulary;

const concepts = (name: string): readonly string[] => meaningsOf(name).map((meaning) => meaning.field.concept);

test("exact case comes before other cases", () => {
	assert.deepEqual(
		meaningsOf("commandline").map(({ taxonomy }) => taxonomy.id),
		["redcloak"],
	);
	assert.deepEqual(
		meaningsOf("COMMANDLINE").map(({ taxonomy }) => taxonomy.id),
		["redcloak", "sysmon", "winsec"],
	);
});

test("a known prefix changes nothing, an unknown one makes an unknown name", () => {
	assert.deepEqual(concepts("winlog.event_data.Image"), ["image_path"]);
	assert.deepEqual(concepts("EventData.image"), ["image_path"]);
	assert.deepEqual(concepts("other.Image"), []);
	assert.deepEqual(concepts("EventData.filemod"), []);
});

const prefixed: readonly [name: string, concept: string][] = [
	["event_data.Image", "image_path"],
	["winlog.event_data.GrantedAccess", "granted_access"],
	["EventData.TargetImage", "target_image_path"],
	["Event.EventData.ScriptBlockText", "script_block_text"],
	["Event.System.EventID", "event_id"],
	["Event.System.EventID.#text", "event_id"],
	["System.EventID.Value", "event_id"],
	["System.Computer", "hostname"],
	["winlog.event_id", "event_id"],
	["event.code", "event_id"],
	["event_data.image_path", "image_path"],
];
for (const [name, concept] of prefixed) {
	test(`${name} is ${concept}`, () => {
		assert.deepEqual([...new Set(concepts(name))], [concept]);
	});
}

test("a concept has its names in all taxonomies", () => {
	assert.deepEqual(
		namesOf("image_path").map(({ field }) => field.name),
		[
			...["image_path", "Image", "NewProcessName", "ProcessName", "CallerProcessName", "Application"],
			...["process.executable", "process.file.path", "process.path", "actor.process.file.path"],
			...["FolderPath", "InitiatingProcessFolderPath"],
			...["path", "path", "process_path", "process_name", "process_path"],
		],
	);
	assert.deepEqual(namesOf("none"), []);
});

test("every known name has a meaning and stands once", () => {
	assert.equal(new Set(names).size, names.length);
	for (const name of names) assert.ok(meaningsOf(name).length > 0, name);
});

const misspelt: readonly [name: string, nearest: readonly string[]][] = [
	["imagepath", ["image_path", "ImagePath"]],
	["comandline", ["commandline", "CommandLine"]],
	["Parent.Image.Path", ["parent_image_path", "ParentImage"]],
	["usrename", ["username"]],
	["NewProcesName", ["NewProcessName"]],
	["EventId", ["EventID"]],
	["qqq", []],
	["zebra_crossing", []],
];
for (const [name, nearest] of misspelt) {
	test(`${name} → ${nearest.join(", ") || "nothing"}`, () => {
		assert.deepEqual(nearestNames(name, names, nearest.length || 5), nearest);
	});
}

test("at most the limit, and only names that were offered", () => {
	assert.deepEqual(nearestNames("sourceprt", ["SourcePort", "source_port", "Other"], 1), ["SourcePort"]);
	assert.deepEqual(nearestNames("sourceprt", ["Other"], 5), []);
});
