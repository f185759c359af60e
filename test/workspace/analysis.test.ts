// An edit works out again only what it touched, and the result is that of a fresh analysis.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, noContext, placeSpan, queryAt } from "../../server/src/workspace/analysis.ts";
import { changesMeaning, fixAll } from "../../server/src/workspace/fixAll.ts";
import { besideIncompleteness } from "../support/incomplete.ts";

const hunt = (queries: readonly string[]) =>
	`# Hunt\n\n## Hypothesis\nSomething.\n\n${queries.map((query, i) => `## Analytic ${i + 1} - Title\nWhy.\n\n\`${query}\`\n`).join("\n")}`;

const many = Array.from({ length: 500 }, (_, i) => `image_path:tool${i}.exe AND -commandline:(a${i} OR b)`);

test("a keystroke in a hunt of 500 queries parses one query again", () => {
	const first = analyse(hunt(many));
	assert.equal(first.queries.length, 500);
	assert.equal(first.parsed, 500);
	const text = first.text.replace("tool250.exe", "tool250x.exe");
	const second = analyse(text, first);
	assert.equal(second.parsed, 1);
	assert.equal(second.queries[249]?.tree, first.queries[249]?.tree);
	assert.deepEqual(second.problems, analyse(text).problems);
	assert.equal(analyse(text.replace("Something.", "Something else."), second).parsed, 0);
});

test("problems and their fixes stand at their place in the document", () => {
	const analysis = analyse(hunt(["a_field:1", "image_path:x and commandline:y"]));
	const problem = analysis.problems.find(({ rule }) => rule === "lowercase-operator");
	assert.equal(analysis.text.slice(...(problem?.span ?? [0, 0])), "and");
	assert.deepEqual(problem?.fix?.edits[0]?.span, problem?.span);
});

test("fixing all leaves nothing to fix and every other character as it was", () => {
	const before = analyse(
		hunt(["image_path:x and commandline:net user", "image_path:a AND image_path:b OR image_path:c"]),
	);
	const { analysis: after } = fixAll(before);
	assert.deepEqual(besideIncompleteness(after.problems), []);
	assert.equal(
		after.text,
		hunt(['image_path:x AND commandline:"net user"', "(image_path:a AND image_path:b) OR image_path:c"]),
	);
});

test("of what was fixed it is known whether it changed a meaning", () => {
	const { analysis, fixed } = fixAll(
		analyse(`${hunt(["image_path:x and commandline:net user"])}\n### Lucene\n\`image_path:“x” and username:y\`\n`),
	);
	assert.match(analysis.text, /`image_path:"x" AND username:y`/);
	assert.deepEqual(
		fixed.map((each) => [each.problem.rule, changesMeaning(each)]),
		[
			["lowercase-operator", false],
			["words-after-value", true],
			["typographic-character", false],
			["lowercase-operator", true],
		],
	);
});

test("what closes an open end is not put into a phrase or behind a backslash", () => {
	const rows = [
		['a_x:(b OR "c d', 'a_x:(b OR "c d")'],
		[String.raw`a_x:(b\ `, String.raw`a_x:(b\\) `],
		[String.raw`a_x:"b\ `, String.raw`a_x:"b\\" `],
	] as const;
	const catalog = {
		events: 1,
		fields: [{ name: "a_x", paths: [["a_x"]], type: "text", repeated: false, filled: 1 }],
	} as const;
	for (const [open, closed] of rows)
		assert.equal(fixAll(analyse(hunt([open]), null, { ...noContext, catalog })).analysis.text, hunt([closed]));
});

test("an offset finds its query, and the query's offset the document's", () => {
	const analysis = analyse(hunt(["image_path:x"]));
	const start = analysis.text.indexOf("image_path");
	const found = queryAt(analysis, start + 3);
	assert.equal(found?.at, 3);
	assert.ok(found);
	assert.deepEqual(placeSpan(found.placed.query, [0, 10]), [start, start + 10]);
	assert.equal(queryAt(analysis, 0), null);
});

test("what is no hunt has no queries and no problems", () => {
	const analysis = analyse("# Read me\n\n`imagepath:x and`\n");
	assert.equal(analysis.hunt, null);
	assert.deepEqual([analysis.queries, analysis.problems], [[], []]);
});

test("a dialect of the front matter that is none is said, with the nearest", () => {
	const at = (dialect: string) => `---\ndialect: ${dialect}\n---\n## Analytic 1\n\`image_path:x\`\n`;
	const { text, problems } = analyse(at('"lucen"'));
	assert.deepEqual(
		besideIncompleteness(problems).map(({ rule, severity, span, message }) => [
			rule,
			severity,
			text.slice(...span),
			message,
		]),
		[["invalid-front-matter", "error", '"lucen"', "There is no dialect `lucen`. Did you mean `lucene`?"]],
	);
	assert.equal(fixAll(analyse(at('"lucen"'))).analysis.text, at("lucene"));
	assert.match(analyse(at("kql")).problems[0]?.message ?? "", /^There is no dialect `kql`\. Use one of redcloak, /);
	for (const known of ["kibana", "Carbon Black", "taegis", ""])
		assert.deepEqual(besideIncompleteness(analyse(at(known)).problems), [], known);
});
