// What OCSF's names mean depends on the kind of event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { types } from "../../server/src/taxonomies/ocsf/values.ts";
import ocsf from "../../server/src/taxonomies/ocsf.ts";
import { conceptsIn } from "../support/meanings.ts";

const [started, ended, opened, injected, memoryRead, fileCreated] = [
	"100701",
	"100702",
	"100703",
	"100704",
	"100407",
	"100101",
] as const;

const meanings: readonly [name: string, typeUid: string, concept: string][] = [
	["process.file.path", started, "image_path"],
	["process.file.path", ended, "image_path"],
	["process.file.path", opened, "target_image_path"],
	["process.file.path", memoryRead, "target_image_path"],
	["process.file.path", "501501", "image_path"],
	["process.cmd_line", injected, "target_commandline"],
	["process.parent_process.pid", started, "parent_process_id"],
	["process.parent_process.pid", opened, ""],
	["process.pid", opened, "process_id"],
	["actor.process.file.path", started, "parent_image_path"],
	["actor.process.file.path", ended, ""],
	["actor.process.file.path", opened, "source_image_path"],
	["actor.process.file.path", fileCreated, "image_path"],
	["actor.process.parent_process.cmd_line", fileCreated, "parent_commandline"],
	["actor.process.parent_process.cmd_line", started, ""],
	["file.path", fileCreated, "target_filename"],
	["actual_permissions", opened, "granted_access"],
	["actual_permissions", started, ""],
];
for (const [name, type_uid, concept] of meanings) {
	test(`${name} in ${type_uid} is ${concept || "nothing"}`, () => {
		assert.equal(conceptsIn(ocsf, name, { type_uid }), concept);
	});
}

test("user.name is the account of a logon only", () => {
	assert.equal(conceptsIn(ocsf, "user.name", { class_uid: "3002" }), "username");
	assert.equal(conceptsIn(ocsf, "user.name", { class_uid: "3001" }), "");
});

test("type_uid and activity_id count alike", () => {
	assert.equal(types[100701], "process started");
	assert.equal(types[20100204], "registry value deleted");
	assert.equal(types[100799], "process: as the source's own word says");
	const values = ocsf.fields.find(({ name, when }) => name === "activity_id" && when?.equals.includes("1007"))?.values;
	assert.equal(values?.[1], "process started");
});

test("conditions are on kinds of events that are listed", () => {
	const asked = ocsf.fields.flatMap(({ when }) => (when?.field === "type_uid" ? when.equals : []));
	assert.deepEqual(
		asked.filter((type) => !(type in types)),
		[],
	);
});
