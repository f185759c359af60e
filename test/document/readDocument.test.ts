// The hunt in a document: its parts, its queries and their exact places.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { dialectNames } from "../../server/src/base/dialect.ts";
import type { Hunt } from "../../server/src/document/hunt.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";
import { cases } from "../support/cases.ts";
import { longHunt, wholeHunt } from "./hunts.ts";

/** The hunt of a text, after checking that every span holds what it says. */
function huntOf(text: string): Hunt | null {
	const { hunt, faults } = readDocument(text);
	assertSpans(text, { hunt: hunt && { ...hunt, meta: null }, faults });
	return hunt;
}

/** Every `{ text, span }` at any depth is the text at its span; every span lies in the text; all of it is plain JSON. */
function assertSpans(text: string, value: unknown): void {
	assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
	JSON.stringify(value, (_key, part) => {
		if (part?.span) {
			const [start, end] = part.span;
			assert.ok(0 <= start && start <= end && end <= text.length, `span ${part.span} of ${text.length}`);
			const isWhole = part.segments === undefined || part.segments.length === 1;
			if (typeof part.text === "string" && isWhole && part.form !== "table")
				assert.equal(text.slice(start, end), part.text);
		}
		return part;
	});
}

/** `form dialect: text` of all queries of a hunt whose one analytic has this body. */
function queriesIn(body: string): string[] {
	const hunt = huntOf(`## Hypothesis\nx\n\n## Analytic 1\n${body}\n`);
	return (hunt?.analytics ?? []).flatMap(({ queries }) => queries.map((it) => `${it.form} ${it.dialect}: ${it.text}`));
}

