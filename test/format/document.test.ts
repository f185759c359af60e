// A document whose queries are laid out keeps every other byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Analysis, analyse } from "../../server/src/workspace/analysis.ts";
import { formatDocument, formatEdits } from "../../server/src/workspace/formatDocument.ts";
import { cases } from "../support/cases.ts";
import { withoutSpans } from "../support/exprs.ts";
import { queryTexts } from "../support/queryTexts.ts";

const document = (body: string) => `# Hunt\n\n## Hypothesis\nSomething.\n\n## Analytic 1 - Look\n\n${body}\n`;
const formatted = (body: string) => formatDocument(analyse(document(body)));
const long = Array.from({ length: 9 }, (_, i) => `tool_number_${i}.exe`);

test("only queries change", () => {
	const before =
		"\ufeff# A  hunt  \r\n\r\n## Analytic 1 - Look\r\n\r\nText with `image_path:a  and b`.\r\n\r\n<!-- a  comment -->\r\n\r\n`image_path:a  and b`\t\r\n\nlone \r cr\u0000 ünïcode 😀  ";
	const analysis = analyse(before);
	assert.equal(analysis.queries.length, 1);
	const at = before.lastIndexOf("a  and b");
	assert.equal(formatDocument(analysis), `${before.slice(0, at)}a AND b${before.slice(at + 8)}`);
});

test("a code span becomes one line, however long; a fence has lines", () => {
	const query = `image_path:(${long.join(" OR ")})`;
	assert.equal(formatted(`\`${query.replace(" OR ", "\nOR ")}\``), document(`\`${query}\``));
	assert.equal(
		formatted(`\`\`\`lucene\n${query}\n\`\`\``),
		document(`\`\`\`lucene\nimage_path:(\n  ${long.join("\n  OR ")}\n)\n\`\`\``),
	);
});

test("lines of a fence begin and end as its first one", () => {
	const fence = (lines: readonly string[]) =>
		document(`  \`\`\`\n${lines.join("\n")}\n  \`\`\``).replaceAll("\n", "\r\n");
	const before = fence(["  image_path:a", "     and image_path:b   "]);
	assert.equal(formatDocument(analyse(before)), fence(["  image_path:a", "  AND image_path:b   "]));
});

test("a query with an error, one in a foreign language and what is no hunt stay as they are", () => {
	for (const body of [
		"`image_path:(a  and b`",
		"```kusto\nA  |  where x:1\n```",
		'```\nimage_path:"a\n  b"  and image_path:c\n```',
	])
		assert.equal(formatted(body), document(body));
	const readme = "# Read me\n\n`image_path:a  and b`\n";
	assert.equal(formatDocument(analyse(readme)), readme);
});

test("errors of fields and values are no reason to leave a query as it is", () => {
	for (const [query, laidOut] of [
		["no_such_field:a  and image_path:b", "no_such_field:a AND image_path:b"],
		["event_id:abc  and (image_path:b)", "event_id:abc AND image_path:b"],
		["event_id:[9 TO 1]  and image_path:b", "event_id:[9 TO 1] AND image_path:b"],
	] as const) {
		const before = analyse(document(`\`${query}\``));
		assert.ok(
			before.problems.some(({ severity }) => severity === "error"),
			query,
		);
		assert.equal(formatDocument(before), document(`\`${laidOut}\``));
	}
});

test("what is probably several queries, or has a comment, stays as it is", () => {
	for (const body of [
		"```\nimage_path:a  and b\n\nimage_path:c\n```",
		"```\r\nimage_path:a  and b\r\n \t\r\nimage_path:c\r\n```",
		"```\n# Note\nimage_path:a  and b\n```",
		"```\nimage_path:a  and b // note\n```",
		"```kibana\nimage_path: a  AND image_path: b\n//note\n```",
	])
		assert.equal(formatted(body), document(body));
	assert.equal(formatted("`image_path:#a  and (b)`"), document("`image_path:#a AND b`"));
});

test("where the dialect is said, a query may come to look more like one, or less, but not like none", () => {
	assert.equal(formatted("### Red Cloak\n`Image : x  and y`"), document("### Red Cloak\n`Image:x AND y`"));
	assert.equal(formatted("### Kibana\n`Image : x  AND pid > 5`"), document("### Kibana\n`Image: x and pid > 5`"));
});

test("brackets are kept where a backtick behind them would end the code", () => {
	const body = "``(image_path:a OR image_path:`b`)``";
	assert.equal(formatted(body), document(body));
});

test("a range lays out the queries that it touches", () => {
	const text = document("`image_path:a  and b`\n\n`image_path:c  and d`");
	const at = text.indexOf("c  and");
	const edits = formatEdits(analyse(text), [at, at]);
	assert.deepEqual(edits, [{ span: [at - 11, at + 8], text: "image_path:c AND d" }]);
});

test("whatever its text says, a query stays one of its language, with its Expr; once is enough", () => {
	const kibana = ["image: x and not pid > 5", "image: x AND -pid : 5", "image:x and pid >5", "- a_b > 5", "+ a_b:x"];
	const texts = fc.oneof(
		queryTexts.map(([text]) => text.replaceAll("`", "").trim()),
		fc.constantFrom(...kibana),
	);
	fc.assert(
		fc.property(texts, fc.constantFrom("span", "", "kql", "kibana", "lucene"), (text, tag) => {
			const before = analyse(document(tag === "span" ? `\`${text}\`` : `\`\`\`${tag}\n${text}\n\`\`\``));
			const after = analyse(formatDocument(before));
			const says = ({ queries }: Analysis) =>
				queries.map(({ query, expr }) => [query.dialect, query.dialectFrom, withoutSpans(expr)]);
			assert.deepEqual(says(after), says(before), after.text);
			assert.equal(formatDocument(after), after.text);
		}),
		cases(2000),
	);
});
