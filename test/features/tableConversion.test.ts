// Tables of conditions to queries and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dialectNames } from "../../server/src/base/dialect.ts";
import {
	queryToTable,
	type TableConversion,
	tableToQuery,
} from "../../server/src/features/rewriting/tableConversion.ts";
import { sameExpr } from "../../server/src/meaning/sameExpr.ts";
import { type Analysis, analyse } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { cases } from "../support/cases.ts";

const before = "# T\n\n## Hypothesis\nx\n\n## Analytic 1 - y\nWhy.\n\n";
const after = "\n\n## References\nhttps://example.com\n";
const table = (...rows: readonly string[]) =>
	["| Field | Condition | Term |", "| --- | --- | --- |", ...rows.map((row) => `| ${row} |`)].join("\n");

/** The body of the analytic after a conversion at its first query; `null`: there is none. */
function converted(body: string, convert: typeof tableToQuery, dialect = ""): string | null {
	const start = (dialect && `---\ndialect: ${dialect}\n---\n`) + before;
	const analysis = analyse(start + body + after);
	const result = conversion(analysis, convert);
	if (!result) return null;
	const text = applyEdits(analysis.text, [result.edits]);
	assert.ok(text.startsWith(start) && text.endsWith(after), "what is around stays");
	return text.slice(start.length, text.length - after.length);
}

function conversion(analysis: Analysis, convert: typeof tableToQuery): TableConversion | null {
	return convert(analysis, analysis.queries[0]?.query.span[0] ?? 0);
}

test("a query and the table that says the same", () => {
	for (const [query, rows, dialect] of [
		["`a:*x*`", ["a | Contains | x"]],
		["`a:*x* AND NOT b:=y`", ["a | Contains | x", "b | Does Not Equal | y"]],
		[
			"`a:=x* AND NOT a:=*y AND NOT c:*z*`",
			["a | Starts With | x", "a | Does Not End With | y", "c | Does Not Contain | z"],
		],
		['`a:="b c"`', ['a | Equals | "b c"']],
		["`a:=(x OR y)`", ["a | Equals | x or y"]],
		["`a:=C:\\Windows\\x.exe`", ["a | Equals | C:\\Windows\\x.exe"]],
		["`*:* AND NOT a:*x*`", ["a | Does Not Contain | x"], "lucene"],
	] as const) {
		assert.equal(converted(query, queryToTable, dialect), table(...rows), query);
		assert.equal(converted(table(...rows), tableToQuery, dialect), query);
	}
	// Ways to write what the table says otherwise.
	assert.equal(
		converted("```\na:*x*\n  AND -b:=y\n```", queryToTable),
		table("a | Contains | x", "b | Does Not Equal | y"),
	);
	assert.equal(converted("a_b:*x*\nc:1", queryToTable), `${table("a_b | Contains | x")}\n\nc:1`);
	assert.equal(converted("    a:*x*", queryToTable), table("a | Contains | x"));
	assert.equal(converted("`a:*x*`\n`b:1`", queryToTable), `${table("a | Contains | x")}\n\n\`b:1\``);
	assert.equal(converted(`> ${table("a | Contains | x").replaceAll("\n", "\n> ")}`, tableToQuery), "> `a:*x*`");
	assert.equal(converted(table("a | Contains | `` ` ``"), tableToQuery), "``a:*`*``");
});

test("what no table can say, and what is no table", () => {
	for (const query of [
		"a:x",
		"a:=1 OR b:=2",
		"a:[1 TO 2]",
		"a:/x/",
		"*x*",
		"a:*x* AND (b:=1 OR c:=2)",
		"a:=x~2",
		"a:*",
		"a:*x?*",
	])
		assert.equal(converted(`\`${query}\``, queryToTable), null, query);
	assert.equal(converted("`a:*x*`", tableToQuery), null);
	assert.equal(converted(table("a | Contains | x"), queryToTable), null);
	assert.equal(converted("- `a:*x*`", queryToTable), null, "in a list");
	assert.equal(converted("See `a:*x*` here.", queryToTable), null);
});

const term = fc.oneof(
	fc.constantFrom(
		"x",
		"net user",
		"-enc",
		"C:\\Temp\\",
		"a*b",
		"*.exe",
		"a or b",
		"x, y",
		'"a b"',
		"\\\\srv\\c$",
		"AND",
		"(",
		'"',
		"`",
		"\\|",
		"😀",
		"/x/",
		"10.0.0.0/8",
		"{{h}}",
	),
	fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 6 }).map((it) => it.replaceAll("|", "\\|")),
);
const row = fc
	.tuple(
		fc.constantFrom("a", "image_path", "Process Name", "process.name", "`b`"),
		fc.constantFrom("Contains", "Does Not Contain", "Equals", "Does Not Equal", "Starts With", "Ends With"),
		term,
	)
	.map((cells) => cells.join(" | "));

test("from table to query to table to query nothing changes what is asked", () => {
	let [asQuery, asTable] = [0, 0];
	fc.assert(
		fc.property(
			fc.array(row, { minLength: 1, maxLength: 4 }),
			fc.constantFrom(...dialectNames),
			fc.constantFrom("\n", "\r\n"),
			(rows, dialect, lineBreak) => {
				const unix = `---\ndialect: ${dialect}\n---\n${before}${table(...rows)}${after}`;
				let analysis = analyse(unix.replaceAll("\n", lineBreak));
				const first = analysis.queries[0];
				if (!first) return;
				for (const convert of [tableToQuery, queryToTable, tableToQuery]) {
					const result = conversion(analysis, convert);
					if (!result) return;
					const [edit] = result.edits;
					const text = applyEdits(analysis.text, [result.edits]);
					assert.deepEqual([...new Set(text.match(/\r\n?|\n/g))], [lineBreak]);
					assert.ok(edit && text.startsWith(analysis.text.slice(0, edit.span[0])));
					assert.ok(text.endsWith(analysis.text.slice(edit.span[1])));
					analysis = analyse(text, analysis, analysis);
					assert.ok(analysis.queries[0] && sameExpr(analysis.queries[0].expr, first.expr));
					if (convert === tableToQuery) asQuery++;
					else asTable++;
				}
			},
		),
		cases(150),
	);
	assert.ok(asQuery > 100 && asTable > 50, `most tables convert: ${asQuery}, ${asTable}`);
});
