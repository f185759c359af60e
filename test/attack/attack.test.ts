// Looking up techniques and tactics: ATT&CK's, the nearest to a wrong one, and those that a workspace adds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { attackAddress } from "../../server/src/attack/address.ts";
import { attackWith, otherDomain, standardAttack } from "../../server/src/attack/attack.ts";
import { tacticIdOffers, tacticOffers, techniqueOffers } from "../../server/src/features/knowledge/techniqueOffers.ts";
import { tacticText, techniqueText } from "../../server/src/features/knowledge/techniqueText.ts";

const attack = standardAttack();

for (const [written, name, renamed] of [
	["TA0005", "Stealth", false],
	["ta0112", "Defense Impairment", false],
	["stealth", "Stealth", false],
	["Defense Evasion", "Stealth", true],
	["defense-evasion", "Stealth", true],
	["Command & Control", "Command and Control", false],
	["command_and_control", "Command and Control", false],
	["lateral  movement", "Lateral Movement", false],
] as const)
	test(`the tactic ${written}`, () => {
		const found = attack.tacticNamed(written);
		assert.deepEqual([found?.tactic.name, found?.renamed], [name, renamed]);
	});

for (const [written, ...nearest] of [
	["T1509.001", "T1505.001", "T1559.001", "T1569.001"],
	["T1059.999", "T1059"],
	["T1195.03", "T1195", "T1195.003"],
	["T1206", "T1205", "T1207", "T1204"],
	["T9999", "T1599"],
	["powershel", "T1059.001"],
	["Bits job", "T1197"],
] as const)
	test(`the techniques nearest to ${written}`, () => {
		const found = attack.nearestTechniques(written, Math.max(nearest.length, 1));
		assert.deepEqual(
			found.map(({ id }) => id),
			nearest,
		);
		assert.ok(found.every(({ status }) => status === "live"));
	});

for (const [written, nearest] of [
	["Defence Evasion", "Stealth"],
	["Lateral Movment", "Lateral Movement"],
	["TA0050", "Impact"],
] as const)
	test(`the tactic nearest to ${written}`, () => assert.equal(attack.nearestTactics(written, 1)[0]?.name, nearest));

test("a revoked technique has its replacement, a live one none", () => {
	const replacement = (id: string) => {
		const technique = attack.techniqueById(id);
		return technique && attack.replacementOf(technique)?.id;
	};
	assert.deepEqual(["t1086", "T1059.001", "T9999"].map(replacement), ["T1059.001", undefined, null]);
});

test("sub-techniques of several techniques may share a name", () => {
	const ids = (name: string) => attack.techniquesNamed(name).map(({ id }) => id);
	assert.deepEqual(ids("bits jobs"), ["T1197"]);
	assert.deepEqual(ids("DNS"), ["T1071.004", "T1590.002"]);
});

test("ids of other matrices are told by their number", () => {
	const domains = ["T0886", "T1404", "T1059", "T9999", "TA0104", "TA0035", "TA0040", "TA0112", "foo"].map(otherDomain);
	assert.deepEqual(domains, ["ics", "mobile", null, null, "ics", "mobile", null, null, null]);
	assert.deepEqual(
		attack.techniques.filter(({ id }) => otherDomain(id)),
		[],
	);
	assert.deepEqual(
		attack.tactics.filter(({ id }) => otherDomain(id)),
		[],
	);
});

test("a workspace adds techniques and tactics, and the same list gets the same value", () => {
	const custom = [{ id: "X0001", name: "Odd Payments", tactics: ["impact", "Fraud"] }];
	const own = attackWith(custom);
	assert.equal(attackWith(custom), own);
	const added = own.techniqueById("x0001");
	assert.equal(added?.status, "custom");
	assert.deepEqual(
		added?.tactics.map(({ id }) => id),
		["TA0040", "Fraud"],
	);
	assert.equal(own.tacticNamed("fraud")?.tactic.name, "Fraud");
	assert.equal(own.nearestTechniques("Odd Payment", 1)[0], added);
	assert.equal(attack.techniqueById("X0001"), null);
	assert.equal(techniqueOffers(custom).length, techniqueOffers([]).length + 1);
	assert.deepEqual([tacticOffers(custom).length, tacticIdOffers(custom).length], [16, 15]);
	assert.equal(
		techniqueText(added),
		"**`X0001`** `Odd Payments`\n\nA technique of `huntmark.json`.\n\nTactics: Impact (TA0040), `Fraud`",
	);
});

test("what is known of a technique, in Markdown", () => {
	const text = (id: string) => {
		const technique = attack.techniqueById(id);
		return technique ? techniqueText(technique) : "";
	};
	assert.equal(
		text("T1059.001"),
		"**T1059.001** Command and Scripting Interpreter: PowerShell\n\n" +
			"Sub-technique of T1059  \nTactics: Execution (TA0002)  \nPlatforms: Windows  \n" +
			"Data components: Command Execution, Module Load, Process Creation, Process Metadata\n\n" +
			"[MITRE ATT&CK®](https://attack.mitre.org/techniques/T1059/001/) 19.2; platforms and data components of 18.1",
	);
	assert.match(text("T1086"), /^\*\*T1086\*\* PowerShell\n\nRevoked: it is T1059\.001 now\./);
	assert.match(text("T1064"), /Deprecated/);
	const stealth = attack.tacticNamed("Stealth")?.tactic;
	assert.match(stealth ? tacticText(stealth) : "", /^\*\*TA0005\*\* Stealth\n\nFormerly Defense Evasion\./);
});

test("only ids have a page", () =>
	assert.deepEqual(["T1197", "T1059.001", "TA0005", "Stealth", "T1059.1"].map(attackAddress), [
		"https://attack.mitre.org/techniques/T1197/",
		"https://attack.mitre.org/techniques/T1059/001/",
		"https://attack.mitre.org/tactics/TA0005/",
		null,
		null,
	]));