test("every part of a hunt is read", () => {
	const hunt = huntOf(wholeHunt);
	assert.ok(hunt);
	assert.equal(hunt.title?.text, "Quiet transfers");
	assert.equal(hunt.meta?.id?.text, "H-7");
	assert.deepEqual(
		hunt.meta.techniques.map(({ text, span }) => [text, wholeHunt.slice(...span)]),
		[
			["T1197", "T1197"],
			["T1105", '"T1105"'],
		],
	);
	assert.equal(hunt.hypothesis?.text, "Somebody moves files with a service\nthat nobody looks at.");
	assert.match(hunt.description?.text ?? "", /^First paragraph\.\n.*\n### Background\nPart of the description\.$/s);
	assert.deepEqual(
		hunt.existingDetections.map(({ name, url, reviewed }) => [name?.text, url?.text, reviewed?.text]),
		[
			["Transfer by script", "https://example.com/watchlists/1", "2026-01-31"],
			["No address", "https://example.com/watchlists/2", undefined],
		],
	);
	assert.deepEqual(
		hunt.analytics.map(({ number, title, prose, queries }) => [
			number,
			title?.text,
			prose.map(({ text }) => text),
			queries.map(({ text, form, dialect, analytic }) => [text, form, dialect, analytic]),
		]),
		[
			[
				1,
				"Look at command lines",
				["Why and what.", "More prose."],
				[
					["image_path:bitsadmin.exe AND -commandline:(list OR reset)", "span", "redcloak", 0],
					['commandline:"a \\"b\\" \\* c"', "span", "redcloak", 0],
				],
			],
			[
				null,
				"by name",
				[],
				[
					["parent_image_path:winword.exe\n  AND image_path:*.exe", "fence", "lucene", 1],
					["DeviceEvents | take 5", "fence", "kusto", 1],
				],
			],
		],
	);
	assert.deepEqual(
		hunt.tests.map(({ data, query, expected }) => [data.text, query.text, expected.text]),
		[
			["data/a.ndjson", "Analytic 1", "4 events"],
			["data/b.ndjson", "Analytic 1, query 2", "none"],
		],
	);
	assert.equal(hunt.findings?.text, "Nothing yet.");
	assert.deepEqual(
		hunt.references.map(({ url }) => url.text),
		["https://example.com/one", "https://example.com/two_three", "https://example.com/list"],
	);
	assert.deepEqual(
		hunt.sections.map(({ kind, level }) => `${kind} ${level}`),
		[
			"hypothesis 2",
			"description 2",
			"detections 2",
			"analytic 2",
			"analytic 2",
			"tests 2",
			"findings 2",
			"references 2",
		],
	);
});

test("a hunt reads the same with CRLF, blanks at line ends and a byte order mark", () => {
	const parts = (text: string) =>
		JSON.parse(JSON.stringify(huntOf(text)), (key, value) => {
			if (key === "span" || key === "segments") return undefined;
			return typeof value === "string" ? value.replace(/[ \r]*\n/g, "\n") : value;
		});
	for (const hunt of [wholeHunt, longHunt(2)]) {
		for (const variant of [hunt.replaceAll("\n", "\r\n"), `\uFEFF${hunt}`, hunt.replaceAll("\n", "  \n")]) {
			assert.deepEqual(parts(variant), parts(hunt));
		}
	}
});

test("headings at any level, in any case, with and without number", () => {
	for (const [heading, kind, number, title] of [
		["# HYPOTHESIS", "hypothesis"],
		["###### hypothesis:", "hypothesis"],
		["## **Hypothesis**", "hypothesis"],
		["Hypothesis\n----------", "hypothesis"],
		["## 2. Description ##", "description"],
		["### Existing Detections", "detections"],
		["## review existing watchlists", "detections"],
		["## Reference(s)", "references"],
		["## Reference", "references"],
		["# REFERENCES:", "references"],
		["## Findings", "findings"],
		["## Tests", "tests"],
		["## Analytic 1 - One - two", "analytic", 1, "One - two"],
		["#### ANALYTIC 12: one", "analytic", 12, "one"],
		["## Analytic #3 – one", "analytic", 3, "one"],
		["## Analytic 4 one", "analytic", 4, "one"],
		["## Analytic - one", "analytic", undefined, "one"],
		["## Analytic: one", "analytic", undefined, "one"],
		["## **Analytic 5** - one", "analytic", 5, "one"],
		["## Analytic", "analytic"],
		["## Analytic 6", "analytic", 6],
		["# Analytics platform", "other"],
		["# Analytic thinking", "other"],
		["# Analytic-driven work", "other"],
		["# References to come", "other"],
		["## Anything else", "part"],
		["## Hunt Hypothesis", "hypothesis"],
		["## 1. Hypothesis Statement", "hypothesis"],
		["## II. Hypothesis", "hypothesis"],
		["## 🎯 Hypothesis", "hypothesis"],
		["## Starting Hypothesis (v1)", "hypothesis"],
		["## Hypotheses -", "hypothesis"],
		["## Why Light This Fire? 🔥", "description"],
		["## Background", "description"],
		["## 3) TRIGGER:", "description"],
		["**Purpose**:", "description"],
		["__Purpose:__", "description"],
		["##Description", "description"],
		["## Existing Detections / Watchlists", "detections"],
		["## Watchlists", "detections"],
		["## MITRE Reference(s)", "references"],
		["## Reference Information:", "references"],
		["## Reference Information/Hunters Notes", "references"],
		["## MITRE ATT&CK References", "references"],
		["## Results", "findings"],
		["## Lessons Learned", "findings"],
		["## Test Cases", "tests"],
		["## Exclusions", "exclusions"],
		["# False Positives", "other"],
		["## Analytic IV: one", "analytic", 4, "one"],
		["## Analytic I", "analytic", 1],
		["## **Analytic 7 - one**", "analytic", 7, "one"],
		["### 🔎 Hunt Analytic 8: one", "analytic", 8, "one"],
		["**Analytic 9 - one**", "analytic", 9, "one"],
		["##Analytic 10 - one", "analytic", 10, "one"],
	] as const) {
		const hunt = huntOf(`---\nhuntmark: true\n---\n# T\n\n# Anything\nx\n\n${heading}\nbody\n`);
		assert.equal(hunt?.sections[1]?.kind ?? "part", kind, heading);
		if (kind !== "analytic" || !hunt) continue;
		assert.equal(hunt.analytics[0]?.number, number ?? null, heading);
		assert.equal(hunt.analytics[0]?.title?.text, title, heading);
	}
});

test("which code is a query, and in which language", () => {
	for (const [body, ...expected] of [
		["`a:1`", "span redcloak: a:1"],
		["`a:1`\n\n`b:2`", "span redcloak: a:1", "span redcloak: b:2"],
		["`a:1`\n`b:2`", "span redcloak: a:1", "span redcloak: b:2"],
		["`a:1\nOR b:2`", "span redcloak: a:1\nOR b:2"],
		['`` a:"`x`" ``', 'span redcloak: a:"`x`"'],
		["   `a:1`  ", "span redcloak: a:1"],
		["`-a:1`", "span redcloak: -a:1"],
		['`"Client Network Address":x`', 'span redcloak: "Client Network Address":x'],
		["`image_path: x.exe`", "span redcloak: image_path: x.exe"],
		["`_exists_:a`", "span redcloak: _exists_:a"],
		["`*:x`", "span redcloak: *:x"],
		["`f:C:\\x`", "span redcloak: f:C:\\x"],
		["See `a:1` here."],
		["`a:1` `b:2`"],
		["`a:1`."],
		["`bitsadmin.exe`"],
		["`Event ID: 4624`"],
		["`HKLM:\\SOFTWARE\\x`"],
		["`C:\\Windows\\x.exe`"],
		["`https://example.com/a`"],
		["`std::string`"],
		["`a:1", "span redcloak: a:1"],
		["```\na:1\n```", "fence redcloak: a:1"],
		["```\nno query\n```"],
		['```\n{\n  "a":"b"\n}\n```'],
		["```lucene\na:1\n\n  # b\n```", "fence lucene: a:1\n\n  # b"],
		["~~~ RedCloak title=x\nword\n~~~", "fence redcloak: word"],
		["  ```lucene\n  a:1\n  ```", "fence lucene: a:1"],
		["```lucene\na:1", "fence lucene: a:1"],
		["```lucene\n```"],
		["```kql\na:1\n```", "fence redcloak: a:1"],
		["```kql\nT | where a == 1\n```", "fence kusto: T | where a == 1"],
		["```spl\nindex=x\n```", "fence spl: index=x"],
		["```powershell\nGet-Item x\n```", "fence shell: Get-Item x"],
		["```cobol\nMOVE A\n```", "fence other: MOVE A"],
		["```constructor\nx\n```", "fence other: x"],
		['```json\n{"a":1}\n```'],
	] as const) {
		assert.deepEqual(queriesIn(body), expected, body);
	}
});

test("a hash in a fence is no heading, and a template in a fence is no hunt", () => {
	const body = "```lucene\na:1\n# References\n## Analytic 2\n```\n\n`b:2`";
	assert.equal(queriesIn(body).length, 2);
	assert.equal(huntOf(`# About\n\n\`\`\`\n${wholeHunt.replaceAll("```", "")}\n\`\`\`\n`), null);
});

test("what is not a hunt", () => {
	for (const text of [
		"",
		"\uFEFF",
		"# Some tool\n\nInstall it.\n\n## Usage\n`a:b`\n\n## References\nhttps://example.com\n",
		"## Hypothesis\n\n## Analytic 1\n",
		"---\ntitle: x\n---\ntext\n",
		"---\nhuntmark: false\n---\ntext\n",
	]) {
		assert.equal(huntOf(text), null, text);
	}
});

test("front matter", () => {
	const marked = huntOf("---\nhuntmark: true\ntitle: By YAML\n---\nNo section yet.\n");
	assert.equal(marked?.title?.text, "By YAML");

	const text = "---\nid: 007\ntechniques: T1197\nstatus:\n---\n## Hypothesis\nx\n";
	const meta = huntOf(text)?.meta;
	assert.deepEqual([meta?.id?.text, meta?.techniques[0]?.text, meta?.status], ["007", "T1197", null]);
	assert.equal(text.slice(...(meta?.span ?? [0, 0])), text.slice(0, text.indexOf("\n##")));

	const broken = "---\nid: [a\n---\n## Hypothesis\nx\n";
	const { hunt, faults } = readDocument(broken);
	assert.equal(hunt?.hypothesis?.text, "x");
	assert.deepEqual(new Set(faults.map(({ rule }) => rule)), new Set(["invalid-front-matter"]));
	assertSpans(broken, faults);

	assert.equal(huntOf("---\nid: a\n\n## Hypothesis\nx\n")?.meta, null, "unclosed");
});

test("parts in another order, and more than once", () => {
	const hunt = huntOf(
		"## References\nhttps://a.example\n## Analytic 2\n`a:1`\n# Late\n## Hypothesis\n\n## Hypothesis\nx\n",
	);
	assert.deepEqual(
		hunt?.sections.map(({ kind }) => kind),
		["references", "analytic", "other", "hypothesis", "hypothesis"],
	);
	assert.equal(hunt.title, null);
	assert.equal(hunt.hypothesis?.text, "x");
	assert.equal(hunt.analytics[0]?.queries.length, 1);
});

test("a deeper heading stays in its analytic", () => {
	const hunt = huntOf(
		"# T\n## Analytic 1\n### Description\nd\n### Query\n`a:1`\n### Analytic 2\n`b:2`\n## Notes\n`c:3`\n",
	);
	assert.deepEqual(
		hunt?.analytics.map(({ number, queries }) => [number, queries.map(({ text }) => text)]),
		[
			[1, ["a:1"]],
			[2, ["b:2"]],
		],
	);
	assert.equal(hunt.description, null);
});

const pieces = fc.constantFrom(
	..."\n|\n\n|\r\n|`|```\n|a:1|# |## Hypothesis\n|## Analytic 1 - x\n|- |  |\t|---\n|> |<!--|-->|| a | b |\n|x|https://a.example|1. |===\n|\uFEFF|*|\\|id: [|---\ndialect: lucene\n---\n|kibana|### Kibana\n|**Lucene**|<!-- huntmark-ignore a: b -->\n|x > 5|a: b| and ".split(
		"|",
	),
	"|",
);

test("any text is read without failing, its spans exact", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary", maxLength: 200 }),
				fc.array(pieces).map((it) => it.join("")),
			),
			(text) => {
				huntOf(text);
			},
		),
		cases(500),
	);
});

