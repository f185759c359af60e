// Which dialect a query of a hunt is in, and what says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DialectReason, QueryLanguage } from "../../server/src/document/hunt.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";

/** `dialect (reason)` of the queries of a text. */
function dialectsIn(text: string): string[] {
	const { hunt } = readDocument(text);
	return (hunt?.analytics ?? []).flatMap(({ queries }) =>
		queries.map(({ dialect, dialectFrom }) => said(dialect, dialectFrom)),
	);
}

function said(dialect: QueryLanguage, from: DialectReason): string {
	return from === "default" ? dialect : `${dialect} (${from})`;
}

const byDefault = "redcloak";

test("front matter is stronger than headings, these than fences, these than content", () => {
	const query = "```lucene\nprocess_name:a\n```\n";
	const plain = "`process_name:a`\n";
	for (const [text, ...expected] of [
		[`---\ndialect: kibana\n---\n## Analytic 1 - Lucene queries\n${query}`, "kibana (front matter)"],
		[`---\ndialect: Red Cloak\n---\n## Analytic 1\n${query}`, "redcloak (front matter)"],
		[`---\ndialect: luccene\n---\n## Analytic 1\n${query}`, "lucene (fence)"],
		[`---\ndialect:\n---\n## Analytic 1\n${query}`, "lucene (fence)"],
		[`## Analytic 1 - Kibana\n${query}${plain}`, "kibana (heading)", "kibana (heading)"],
		[`## Analytic 1 - Look\n${query}${plain}`, "lucene (fence)", "carbonblack (content)"],
		["## Analytic 1\n`a_b:1`\n", byDefault],
		[
			"---\ndialect: lucene\n---\n## Analytic 1 - Kibana\n```kusto\nT | take 5\n```\n```spl\nindex=x\n```\n",
			"kusto (fence)",
			"spl (fence)",
		],
	] as const) {
		assert.deepEqual(dialectsIn(text), expected, text);
	}
});

test("the nearest heading above a query says it, bold lines included", () => {
	const q = "`a_b:1`\n\n";
	const lines = `# Lucene queries

## Analytic 1 - First
${q}### Kibana
${q}#### On servers
${q}### Lucene Queries:
${q}**Carbon Black**:

${q}**Known benign**

${q}### Notes
${q}## Kibana
### Analytic 2 - Second
${q}__Red Cloak / Taegis__

${q}## Analytic 3 - Third (Lucene)
${q}`;
	assert.deepEqual(dialectsIn(lines), [
		byDefault,
		"kibana (heading)",
		"kibana (heading)",
		"lucene (heading)",
		"carbonblack (heading)",
		"lucene (heading)",
		byDefault,
		"kibana (heading)",
		"redcloak (heading)",
		"lucene (heading)",
	]);
});

test("only a heading of queries names a dialect, not one that is about it", () => {
	for (const [heading, dialect] of [
		["Lucene Queries", "lucene"],
		["Leucene query", "lucene"],
		["3. **LUCENE**", "lucene"],
		["Kibana", "kibana"],
		["Kibana KQL", "kibana"],
		["Kibana search:", "kibana"],
		["For Kibana", "kibana"],
		["Carbon Black", "carbonblack"],
		["VMware Carbon Black Cloud", "carbonblack"],
		["Cb Response queries", "carbonblack"],
		["CarbonBlack EDR", "carbonblack"],
		["Red Cloak", "redcloak"],
		["Taegis queries", "redcloak"],
		["Persistence: Kibana", "kibana"],
		["Persistence - Carbon Black", "carbonblack"],
		["Query: Lucene", "lucene"],
		["Query in Lucene", "lucene"],
		["Lucene: what ran", "lucene"],
		["Lucene query 2", "lucene"],
		["Kibana queries - first try", "kibana"],
		["Kibana queries (first try)", "kibana"],
		["Persistence (Carbon Black): first try", "carbonblack"],
		["Persistence - Kibana queries", "kibana"],
		["Abuse of Kibana", null],
		["Detecting Kibana search abuse", null],
		["Kibana search abuse", null],
		["Attack on Kibana query engine", null],
		["Attack - Kibana query engine", null],
		["Tampering with Lucene queries", null],
		["Evasion: tampering with Lucene queries", null],
		["Kibana (CVE-2019-7609)", null],
		["Kibana - remote code", null],
		["Tampering with Carbon Black", null],
		["Kibana's own processes", null],
		["Lucene or Kibana queries", null],
		["Lucene Queries (Kibana)", null],
		["KQL", null],
		["CB", "carbonblack"],
		["Cbrowser", null],
	] as const) {
		const expected = dialect ? `${dialect} (heading)` : byDefault;
		assert.deepEqual(dialectsIn(`## Analytic 1\n### ${heading}\n\`a_b:1\`\n`), [expected], heading);
	}
});

