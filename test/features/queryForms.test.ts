// The features of queries, in every form that a query has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { semanticTokens } from "../../server/src/features/semanticTokens.ts";
import { analyse } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { runRequests } from "../../server/src/workspace/targets.ts";
import { checkAccepted, checkCompletion, checkHover } from "../support/features.ts";

const hunt = (body: string) =>
	`# Hunt\n\n## Hypothesis\nx\n\n## Analytic 1 - One\n${body}\n\n## References\nhttps://example.com\n`;
const table = (row: string) => `| Field | Condition | Term |\n|---|---|---|\n| ${row} |`;

/** One query that asks for two fields, in each form, with a cursor in each place. */
const forms = (first: string, second: string) => [
	hunt(`\`${first} AND ${second}\``),
	hunt(`\`\`\`\n${first}\n  AND ${second}\n\`\`\``),
	hunt(`\t\`${first} AND ${second}\``),
	hunt(`- ${first} AND ${second}`),
	hunt(`${first} AND\n${second}`),
	hunt(`> \`${first}\n> AND ${second}\``),
];

test("a hover knows the field and the value", () => {
	for (const text of forms("image_<|>path:x.exe", "commandline:y"))
		checkHover(text, ["image_path", "**image_path** …"]);
	for (const text of forms("image_path:x.exe", "command<|>line:y"))
		checkHover(text, ["commandline", "**commandline** …"]);
	for (const text of forms("image_path:x.exe", "commandline:ab<|>c"))
		checkHover(text, ["abc", "`commandline` contains …"]);
	checkHover(hunt(table("image_<|>path | Contains | x")), ["image_path", "**image_path** …"]);
	checkHover(hunt(table("image_path | Contains | net <|>user")), ["net user", "`image_path` contains, also inside …"]);
	const whole = table("image_path | Contains | x");
	checkHover(hunt(whole.replace("Contains", "Con<|>tains")), [whole, "Events where `image_path` contains …"]);
	checkHover(hunt(whole.replace("Field", "Fi<|>eld")), [whole, "Events where …"]);
});

test("fields and values are completed", () => {
	for (const text of forms("imag<|>:x.exe", "commandline:y")) checkCompletion(text, ["imag", "image_path, …"]);
	for (const text of forms("image_path:x.exe", "comm<|>:y"))
		checkAccepted(text, "commandline", text.replace("comm<|>", "commandline"));
	const cell = hunt(table("imag<|> | Contains | x"));
	checkAccepted(cell, "image_path", cell.replace("imag<|>", "image_path"));
	const value = hunt(table("integrity_level | Equals | Hi<|>"));
	checkCompletion(value, null);
});

test("colours are on what stands in the document", () => {
	const tokensOf = (body: string) => {
		const text = hunt(body);
		return semanticTokens(analyse(text), [0, text.length]).map(({ span, type }) => `${type} ${text.slice(...span)}`);
	};
	assert.deepEqual(tokensOf(table("a | Does Not Contain | net user or x")), [
		"property a",
		"string net user",
		"string x",
	]);
	assert.deepEqual(tokensOf('> a:1\n> AND b:"x\n> y"'), [
		"property a",
		"operator :",
		"string 1",
		"keyword AND",
		"property b",
		"operator :",
		'string "x\n',
		'string y"',
	]);
	for (const text of forms("a:1", "b:2")) {
		const types = semanticTokens(analyse(text), [0, text.length]).map(({ type }) => type);
		assert.deepEqual(types, ["property", "operator", "string", "keyword", "property", "operator", "string"], text);
	}
});

test("a fix changes nothing but the query", () => {
	const fixed = (text: string, title: string) => {
		const fix = codeActions(analyse(text), [0, text.length]).find((each) => each.title === title);
		return fix && applyEdits(text, [fix.edits]);
	};
	for (const text of [...forms("imagepath:x.exe", "commandline:y"), hunt(table("imagepath | Contains | x"))])
		assert.equal(fixed(text, "Change to image_path"), text.replace("imagepath", "image_path"));
	// What stands on two lines of a quote is not removed with the mark between them.
	const twice = (body: string) => analyse(hunt(body)).problems.find(({ rule }) => rule === "duplicate-clause");
	assert.ok(twice("`a:1 AND a:1`")?.fix);
	const quoted = twice("> `a:1\n> AND a:1`");
	assert.ok(quoted && !quoted.fix);
	const rows = twice(`${table("a | Equals | 1")}\n| a | Equals | 1 |`);
	assert.ok(rows && !rows.fix);
});

test("each form runs", () => {
	for (const text of [...forms("a:1", "b:2"), hunt(table("a | Contains | 1"))]) {
		const requests = runRequests(analyse(text), { kind: "analytic", index: 0 });
		assert.ok(!("kind" in requests) && requests[0]?.queries.length === 1, text);
	}
});