/** In which what says a dialect, or what is ignored, stands close to other such things. */
const inDialects = `---\ndialect: lucene\n---\n# T\n\n## Kibana\n### Analytic 1 - Lucene\n\`a_b:1\`\n\n**Kibana**\n
<!-- huntmark-ignore a: b -->\n\`c_d:1\`\n\n#### Red Cloak\n\`+e:1\`\n\n<!-- huntmark-ignore -->\n## Analytic 2\n\`process_name:x\`\n\n\`Image: x\`\n\n### Kibana\n\`a > 5 and b: c\`\n`;

test("reading edit by edit is reading afresh", () => {
	const edit = fc.record({
		at: fc.nat(),
		remove: fc.nat({ max: 40 }),
		insert: fc.array(pieces, { maxLength: 4 }),
		dialect: fc.constantFrom(...dialectNames),
	});
	const start = fc.constantFrom(wholeHunt, wholeHunt.replaceAll("\n", "\r\n"), longHunt(12), inDialects, "");
	fc.assert(
		fc.property(start, fc.array(edit, { minLength: 1, maxLength: 12 }), (first, edits) => {
			let text = first;
			let document = readDocument(text);
			for (const { at, remove, insert, dialect } of edits) {
				const from = text.length === 0 ? 0 : at % text.length;
				text = text.slice(0, from) + insert.join("") + text.slice(from + remove);
				document = readDocument(text, dialect, document);
				const fresh = readDocument(text, dialect);
				assert.deepEqual(document.hunt, fresh.hunt);
				assert.deepEqual(document.faults, fresh.faults);
				assert.deepEqual(document.ignores, fresh.ignores);
			}
			assertSpans(text, { ...document.hunt, meta: null });
		}),
		cases(300),
	);
});

