// What counts as citing a technique or tactic, and what does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { citationsOf } from "../../server/src/document/citations.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";

/** What a hunt with this text cites, as `written: kind id, source`. */
function cited(text: string, frontMatter = ""): readonly string[] {
	const document = `---\nhuntmark: true\n${frontMatter}---\n${text}`;
	const { hunt } = readDocument(document);
	assert.ok(hunt);
	return citationsOf(hunt, document).map(({ kind, id, span, source }) => {
		const written = document.slice(...span);
		return `${written === id ? "" : `${written} is `}${kind === "tactic" ? "tactic " : ""}${id}${source === "text" ? "" : `, ${source}`}`;
	});
}

for (const [text, ...expected] of [
	["Uses T1059.001 (and T1197).", "T1059.001", "T1197"],
	["T1086, T1064; T1002/T1003/T1004.", "T1086", "T1064", "T1002", "T1003", "T1004"],
	["# T1059/001 - PowerShell", "T1059/001 is T1059.001"],
	["A `T1197` and **T1086** in #T1003", "T1197", "T1086", "T1003"],
	["T1059.1 and T1059.01 lack digits", "T1059.1", "T1059.01"],
	["TA0005 and [TA0003]", "tactic TA0005", "tactic TA0003"],
	["ATT1059 T10590 T1059.0011 T1059.x xT1059 H-T1059 T105 t1059", ...[]],
	["T1086.md, hunts/T1086/T1086.yaml, C:\\T1086 and id=T1086", ...[]],
	["https://example.com/atomics/T1086/T1086.html and www.example.com/T1086", ...[]],
	["[T1086](https://example.com/T1086)", "T1086"],
	["https://attack.mitre.org/techniques/T1059/001/", "T1059/001 is T1059.001, link"],
	[
		"[x](https://attack.mitre.org/techniques/T1086) <https://attack.mitre.org/tactics/TA0005/>",
		"T1086, link",
		"tactic TA0005, link",
	],
	["http://attack.mitre.org/wiki/Technique/T1086", "T1086, link"],
	["https://attack.mitre.org/versions/v8/techniques/T1086/", ...[]],
	["| T1086 | x |\n|---|---|\n| T1064 |T1002|", "T1086", "T1064", "T1002"],
	["```\nT1086\n```\nT1064\n\n~~~kql\nT1002\n~~~\n- ```\n  T1003\n  ```\n", "T1064"],
	["````\n```\nT1086\n````\nT1064\n```\nnever closed T1002", "T1064"],
	["Has ``` T1086 ``` within", "T1086"],
	["<!-- T1086 ``` -->\nT1064", "T1064"],
	["## Analytic 1\n`technique:T1086`\n\nT1064", "T1064"],
	["Tactic: Defense Evasion", "tactic Defense Evasion"],
	[
		"- **Tactics:** Persistence, Privilege Escalation and Command and Control",
		"tactic Persistence",
		"tactic Privilege Escalation",
		"tactic Command and Control",
	],
	[
		"**MITRE ATT&CK Tactic**: [Defense Evasion](https://attack.mitre.org/tactics/TA0005/)",
		"tactic Defense Evasion",
		"tactic TA0005, link",
	],
	["tactic(s): TA0005 - defense-evasion", "tactic TA0005", "tactic defense-evasion"],
	["Their tactics: we know them. The tactic is old | new", ...[]],
	[
		"| # | Tactic | Idea |\n|---|:---|---|\n| 1 | Defense Evasion | Hide |\n| 2 | Impact | Break |\n\n| Other | Row |",
		"tactic Defense Evasion",
		"tactic Impact",
	],
	["| # | Tactics\n|---|---\n| 1 | Impact", "tactic Impact"],
	["| Field | Value |\n|---|---|\n| **Tactic** | Defense Evasion |\n| Owner | Eve |", "tactic Defense Evasion"],
] as const)
	test(JSON.stringify(text), () => {
		for (const lineBreak of ["\n", "\r\n"])
			assert.deepEqual(cited(text.replaceAll("\n", lineBreak)), expected, JSON.stringify(lineBreak));
	});

for (const [frontMatter, ...expected] of [
	["techniques: [T1197, t1086]", "T1197, front matter", "t1086 is T1086, front matter"],
	["techniques:\n  - T1197 - BITS Jobs\n  - 'T1059.001: PowerShell'", "T1197, front matter", "T1059.001, front matter"],
	["techniques: T1197, T1059/001", "T1197, front matter", "T1059/001 is T1059.001, front matter"],
	["techniques: [attack.t1059.001]", "t1059.001 is T1059.001, front matter"],
	["techniques: [https://attack.mitre.org/techniques/T1059/001/]", "T1059/001 is T1059.001, link"],
	["techniques: BITS Jobs, PowerShell", "BITS Jobs, front matter", "PowerShell, front matter"],
	["techniques: [X-0001 - Odd Payments]", "X-0001, front matter"],
	["title: The T1086 hunt\nid: T1064", ...[]],
	[
		"tactics: [Defense Evasion, TA0003, defense-evasion]",
		"tactic Defense Evasion, front matter",
		"tactic TA0003, front matter",
		"tactic defense-evasion, front matter",
	],
	["tactics: TA0005 - Stealth", "tactic TA0005, front matter", "tactic Stealth, front matter"],
	["tactics: Command and Control, Impact", "tactic Command and Control, front matter", "tactic Impact, front matter"],
] as const)
	test(`front matter ${JSON.stringify(frontMatter)}`, () => assert.deepEqual(cited("", `${frontMatter}\n`), expected));

test("the same hunt gets the same citations", () => {
	const text = "## Hypothesis\nT1197\n";
	const { hunt } = readDocument(text);
	assert.ok(hunt);
	assert.equal(citationsOf(hunt, text), citationsOf(hunt, text));
});
