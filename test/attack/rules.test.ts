// What the rules on techniques and tactics say of a hunt, and that their fixes touch nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fixesOf } from "../../server/src/base/problem.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits, fixAll } from "../../server/src/workspace/fixAll.ts";

const own = ["unknown-technique", "revoked-technique", "deprecated-technique", "unknown-tactic"];
const config = { ...emptyConfig, techniques: [{ id: "X0001", name: "Odd Payments", tactics: ["Fraud"] }] };

function analysed(text: string) {
	return analyse(text, null, { ...noContext, config });
}

function problemsOf(text: string) {
	return analysed(text).problems.filter(({ rule }) => own.includes(rule));
}

/** A hunt with this front matter and text. */
function huntOf(frontMatter: string, body: string): string {
	return `---\nhuntmark: true\n${frontMatter}\n---\n${body}`;
}

/** The body after all fixes that need no asking. */
function fixed(body: string): string {
	return fixAll(analysed(huntOf("", body))).analysis.text.slice(huntOf("", "").length);
}

for (const [before, after] of [
	["T1086", "T1059.001"],
	[
		"[T1086](https://attack.mitre.org/techniques/T1086/#x)",
		"[T1059.001](https://attack.mitre.org/techniques/T1059/001/#x)",
	],
	["https://attack.mitre.org/wiki/Technique/T1086", "https://attack.mitre.org/techniques/T1059/001"],
	["| T1086 | PowerShell |", "| T1059.001 | PowerShell |"],
	["T1002 - Data Compressed, T1002 Data", "T1560 - Archive Collected Data, T1560 Data"],
	["T1002 - Data Compressedly", "T1560 - Data Compressedly"],
	["T1059.1", "T1059.001"],
	["**Tactics**: defense-evasion, Defense Evasion", "**Tactics**: stealth, Stealth"],
	["https://attack.mitre.org/versions/v8/techniques/T1086/", "https://attack.mitre.org/versions/v8/techniques/T1086/"],
	["T9999", "T9999"],
	["```\nT1086\n```", "```\nT1086\n```"],
] as const)
	test(`fixing ${JSON.stringify(before)}`, () => assert.equal(fixed(before), after));

for (const [frontMatter, body, rule, message, ...fixes] of [
	["", "T1086", "revoked-technique", /T1059\.001 \(Command and Scripting Interpreter: PowerShell\)/, "T1059.001"],
	["", "T1064", "deprecated-technique", /T1064 \(Scripting\)/],
	["", "T9999", "unknown-technique", /19\.2 .*`T9999`.*T1599/, "T1599", "T1499", "T1199"],
	["techniques: DNS", "", "unknown-technique", /T1071\.004 or T1590\.002/, "T1071.004", "T1590.002"],
	["techniques: [Powershel]", "", "unknown-technique", /T1059\.001/, "T1059.001", "T1546.013"],
	["", "Tactic: Defense Evasion", "unknown-tactic", /TA0005 is Stealth/, "Stealth"],
	["", "Tactic: Defence-Evasion", "unknown-tactic", /Stealth \(TA0005\)/, "Stealth"],
	["", "https://attack.mitre.org/tactics/TA0050/", "unknown-tactic", /Impact/, "TA0040", "TA0010", "TA0005"],
	["tactics: [Foo]", "", "unknown-tactic", /`Foo`/],
] as const)
	test(`${rule} of ${JSON.stringify(frontMatter + body)}`, () => {
		const [problem, ...others] = problemsOf(huntOf(frontMatter, body));
		assert.equal(problem?.rule, rule);
		assert.match(problem?.message ?? "", message);
		assert.deepEqual(problem && fixesOf(problem).map((fix) => fix.edits[0]?.text), fixes);
		assert.deepEqual(others, []);
	});

for (const [frontMatter, body] of [
	["techniques: [X0001, x0001]\ntactics: [fraud, Impact]", "Tactic: Fraud"],
	["techniques: [T0886, T1404]\ntactics: [TA0104, TA0035]", "T0886 and https://attack.mitre.org/techniques/T1404/"],
	["techniques: [Txxxx, 'T...', '<id>', TODO, none]", "Tactics: we know them"],
	["", "| Tactic | What |\n|---|---|\n| Several Others | x |"],
] as const)
	test(`nothing is wrong with ${JSON.stringify(frontMatter + body)}`, () =>
		assert.deepEqual(problemsOf(huntOf(frontMatter, body)), []));

test("a document that is no hunt may cite what it likes", () => assert.deepEqual(problemsOf("# Notes\nT1086\n"), []));

const piece = fc.constantFrom(
	..."T1086|T1064|T9999|T1059.1|TA0005|TA0099|T1002 - Data Compressed|[T1086](https://attack.mitre.org/techniques/T1086/)".split(
		"|",
	),
	..."https://example.com/T1086 |Tactic: Defense Evasion|😀|\t|  |, |`user:root`|`T1086`|```\nT1086\n```|<!-- T1086 -->|text|ä".split(
		"|",
	),
	"\n",
	"\r\n",
	"\n\n## Analytic 1\n`user:T1086`\n\n",
	"\n| Tactic | x |\n|---|---|\n| Defense Evasion | T1086 |\n",
);

test("a fix leaves all other text and every query as they are, and its problem is gone", () => {
	const document = fc.tuple(
		fc.constantFrom("", "\ufeff"),
		fc.constantFrom(
			"",
			"---\ntechniques: [T1086, 'T1002 - Data Compressed', T9999]\n---\n",
			"---\r\ntechniques: T1086\r\n---\r\n",
		),
		fc.array(piece, { maxLength: 12 }),
	);
	fc.assert(
		fc.property(document, ([mark, frontMatter, pieces]) => {
			const text = `${mark}${frontMatter}# Hunt\n\n## Hypothesis\nx ${pieces.join("")}`;
			const before = analysed(text);
			for (const problem of before.problems.filter(({ rule }) => own.includes(rule)))
				for (const { edits } of fixesOf(problem)) {
					const [edit] = edits;
					assert.ok(edit && edits.length === 1);
					const [start, end] = edit.span;
					assert.ok(start <= problem.span[0] && problem.span[1] <= end);
					const after = applyEdits(text, [edits]);
					assert.equal(after, text.slice(0, start) + edit.text + text.slice(end));
					const again = analysed(after);
					assert.deepEqual(
						again.queries.map(({ query }) => query.text),
						before.queries.map(({ query }) => query.text),
					);
					const there = again.problems.filter(({ rule, span }) => own.includes(rule) && span[0] === problem.span[0]);
					assert.deepEqual(there, []);
				}
		}),
		{ seed: 20260101, numRuns: 300 },
	);
});
