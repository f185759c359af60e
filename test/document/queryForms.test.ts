// The forms in which queries stand in a hunt: what is one, its text, and where in the document that stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dialectNames } from "../../server/src/base/dialect.ts";
import type { HuntQuery } from "../../server/src/document/hunt.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";
import { cases } from "../support/cases.ts";

const head = "## Hypothesis\nx\n\n## Analytic 1 - y\n";

/** The queries of a document whose one analytic has this body; their segments hold what they say they hold. */
function queriesIn(body: string, dialect = ""): readonly HuntQuery[] {
	const text = (dialect && `---\ndialect: ${dialect}\n---\n`) + head + body;
	const { hunt } = readDocument(text);
	const queries = hunt?.analytics.flatMap((analytic) => analytic.queries) ?? [];
	for (const query of queries) assertSegments(text, query);
	return queries;
}

function assertSegments(text: string, { text: query, span, segments, form }: HuntQuery): void {
	let [end, at] = [0, 0];
	for (const segment of segments) {
		const written = text.slice(...segment.span);
		assert.ok(segment.span[0] >= end && segment.at >= at && segment.span[0] < segment.span[1]);
		assert.equal(query.slice(segment.at, segment.at + written.length), written);
		assert.ok(span[0] <= segment.span[0] && segment.span[1] <= span[1]);
		end = segment.span[1];
		at = segment.at + written.length;
	}
	if (form !== "table") assert.equal(segments.map((each) => text.slice(...each.span)).join(""), query);
}

const inFence = (tag: string, code: string) => `\`\`\`${tag}\n${code}\n\`\`\``;
const table = (...rows: readonly string[]) =>
	["| Field | Condition | Term |", "|---|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");

test("every form of a query", () => {
	for (const [body, ...expected] of [
		// Code spans.
		["`a:1`", "span: a:1"],
		["`a:1`\n\n`b:2`\n`c:3`", "span: a:1", "span: b:2", "span: c:3"],
		["Look at this:\n`a:1`", "span: a:1"],
		["Look at this.\n`a:1`\nIt finds the tool.", "span: a:1"],
		["Whoever runs\n`a:1`\ntwice", ...[]],
		["`a:1\nOR b:2`\n`c:3`", "span: a:1\nOR b:2", "span: c:3"],
		// Backticks that never close, or never opened.
		["`a:1 AND b:2", "span: a:1 AND b:2"],
		["`a:1 AND\nb:2\n\nMore.", "span: a:1 AND\nb:2"],
		["image_path:x AND b:2`"],
		// Fences.
		[inFence("lucene", "a:1\nOR b:2"), "fence: a:1\nOR b:2"],
		[inFence("", "a:1"), "fence: a:1"],
		// Indented code.
		["\t`a:1 AND b:2`", "indented: a:1 AND b:2"],
		["    `a:1`\n    `b:2`", "indented: a:1", "indented: b:2"],
		["    `a:1", "indented: a:1"],
		["Text\n\n    a:1\n    AND b:2\n\n    c:3", "indented: a:1\n    AND b:2", "indented: c:3"],
		["    dir /s"],
		// Items of lists.
		["- `a:1`\n- image_path:b.exe\n* [ ] `c:3`", "list: a:1", "list: image_path:b.exe", "list: c:3"],
		["1. `a:1 AND\n   b:2`\n2. known benign", "list: a:1 AND\n   b:2"],
		[`- first:\n\n  ${inFence("lucene", "a:1").replaceAll("\n", "\n  ")}\n- last`, "list: a:1"],
		["- outer\n  - `a:1`\n    - `b:2`", "list: a:1", "list: b:2"],
		["- look at `a:1` here"],
		// Bare lines.
		["image_path:x AND -commandline:(a OR b)", "bare: image_path:x AND -commandline:(a OR b)"],
		["image_path:x\ncommandline:y", "bare: image_path:x", "bare: commandline:y"],
		["image_path:x AND\ncommandline:y\nOR b_c:z", "bare: image_path:x AND\ncommandline:y\nOR b_c:z"],
		['image_path:"x\nIt is not closed.', 'bare: image_path:"x'],
		['image_path:"x\ny"\nText', 'bare: image_path:"x\ny"'],
		["image_path:(x OR\ny)\nb_c:z", "bare: image_path:(x OR\ny)", "bare: b_c:z"],
		['-image_path:"a b"\n\nNOT Image:*x*', 'bare: -image_path:"a b"', "bare: NOT Image:*x*"],
		["We look at processes.\nimage_path:x AND a:y", "bare: image_path:x AND a:y"],
		['"Client Network Address":x', 'bare: "Client Network Address":x'],
		["process.name: cmd.exe", "bare: process.name: cmd.exe"],
		["EventID:4688", "bare: EventID:4688"],
		["Event ID: 4624"],
		["Note: text"],
		["Note:text"],
		["Author:Jo"],
		["HKLM:\\SOFTWARE\\x"],
		["C:\\Windows\\x.exe"],
		["http://example.com/a:1"],
		["process.name: the name of a process"],
		["image: what stands there"],
		["whoever sees\nimage_path:x\nshould look"],
		["see image_path:x"],
		// Quotes.
		["> `a:1\n> AND b:2`", "span: a:1\nAND b:2"],
		[`> ${inFence("lucene", "a:1\n\n  b:2").replaceAll("\n", "\n> ")}`, "fence: a:1\n\n  b:2"],
		["> image_path:x\n> AND a:y\n>\n> > - `c:3`", "bare: image_path:x\nAND a:y", "list: c:3"],
		["> # Analytic 2\n> text"],
		// Tables.
		[table("a | Contains | x", "b | Does not equal | y"), "table: a:*x* AND NOT b:=y"],
		[
			`${table("a | Contains | x")}\n\nand\n\n${table("b | Starts with | y", "c | Ends with | z")}`,
			"table: a:*x*",
			"table: b:=y* AND c:=*z",
		],
		["Field | Operator | Value | Note\n--|--|--|--\n`a` | equals | `x` | why", "table: a:=x"],
		[`> ${table("a | contains | x").replaceAll("\n", "\n> ")}`, "table: a:*x*"],
		["| Field | Type | Description |\n|---|---|---|\n| a | text | x |"],
		[table("Any field | Contains / Equals | what is looked for")],
		[table("a | Contains | x", "b | Contains |")],
		["| Field | Condition | Term | And/Or |\n|---|---|---|---|\n| a | Contains | x | OR |"],
	] as const)
		assert.deepEqual(
			queriesIn(body).map(({ form, text }) => `${form}: ${text}`),
			expected,
			body,
		);
});