test("a fence's tag", () => {
	for (const [tag, expected] of [
		["lucene", "lucene (fence)"],
		["RedCloak", "redcloak (fence)"],
		["taegis", "redcloak (fence)"],
		["kibana", "kibana (fence)"],
		["kuery", "kibana (fence)"],
		["carbonblack", "carbonblack (fence)"],
		["carbon-black", "carbonblack (fence)"],
		["cbr", "carbonblack (fence)"],
		["huntmark", byDefault],
		["text", byDefault],
		["kql", byDefault],
		["sql", byDefault],
	] as const) {
		assert.deepEqual(dialectsIn(`## Analytic 1\n\`\`\`${tag}\na:1\n\`\`\`\n`), [expected], tag);
	}
	const inKql = (query: string) => dialectsIn(`## Analytic 1\n\`\`\`kql\n${query}\n\`\`\`\n`);
	assert.deepEqual(inKql("a:1 and b:2"), ["kibana (content)"]);
	assert.deepEqual(inKql("a.b: 1"), ["kibana (content)"]);
	assert.deepEqual(inKql('a:"x | y" and not b:2'), ["kibana (content)"]);
	assert.deepEqual(inKql("a:1 AND -b:2"), [byDefault]);
	assert.deepEqual(inKql("T | where a == 1"), ["kusto (fence)"]);
	assert.deepEqual(inKql("T\n| where a:b"), ["kusto (fence)"]);
});

test("only evident content decides", () => {
	for (const [query, dialect] of [
		["process.name: cmd.exe and user.name: alice", "kibana"],
		['process.name : "cmd.exe" and not user.name : (a or b)', "kibana"],
		["a_b:x and bytes >= 5", "kibana"],
		["a_b:x or bytes<5", "kibana"],
		["items:{ name:x and count:2 }", "kibana"],
		["+a_b:x -c_d:y", "lucene"],
		["(+a_b:x c_d:y)", "lucene"],
		["process_name:cmd.exe", "carbonblack"],
		["(cmdline:x OR -parent_name:y)", "carbonblack"],
		["path_x:a childproc_name:b", "carbonblack"],
		["regmod:x\\y filemod_count:[5 TO *]", "carbonblack"],
		["netconn_count:[1 TO *] modload:x", "carbonblack"],
		["a_b:x and c_d:y", null],
		["a_b: x", null],
		["a_b: x AND c_d: y", null],
		["a_b: x and c_d:y", null],
		["a_b: x and -c_d: y", null],
		['a_b:"p: q and r: s"', null],
		['a_b:"+x" AND c_d:"n >= 5"', null],
		["a_b:{1 TO 5}", null],
		["a_b:>5", null],
		["a_b:x AND size > 5", null],
		["a_b:(x OR y) AND -c_d:[1 TO 5]", null],
		["my_process_name:x", null],
		["clsid:{4f2a-91bc}", null],
		["commandline:-enc", null],
	] as const) {
		const expected = dialect ? `${dialect} (content)` : byDefault;
		assert.deepEqual(dialectsIn(`## Analytic 1\n\`${query}\`\n`), [expected], query);
	}
});

test("deciding takes time in proportion to the text", () => {
	for (const piece of ['"', '\\"', "[", "{", "a:", "<!-- ", "**", " (+", '" ', "[a "]) {
		const started = performance.now();
		const long = piece.repeat(100_000);
		dialectsIn(`## Analytic 1\n\`\`\`\na:1 ${long}\n\`\`\`\n\n<!-- ${long} -->\n`);
		assert.ok(performance.now() - started < 2_000, piece);
	}
});

test("the configured default, and a name of the front matter, may change without any edit of the rest", () => {
	const text = "---\ndialect: lucene\n---\n## Analytic 1\n`a_b:1`\n";
	const first = readDocument(text);
	const other = text.replace("lucene", "kibana");
	assert.deepEqual(readDocument(other, "redcloak", first).hunt, readDocument(other).hunt);
	const plain = text.replace("lucene", "------");
	const second = readDocument(plain, "kibana", first);
	assert.deepEqual(second.hunt, readDocument(plain, "kibana").hunt);
	assert.equal(second.hunt?.analytics[0]?.queries[0]?.dialect, "kibana");
	assert.deepEqual(readDocument(plain, "carbonblack", second).hunt, readDocument(plain, "carbonblack").hunt);
});

test("an edit of a heading leaves the queries above it as they are", () => {
	const text = "## Analytic 1\n`a_b:1`\n\n## Analytic 2\n### Lucene\n`c_d:2`\n\n## Analytic 3\n`e_f:3`\n";
	const before = readDocument(text);
	const after = readDocument(text.replace("Lucene", "Kibana"), "redcloak", before);
	assert.equal(after.hunt?.analytics[0], before.hunt?.analytics[0]);
	assert.deepEqual(
		after.hunt?.analytics.map(({ queries }) => queries[0]?.dialect),
		["redcloak", "kibana", "redcloak"],
	);
});
