// Outline, lenses, targets, colours and quick fixes of whole hunts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineIndex } from "../../server/src/base/lineIndex.ts";
import { lenses } from "../../server/src/features/lenses.ts";
import { semanticTokens } from "../../server/src/features/semanticTokens.ts";
import { targets } from "../../server/src/features/targets.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { checkFixes, checkSymbols, huntOf } from "../support/features.ts";

const hunt = `# Quiet transfers

## Hypothesis
Somebody does.

## Analytic 1 - Look
\`image_path:a.exe\`

\`commandline:b
AND image_path:c\`

### Findings
None.

## Analytic 2
\`\`\`kusto
T | take 5
\`\`\`

## Analytic 3
\`x:1\`
`;

test("symbols nest as the sections do", () => {
	checkSymbols(hunt, [
		"hunt Quiet transfers 1-21",
		"  section Hypothesis 3-4",
		"  analytic Analytic 1 - Look 6-13",
		"    query image_path:a.exe 7-7",
		"    query commandline:b AND image_path:c 9-10",
		"    section Findings 12-13",
		"  analytic Analytic 2 15-18",
		"    query T | take 5 17-17",
		"  analytic Analytic 3 20-21",
		"    query x:1 21-21",
	]);
	checkSymbols("---\ntitle: From above\n---\n## Analytic 1\n`x:1`\n", [
		"hunt From above 2-5",
		"  analytic Analytic 1 4-5",
		"    query x:1 5-5",
	]);
	checkSymbols("## Analytic 1\n`x:1`\n", ["analytic Analytic 1 1-2", "  query x:1 2-2"]);
	checkSymbols("# README\n\nText.\n", []);
});

test("lenses stand over what can be run", () => {
	const analysis = analyse(hunt);
	assert.deepEqual(
		lenses(analysis, "file:///h.md").map(({ span, title, command, arguments: given }) => [
			lineIndex(hunt).positionAt(span[0]).line,
			title,
			command,
			...given,
		]),
		[
			[5, "▷ Run analytic", "huntmark.runAnalytic", "file:///h.md", 0],
			[6, "▷ Run query", "huntmark.runQuery", "file:///h.md", 0, 0],
			[8, "▷ Run query", "huntmark.runQuery", "file:///h.md", 0, 1],
			[19, "▷ Run analytic", "huntmark.runAnalytic", "file:///h.md", 2],
			[20, "▷ Run query", "huntmark.runQuery", "file:///h.md", 2, 0],
		],
	);
	assert.deepEqual(lenses(analyse("# README\n"), "file:///r.md"), []);
});

test("targets say on which lines analytics and queries stand", () => {
	for (const lineBreak of ["\n", "\r\n"]) {
		const text = hunt.replaceAll("\n", lineBreak);
		assert.deepEqual(targets(analyse(text), lineIndex(text)), {
			analytics: [
				{
					index: 0,
					title: "Analytic 1 - Look",
					lines: { start: 5, end: 9 },
					queries: [
						{ index: 0, title: "image_path:a.exe", lines: { start: 6, end: 6 } },
						{ index: 1, title: "commandline:b AND image_path:c", lines: { start: 8, end: 9 } },
					],
				},
				{
					index: 2,
					title: "Analytic 3",
					lines: { start: 19, end: 20 },
					queries: [{ index: 0, title: "x:1", lines: { start: 20, end: 20 } }],
				},
			],
		});
	}
});

test("each part of a query has its colour", () => {
	const text = huntOf('image_path:"a b" AND -b:=c OR x:[1 TO 2] /re/ f:{{p}} y:z~2');
	const analysis = analyse(text);
	const tokens = semanticTokens(analysis, [0, text.length]);
	assert.deepEqual(
		tokens.map(({ span, type }) => `${type} ${text.slice(...span)}`),
		[
			"property image_path",
			"operator :",
			'string "a b"',
			"keyword AND",
			"keyword -",
			"property b",
			"operator :=",
			"string c",
			"keyword OR",
			"property x",
			"operator :",
			"number [1 TO 2]",
			"regexp /re/",
			"property f",
			"operator :",
			"parameter {{p}}",
			"property y",
			"operator :",
			"string z",
			"number ~2",
		],
	);
	const and = text.indexOf("AND");
	assert.deepEqual(
		semanticTokens(analysis, [and, and + 3]).map(({ type }) => type),
		["keyword"],
	);
	assert.deepEqual(semanticTokens(analysis, [0, 10]), []);
});

test("a fix at the cursor, and all of its rule", () => {
	checkFixes("image_path:a <|>and commandline:b", {
		"Write AND": "image_path:a AND commandline:b",
	});
	checkFixes("image_path:a <|>and commandline:b or commandline:c", {
		"Write AND": "image_path:a AND commandline:b or commandline:c",
		"Add the brackets that are read": "(image_path:a and commandline:b) or commandline:c",
		"Fix all lowercase-operator in this hunt": "image_path:a AND commandline:b OR commandline:c",
	});
	checkFixes("image_path:<|>a", {});
	checkFixes("target_image<|>_path:a AND parentimagepath:b AND commandLine_:c", {
		"Change to parent_image_path": "parent_image_path:a AND parentimagepath:b AND commandLine_:c",
		"Change to TargetImage": "TargetImage:a AND parentimagepath:b AND commandLine_:c",
		"Change to target_path": "target_path:a AND parentimagepath:b AND commandLine_:c",
		"Fix all unknown-field in this hunt": "target_image_path:a AND parent_image_path:b AND commandline:c",
	});
});
