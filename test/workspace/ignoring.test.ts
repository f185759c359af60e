// What the author of a hunt says to ignore, and what is said of instructions that do not hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefusal } from "../../server/src/base/refusal.ts";
import { type Analysis, analyse } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { runRequests } from "../../server/src/workspace/targets.ts";
import { besideIncompleteness } from "../support/incomplete.ts";

const query = "`image_path:a and image_path:b`";
const ignore = "<!-- huntmark-ignore lowercase-operator: the tool writes it so -->";

/** `rule line` of each problem. */
function found({ text, problems }: Analysis): string[] {
	return besideIncompleteness(problems).map(({ rule, span }) => `${rule} ${text.slice(0, span[0]).split("\n").length}`);
}

test("before a query the rule's problems vanish there, and only these", () => {
	const text = `# Hunt\n\n## Analytic 1\n${ignore}\n\`image_path:a and imagepath:b\`\n\n${query}\n`;
	const analysis = analyse(text);
	assert.deepEqual(found(analysis), ["unknown-field 5", "lowercase-operator 7"]);
	assert.deepEqual(
		analysis.queries.map(({ problems }) => problems.map(({ rule }) => rule)),
		[["unknown-field"], ["lowercase-operator"]],
	);
});

test("before a heading they vanish up to the next heading of its level or above", () => {
	const parts = ["## Analytic 1\n", `${query}\n\n`, `### Part\n${query}\n\n`, `## Analytic 2\n${query}\n`];
	const lines = (at: number) =>
		found(analyse(`# Hunt\n\n${parts.map((part, i) => (i === at ? `${ignore}\n${part}` : part)).join("")}`));
	assert.deepEqual(lines(0), ["lowercase-operator 11"]);
	assert.deepEqual(lines(2), ["lowercase-operator 4", "lowercase-operator 11"]);
	assert.deepEqual(lines(3), ["lowercase-operator 4", "lowercase-operator 7"]);
	assert.deepEqual(found(analyse(`${ignore}\n# Hunt\n\n${parts.join("")}`)), []);
});

test("an instruction that does not hold is reported, and leaves nothing out", () => {
	for (const [comment, marked, said, fixed] of [
		["<!-- huntmark-ignore lowercase-operator -->", null, /Without a reason/, null],
		["<!-- huntmark-ignore lowercase-operator: -->", null, /Without a reason/, null],
		["<!-- huntmark-ignore: x -->", null, /names no rule/, null],
		[
			"<!-- huntmark-ignore lowercase-operators: x -->",
			"lowercase-operators",
			/There is no rule `lowercase-operators`, .* Did you mean `lowercase-operator`\?/,
			"<!-- huntmark-ignore lowercase-operator: x -->",
		],
		["<!-- huntmark-ignore zzzzzzz: x -->", "zzzzzzz", /There is no rule `zzzzzzz`/, null],
		["<!-- huntmark-ignore lowercase-operator: x -->\n\nWhy.", undefined, /neither a query nor a heading/, null],
	] as const) {
		const text = `# Hunt\n\n## Analytic 1\n${comment}\n\n${query}\n`;
		const problems = besideIncompleteness(analyse(text).problems);
		assert.deepEqual(
			problems.map(({ rule, severity }) => `${severity} ${rule}`),
			["warning invalid-ignore", "warning lowercase-operator"],
			comment,
		);
		const [problem] = problems;
		assert.match(problem?.message ?? "", said);
		const place = text.slice(...(problem?.span ?? [0, 0]));
		assert.equal(place, marked ?? comment.split("\n")[0]);
		if (problem?.fix) assert.equal(applyEdits(text, [problem.fix.edits]), text.replace(comment, fixed ?? ""));
		else assert.equal(fixed, null);
	}
});

test("a query whose error is ignored runs", () => {
	const broken = '`image_path:"a`';
	const requests = (comment: string) => {
		const analysis = analyse(`# Hunt\n\n## Analytic 1\n${comment}\n${broken}\n`);
		return isRefusal(runRequests(analysis, { kind: "hunt" }));
	};
	assert.deepEqual(
		[requests("Why."), requests("<!-- huntmark-ignore unclosed-quote: cut off in the ticket -->")],
		[true, false],
	);
});

test("an edit of an instruction of the same length is seen, wherever it stands", () => {
	for (const text of [
		`# Hunt\n\n${ignore}\n\n## Analytic 1\n${query}\n`,
		`${ignore}\n# Hunt\n\n## Hypothesis\nx\n\n## Analytic 1\n${query}\n`,
		`# Hunt\n\n## Analytic 1\n${ignore}\n${query}\n`,
	]) {
		const first = analyse(text);
		const second = analyse(text.replace("lowercase-operator:", "lowercase-operatos:"), first);
		assert.deepEqual([found(first), found(second).length], [[], 2]);
		assert.deepEqual(besideIncompleteness(analyse(text, second).problems), []);
	}
});