test("a keystroke in a long hunt leaves all other blocks as they were", () => {
	const text = longHunt(500);
	const before = readDocument(text);
	const at = text.indexOf("image_path:tool250.exe") + 3;
	const after = readDocument(`${text.slice(0, at)}x${text.slice(at)}`, "redcloak", before);
	const known = new Set(before.classification.map(({ tree }) => tree));
	const parsedAgain = after.classification.filter(({ tree }) => !known.has(tree)).length;
	assert.ok(
		parsedAgain >= 1 && parsedAgain <= 12,
		`${parsedAgain} of ${after.classification.length} blocks parsed again`,
	);
	const queries = (hunt: Hunt | null) => hunt?.analytics.flatMap((it) => it.queries.map(({ text }) => text)) ?? [];
	const changed = queries(after.hunt).filter((query, i) => query !== queries(before.hunt)[i]);
	assert.deepEqual(changed.length, 1);
});

const seed = join(process.env.HUNTMARK_SHARED ?? join(import.meta.dirname, "../../../shared"), "seed/abuse-of-bits.md");
const missing = existsSync(seed) ? false : `SKIPPED: no seed hunt at ${seed}; set HUNTMARK_SHARED`;

test("the seed hunt", { skip: missing }, () => {
	const hunt = huntOf(readFileSync(seed, "utf8"));
	assert.match(hunt?.title?.text ?? "", /\(BITS\)$/);
	assert.ok(hunt?.hypothesis && hunt.description);
	assert.equal(hunt.existingDetections.filter(({ name, url }) => name && url).length, 11);
	assert.deepEqual(
		hunt.analytics.map(({ number, title, queries }) => [number, title?.text, queries.length]),
		[[1, "Investigate Processes and Commandlines", 3]],
	);
	assert.equal(hunt.references.length, 3);
});

test("what takes the place of blanks in an unchanged section is read", () => {
	const before = "# H\n\n## Hypothesis\nabc    \n\n## Description\n\n\n\n## Analytic 1\n`a_b:1`\n";
	const first = readDocument(before);
	for (const after of [before.replace("abc    ", "abc  de"), before.replace("Description\n\n\n", "Description\nx\n")]) {
		assert.equal(after.length, before.length);
		assert.deepEqual(readDocument(after, "redcloak", first).hunt, readDocument(after).hunt);
	}
	const edited = before.replace("a_b:1", "a_b:2");
	assert.equal(readDocument(edited, "redcloak", first).hunt?.sections[0], first.hunt?.sections[0]);
});
