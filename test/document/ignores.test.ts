// `<!-- huntmark-ignore rule: reason -->`: what is read, and what it stands before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../server/src/document/readDocument.ts";

/** `[rule, reason, the text that it holds for]` of each. */
function ignoresIn(body: string) {
	const text = `# Hunt\n\n## Analytic 1\n${body}`;
	return readDocument(text).ignores.map(({ rule, reason, scope, span }) => {
		for (const part of [rule, reason]) if (part) assert.equal(text.slice(...part.span), part.text);
		assert.match(text.slice(...span), /^<!--.*-->$/s);
		return [rule.text, reason?.text ?? null, scope && text.slice(...scope)];
	});
}

const query = "`a_b:1`";

test("a rule, a colon and a reason", () => {
	for (const [comment, rule, reason] of [
		["<!-- huntmark-ignore only-negative: small index -->", "only-negative", "small index"],
		["<!--huntmark-ignore a-b:c-->", "a-b", "c"],
		["<!-- huntmark-ignore a-b : see: there -->", "a-b", "see: there"],
		["<!--\n\thuntmark-ignore\n\ta-b:\n\ttwo\n\tlines\n-->", "a-b", "two\n\tlines"],
		["<!-- huntmark-ignore a-b -->", "a-b", null],
		["<!-- huntmark-ignore a-b: -->", "a-b", null],
		["<!-- huntmark-ignore a-b no colon -->", "a-b", null],
		["<!-- huntmark-ignore : why -->", "", "why"],
		["<!-- huntmark-ignore -->", "", null],
	] as const) {
		assert.deepEqual(ignoresIn(`${comment}\n${query}\n`), [[rule, reason, query]], comment);
	}
	for (const text of [
		"<!-- huntmark-ignored a: b -->",
		"<!-- ignore a: b -->",
		"<!-- huntmark-ignore a: b",
		"<!-- -->",
	])
		assert.deepEqual(ignoresIn(`${text}\n${query}\n`), [], text);
});

test("it stands right before a query or a heading", () => {
	const it = "<!-- huntmark-ignore a: b -->";
	const section = `### Part\n${query}\n\n#### Deeper\n${query}\n\n`;
	for (const [body, scope] of [
		[`${it}\n${query}\n\n\`c_d:2\`\n`, query],
		[`Why.\n${it}\n\n\n${query}\n`, query],
		[`${it}\n<!-- prettier-ignore -->\n${query}\n`, query],
		[`${it}\n\`\`\`lucene\nx:1\n\`\`\`\n${query}\n`, "```lucene\nx:1\n```"],
		[`${it}\n${section}### Next\n`, section],
		[`${it}\n${section}## Analytic 2\n`, section],
		[`${it}\nPart\n-\n${query}`, `Part\n-\n${query}`],
		[`${it}\nWhy.\n\n${query}\n`, null],
		[`${query}\n\n${it}\n`, null],
	] as const) {
		assert.deepEqual(ignoresIn(body), [["a", "b", scope]], body);
	}
	assert.deepEqual(ignoresIn(`${it} <!-- huntmark-ignore c: d -->\n<!-- huntmark-ignore e: f -->\n${query}\n`), [
		["a", "b", query],
		["c", "d", query],
		["e", "f", query],
	]);
});

test("in code and in a document that is no hunt it is text", () => {
	const it = "<!-- huntmark-ignore a: b -->";
	for (const body of [`\`\`\`html\n${it}\n\`\`\`\n${query}\n`, `    ${it}\n\n${query}\n`, `\`${it}\`\n\n${query}\n`])
		assert.deepEqual(ignoresIn(body), [], body);
	assert.deepEqual(readDocument(`# README\n\n${it}\n## Usage\n`).ignores, []);
});
