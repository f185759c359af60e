// The generated facts of ATT&CK hold together.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { facts } from "../../server/src/attack/facts.generated.ts";
import { standardFacts, type Technique } from "../../server/src/attack/standardFacts.ts";

const { version, detailsVersion, tactics, techniques } = standardFacts();
const byId = new Map(techniques.map((technique) => [technique.id, technique]));
const of = (status: Technique["status"]) => techniques.filter((technique) => technique.status === status);
const project = new URL("../../", import.meta.url);

test("they are all of Enterprise 19.2", () => {
	assert.deepEqual([version, detailsVersion], ["19.2", "18.1"]);
	assert.deepEqual([of("live").length, of("revoked").length, of("deprecated").length], [697, 149, 12]);
	assert.equal(tactics.length, 15);
	const changed = tactics.filter(({ id }) => id === "TA0005" || id === "TA0112");
	assert.deepEqual(
		changed.map(({ name, formerNames }) => [name, formerNames]),
		[
			["Stealth", ["Defense Evasion"]],
			["Defense Impairment", []],
		],
	);
});

test("they are sorted, each id once", () => {
	for (const ids of [techniques.map(({ id }) => id), tactics.map(({ id }) => id)])
		assert.deepEqual(ids, [...new Set(ids)].sort());
});

test("a live technique serves a tactic, and its parent is live", () => {
	for (const { id, tactics: served, parent } of of("live")) {
		assert.ok(served.length > 0, id);
		if (parent !== null) assert.equal(byId.get(parent)?.status, "live", id);
	}
});

test("a revoked technique has a live replacement, also where that was revoked in turn", () => {
	for (const { id, replacement } of of("revoked")) assert.equal(byId.get(replacement ?? "")?.status, "live", id);
	assert.equal(byId.get("T1086")?.replacement, "T1059.001");
	assert.equal(byId.get("T1073")?.replacement, "T1574.001");
});

test("what a technique is and where it is seen stands at its id", () => {
	const bits = byId.get("T1197");
	assert.equal(bits?.name, "BITS Jobs");
	assert.deepEqual(
		bits?.tactics.map(({ name }) => name),
		["Execution", "Persistence", "Stealth"],
	);
	assert.deepEqual(bits?.platforms, ["Windows"]);
	assert.ok(bits?.dataComponents.includes("Process Creation"));
	assert.equal(byId.get("T1059.001")?.fullName, "Command and Scripting Interpreter: PowerShell");
	for (const { id, platforms, dataComponents } of techniques)
		for (const name of [...platforms, ...dataComponents]) assert.match(name, /^\w/, id);
});

test("names are safe in front matter and Markdown", () => {
	for (const { name } of [...techniques, ...tactics]) assert.doesNotMatch(name, /[:#'"[\]{}|<>*`\\]|^[-&!%@]/);
});

test("they are small, and MITRE's notice and licence stand with them", () => {
	assert.ok(gzipSync(facts).length < 100_000);
	for (const file of ["server/src/attack/facts.generated.ts", "NOTICE"]) {
		const text = readFileSync(new URL(file, project), "utf8").replace(/\n(?:\/\/ )?/g, " ");
		assert.match(text, /© 20\d\d The MITRE Corporation\. This work is reproduced and distributed with the permission/);
		assert.match(text, /reproduce MITRE's copyright designation and this license in any such copy\./);
	}
});
