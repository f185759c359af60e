// Every code action at any place of any document: what it does not name stays as it is, byte for byte.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { TextEdit } from "../../server/src/base/problem.ts";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { refactorings } from "../../server/src/features/refactorings.ts";
import { sourceActions } from "../../server/src/features/sourceActions.ts";
import { type Analysis, analyse, noContext } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { cases } from "../support/cases.ts";

const folder = fileURLToPath(new URL("../document/wild/", import.meta.url));
const hunts = readdirSync(folder)
	.filter((name) => name.endsWith(".md"))
	.map((name) => readFileSync(folder + name, "utf8"));

/** What mutations insert: pieces that have problems of their own, and what makes offsets slip. */
const pieces = [
	"`image_path:a and image_path:b OR c:d`\n",
	"\n\n`user:x AND commandline:*y*`\n\n",
	"| Field | Condition | Term |\n|---|---|---|\n| user | Contains | x |\n",
	"```\nimage_path:“a” x:1\n```\n",
	"T1086 TODO ",
	"## Analytic 1 - One\n",
	"- A name (reviewed 2020-01-01)\n- https://example.com/w/1\n",
	"😀",
	"\t",
	"\u0000",
	"> ",
];
const document = fc
	.tuple(
		fc.constantFrom(...hunts),
		fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.nat(3)), { maxLength: 4 }),
		fc.constantFrom("", "\uFEFF"),
		fc.boolean(),
		fc.boolean(),
	)
	.map(([hunt, inserts, bom, crlf, trimmed]) => {
		let text = hunt.replaceAll("\r\n", "\n").replace(/^\uFEFF/, "");
		for (const [at, piece, cut] of inserts) {
			const from = at % (text.length + 1);
			text = text.slice(0, from) + piece + text.slice(from + cut);
		}
		if (trimmed) text = text.trimEnd();
		return bom + (crlf ? text.replaceAll("\n", "\r\n") : text);
	});

interface Action {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

function actionsAt(analysis: Analysis, offset: number): readonly Action[] {
	const here = [offset, offset] as const;
	return [...codeActions(analysis, here), ...refactorings(analysis, here), ...sourceActions(analysis, () => true)];
}

test("what a code action does not name stays as it is", () => {
	const seen = new Set<string>();
	fc.assert(
		fc.property(document, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (text, places) => {
			const analysis = analyse(text, null, { ...noContext, now: Date.UTC(2026, 10, 24) });
			const problems = analysis.problems.slice(0, 3).map(({ span }) => span[0]);
			for (const offset of [...problems, ...places.map((at) => at % (text.length + 1))])
				for (const action of actionsAt(analysis, offset)) {
					seen.add(
						action.title
							.replace(/\d+|`.*?`|“.*?”|"[^"]*"/g, "…")
							.split(" ")
							.slice(0, 3)
							.join(" "),
					);
					check(text, action);
				}
		}),
		cases(600),
	);
	// It has tried more than the usual fixes.
	for (const words of [
		"Ignore",
		"Put the sections",
		"Format the queries",
		"Fix all",
		"Mark as reviewed",
		"Move the query",
		"Write the table",
		"Write the query",
	])
		assert.ok(
			[...seen].some((title) => title.startsWith(words)),
			`${words} among ${[...seen].join("; ")}`,
		);
});

function check(text: string, { title, edits }: Action): void {
	const step = `${title} in ${JSON.stringify(text)}`;
	let end = 0;
	const kept: string[] = [];
	for (const { span } of edits) {
		assert.ok(end <= span[0] && span[0] <= span[1] && span[1] <= text.length, step);
		kept.push(text.slice(end, span[0]));
		end = span[1];
	}
	kept.push(text.slice(end));
	const after = applyEdits(text, [edits]);
	// What was kept stands there in its order, with the new text of each edit between.
	assert.equal(
		after,
		kept.reduce((whole, part, index) => whole + (edits[index - 1]?.text ?? "") + part),
		step,
	);
	assert.equal(after.startsWith("\uFEFF"), text.startsWith("\uFEFF"), step);
	const breaks = (part: string) => new Set(part.match(/\r\n|\n/g) ?? []);
	const own = breaks(text);
	if (own.size !== 1) return;
	for (const { text: put } of edits) for (const lineBreak of breaks(put)) assert.ok(own.has(lineBreak), step);
}

test("putting sections in order moves text and changes none, and is done once", () => {
	fc.assert(
		fc.property(document, (text) => {
			const organize = (of: string) =>
				applyEdits(
					of,
					sourceActions(analyse(of), (kind) => kind === "source.organizeSections.huntmark").map(({ edits }) => edits),
				);
			const once = organize(text);
			const lines = (of: string) =>
				of
					.replace(/^\uFEFF/, "")
					.split(/\r?\n/)
					.map((line) => line.trimEnd())
					.filter(Boolean)
					.sort();
			assert.deepEqual(lines(once), lines(text));
			assert.equal(organize(once), once, JSON.stringify(text));
		}),
		cases(400),
	);
});

test("ignoring a problem with a reason changes no query", () => {
	fc.assert(
		fc.property(document, (text) => {
			const before = analyse(text);
			const queries = (of: Analysis) => of.queries.map(({ query }) => query.text);
			for (const problem of before.problems.slice(0, 4)) {
				const [ignore] = codeActions(before, problem.span).filter(({ title }) =>
					title.startsWith(`Ignore ${problem.rule} `),
				);
				if (!ignore) continue;
				const after = analyse(applyEdits(text, [ignore.edits]));
				assert.deepEqual(queries(after), queries(before), JSON.stringify([problem.rule, text]));
			}
		}),
		cases(300),
	);
});