test("a row of a table is a clause, its term written as the dialect needs it", () => {
	for (const [row, expected, dialect] of [
		["a | Contains | net user | ", "a:*net\\ user*"],
		["a | Does Not Contain | x", "NOT a:*x*"],
		["a | does not include | x", "NOT a:*x*"],
		["a | Equals | x", "a:=x"],
		["a | = | x", "a:=x"],
		["a | is | x", "a:=x"],
		["a | Is Not | x", "NOT a:=x"],
		["a | != | x", "NOT a:=x"],
		["a | Does Not Equal | x", "NOT a:=x"],
		["a | not in | x, y", "NOT a:=(x OR y)"],
		["a | Begins With | C:\\Temp\\ ", "a:=C:\\Temp\\*"],
		["a | Does not start with | x", "NOT a:=x*"],
		["a | STARTS_WITH | x", "a:=x*"],
		["a | Does Not End With | .exe", "NOT a:=*.exe"],
		["a | Contains | x or y", "a:(*x* OR *y*)"],
		["a | Contains | `x`, `y`<br>z", "a:(*x* OR *y* OR *z*)"],
		['a | Contains | "x, y"', "a:*x,\\ y*"],
		['a | Equals | "a*b"', 'a:="a*b"'],
		["a | Equals | a*b", "a:=a*b"],
		["a | Contains | *.exe", "a:*.exe*"],
		["a | Contains | a\\|b", "a:*a|b*"],
		["a | Contains | what? | ", "a:*what\\?*"],
		["**a** | Contains | -enc", "a:*-enc*"],
		["Process Name | Equals | x", "Process\\ Name:=x"],
		["a | Does Not Contain | x", "*:* AND NOT a:*x*", "lucene"],
		["a | Contains | C:/x", "a:*C\\:\\/x*", "lucene"],
	] as const)
		assert.deepEqual(
			queriesIn(table(row), dialect).map(({ text }) => text),
			[expected],
			row,
		);
});

