// Between a query's text and its document: any fix of any query, in any form.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fixesOf } from "../../server/src/base/problem.ts";
import type { HuntQuery } from "../../server/src/document/hunt.ts";
import { analyse, placeSpan, placesOf, spanInQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { cases } from "../support/cases.ts";

const quoted: HuntQuery = {
	text: "a:1\nAND b:2",
	span: [10, 23],
	segments: [
		{ span: [10, 14], at: 0 },
		{ span: [16, 23], at: 4 },
	],
	form: "span",
	dialect: "redcloak",
	dialectFrom: "default",
	analytic: 0,
};
/** `a:*x*`, of which `a` stands at 50 and `x` at 60. */
const cells: HuntQuery = {
	...quoted,
	text: "a:*x*",
	span: [40, 63],
	segments: [
		{ span: [50, 51], at: 0 },
		{ span: [60, 61], at: 3 },
	],
	form: "table",
};

test("a span of the text is placed where its characters stand", () => {
	for (const [query, span, placed, places] of [
		[quoted, [0, 3], [10, 13], [[10, 13]]],
		[
			quoted,
			[2, 7],
			[12, 19],
			[
				[12, 14],
				[16, 19],
			],
		],
		[quoted, [4, 4], [14, 14], [[14, 14]]],
		[
			quoted,
			[0, 11],
			[10, 23],
			[
				[10, 14],
				[16, 23],
			],
		],
		[cells, [0, 1], [50, 51], [[50, 51]]],
		[cells, [1, 3], [51, 60], []],
		[cells, [2, 5], [60, 61], [[60, 61]]],
		[cells, [4, 5], [61, 63], []],
		[
			cells,
			[0, 5],
			[50, 61],
			[
				[50, 51],
				[60, 61],
			],
		],
	] as const) {
		assert.deepEqual(placeSpan(query, span), placed);
		assert.deepEqual(placesOf(query, span), places);
	}
	assert.deepEqual(spanInQuery(quoted, [17, 19]), [5, 7]);
	assert.equal(spanInQuery(quoted, [12, 17]), null);
});

const queries = fc.constantFrom(
	"imagepath:x AND commandline:y",
	"image_path:x and commandline:y",
	"image_path:x commandline:y",
	"image_path:C:\\Temp\\",
	'commandline:"C:\\Temp\\"',
	"image_path : x",
	"commandline:(a, b)",
	"commandline:net user",
	"image_path:“x”",
	"a_b:1 AND c_d:2 OR e_f:3",
	"commandline:(-enc OR -nop)",
	"url:http://x",
	"commandline:'a b'",
	"port:[9 TO 1]",
	"(image_path:x",
);
const inForm: readonly ((query: string) => string)[] = [
	(query) => `\`${query}\``,
	(query) => `\`\`\`\n${query.replaceAll(" ", "\n  ")}\n\`\`\``,
	(query) => `\t\`${query}\``,
	(query) => `Text\n\n    ${query}`,
	(query) => `- \`${query}\``,
	(query) => `- ${query}\n- more`,
	(query) => query,
	(query) => `See.\n${query}\nSeen.`,
	(query) => `> \`${query.replaceAll(" ", "\n> ")}\``,
	(query) => `> ${query}`,
	(query) =>
		`| Field | Condition | Term |\n|---|---|---|\n| imagepath | Contains | ${query.replaceAll("|", "")} |\n| b c | Equals | "x" |`,
];
const blocks = fc
	.array(fc.tuple(queries, fc.constantFrom(...inForm)), { minLength: 1, maxLength: 4 })
	.map((parts) => parts.map(([query, form]) => form(query)).join("\n\n"));

test("whatever is fixed, the other queries stay, and the marks round the query", () => {
	let applied = 0;
	fc.assert(
		fc.property(blocks, fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "\uFEFF"), (body, lineBreak, mark) => {
			const text = mark + `## Hypothesis\nx\n\n## Analytic 1 - y\n${body}\n`.replaceAll("\n", lineBreak);
			const before = analyse(text);
			for (const problem of before.problems)
				for (const { edits } of fixesOf(problem)) {
					const placed = before.queries.find(({ query: { span } }) =>
						edits.every((edit) => span[0] <= edit.span[0] && edit.span[1] <= span[1]),
					);
					if (!placed) continue;
					applied++;
					const { query } = placed;
					const own = edits.map((edit) => ({
						...edit,
						span: spanInQuery(query, edit.span) ?? assert.fail("it crosses marks"),
					}));
					const after = analyse(applyEdits(text, [edits]), before, before);
					const expected = before.queries.map((each) =>
						each === placed && query.form !== "table" ? applyEdits(query.text, [own]) : each.query.text,
					);
					const found = after.queries.map((each) => each.query.text);
					const at = before.queries.indexOf(placed);
					if (query.form === "table") found[at] = expected[at] as string;
					assert.deepEqual(found, expected);
					assert.deepEqual(
						after.queries.map((each) => each.query.form),
						before.queries.map((each) => each.query.form),
					);
				}
		}),
		cases(300),
	);
	assert.ok(applied > 500, `${applied}`);
});