test("the language of code is told by what is in it", () => {
	const languages: readonly (readonly [language: string, code: string])[] = [
		["redcloak", "image_path:x AND a:y"],
		["kusto", 'DeviceProcessEvents\n| where FileName =~ "cmd.exe"\n| project Timestamp'],
		["kusto", "let t = 1d;\nSecurityEvent\n| where TimeGenerated > ago(t)"],
		["spl", "index=main sourcetype=sysmon EventCode=1 | stats count by Image"],
		["spl", "| tstats count where index=x by host"],
		["esql", 'FROM logs-*\n| WHERE process.name == "cmd.exe"\n| STATS c = COUNT(*) BY host.name'],
		["eql", 'process where process.name : "cmd.exe" and event.type == "start"'],
		["eql", "sequence by host.id with maxspan=1m\n  [process where true]\n  [network where true]"],
		["osquery", "SELECT name, path FROM processes WHERE on_disk = 0;"],
		["sql", "select a from events where b = 'c'"],
		["sigma", "title: x\nlogsource:\n  product: windows\ndetection:\n  selection:\n    Image: x"],
		["yara", 'rule a {\n  strings:\n    $a = "x"\n  condition:\n    $a\n}'],
		["shell", "Get-WinEvent -LogName Security | Where-Object Id -eq 4688"],
		["shell", "$ grep -r x /var/log"],
	];
	for (const [language, code] of languages)
		for (const tag of ["", "sql"]) {
			const found = queriesIn(inFence(tag, code)).map(({ dialect }) => dialect);
			assert.deepEqual(found, [language], `${tag}: ${code}`);
		}
	for (const code of ["Some output\nof a tool", "PID  NAME\n1    init", "a b c"])
		assert.deepEqual(queriesIn(inFence("", code)), [], code);
});

/** Parts of documents in which the forms stand close to each other. */
const parts = fc.constantFrom(
	...'\n~\n\n~\r\n~\r\n\r\n~    ~\t~> ~- ~1. ~`~```\n~```lucene\n~image_path:x~a:1 AND~ b_c:(y~)~"~ OR ~\nAND ~| Field | Condition | Term |\n|---|---|---|\n~| a | Contains | x |\n~| b | Does Not Equal | "y, z" or w\\|v |\n~| `c` | Ends With | C:\\T\\ |~|~See ~.\n~:\n~<!-- x -->\n~😀~é~SELECT a FROM processes\n~Note: ~## Analytic 2\n~- [ ] '.split(
		"~",
	),
);

test("in any document the text of a query is what stands at its segments", () => {
	fc.assert(
		fc.property(
			fc.array(parts, { maxLength: 40 }).map((it) => it.join("")),
			fc.constantFrom("", ...dialectNames),
			(body, dialect) => {
				queriesIn(body, dialect);
			},
		),
		cases(1000),
	);
});

test("reading edit by edit is reading afresh, in every form", () => {
	fc.assert(
		fc.property(
			fc.array(parts, { maxLength: 30 }).map((it) => head + it.join("")),
			fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 20 }), insert: parts }), { minLength: 1, maxLength: 8 }),
			(first, edits) => {
				let text = first;
				let document = readDocument(text);
				for (const { at, remove, insert } of edits) {
					const from = at % (text.length + 1);
					text = text.slice(0, from) + insert + text.slice(from + remove);
					document = readDocument(text, "redcloak", document);
					const fresh = readDocument(text);
					assert.deepEqual(document.hunt, fresh.hunt);
					assert.deepEqual(document.faults, fresh.faults);
				}
			},
		),
		cases(300),
	);
});

test("finding queries takes time in proportion to the text", () => {
	const pieces = [
		"(\n",
		"`a:1\n",
		"a_b:(\n",
		"> ",
		"> x\n",
		"- a:1\n",
		"| ",
		"FROM x | ",
		"let x = 1\n",
		'"',
		"a_b:1 AND\n",
		"    x\n\n",
		"rule a {",
		"select ",
	];
	for (const piece of pieces) {
		const started = performance.now();
		readDocument(`${head}${piece.repeat(10_000)}\n\n${inFence("", `x ${piece.repeat(20_000)}`)}\n`);
		assert.ok(performance.now() - started < 2_000, `${piece}: ${performance.now() - started}`);
	}
	const started = performance.now();
	readDocument(head + table(`a | Contains | ${'"a, '.repeat(50_000)}`, `b | Contains | x${" ".repeat(3_000)}y`));
	assert.ok(performance.now() - started < 2_000, "a long cell");
});
