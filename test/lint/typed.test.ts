// Rules that follow from types and sources: what their examples cannot show.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectOf } from "../../server/src/base/dialect.ts";
import { fixesOf } from "../../server/src/base/problem.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { analyse, analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits, fixAll } from "../../server/src/workspace/fixAll.ts";

const sensitive = {
	name: "host_id",
	paths: [["host_id"]],
	type: "text",
	repeated: false,
	filled: 5,
	caseSensitive: true,
} as const;
const files: FieldCatalog = { events: 5, fields: [sensitive] };
const index: FieldCatalog = { ...files, indexed: true };

const found = (query: string, catalog: FieldCatalog | null = null, rules = emptyConfig.rules) =>
	analyseQuery(query, dialectOf("redcloak"), { catalog, config: { ...emptyConfig, rules } }).problems.map(
		({ rule, severity, span }) => `${rule} ${severity} ${query.slice(...span)}`,
	);

test("what costs or fails on an index is said of an index, or where it is switched on", () => {
	assert.deepEqual(found("host_id:*A1", files), []);
	assert.deepEqual(found("host_id:*A1", index), ["case-sensitive-field warning *A1", "leading-wildcard warning *A1"]);
	assert.deepEqual(found("host_id:*A1", files, { "leading-wildcard": "hint" }), ["leading-wildcard hint *A1"]);
	assert.deepEqual(found("host_id:*A1", index, { "leading-wildcard": "off", "case-sensitive-field": "off" }), []);
});

test("a value has to fit one of the meanings of its field's name", () => {
	for (const query of [
		"Protocol:tcp",
		"Protocol:6",
		"LogonType:10",
		"LogonType:RemoteInteractive",
		"ServiceStartType:0x3",
		"ServiceStartType:>3",
	])
		assert.deepEqual(found(query), [], query);
	for (const query of [
		"ProcessId:abc",
		"ServiceStartType:x*",
		"ServiceStartType:9",
		"ServiceStartType:>4",
		"winlog.event_data.ServiceStartType:99",
	])
		assert.deepEqual(found(query), [`bad-value-type error ${query.replace(/^.*?:/, "").replace(">", "")}`], query);
	for (const query of ["unheard:abc", "LogonType:{{type}}", "process_id:/abc/", 'process_id:""', "process_id:ab*"])
		assert.deepEqual(
			found(query).filter((each) => each.startsWith("bad-value-type")),
			[],
			query,
		);
});

test("a range that begins or ends now may hold or not", () => {
	for (const query of ["UtcTime:[now TO 2026-01]", "UtcTime:[2026-01 TO now]", "UtcTime:[now-1M TO now/d]"])
		assert.deepEqual(found(query), [], query);
	assert.deepEqual(found("UtcTime:[now/d TO now-1d]"), ["inverted-range error [now/d TO now-1d]"]);
});

test("a field that the source lacks is said once", () => {
	assert.deepEqual(found("source_mac:a OR source_mac:b OR source_mac:c", index), [
		"field-not-in-data warning source_mac",
	]);
	assert.deepEqual(found("source_mac:a"), []);
	assert.deepEqual(found("source_mac:a", { events: 0, fields: [] }), []);
});

test("a part of a date is text, and only a range finds all of it", () => {
	const problemOf = (query: string, dialect: "redcloak" | "kibana" = "redcloak") =>
		analyseQuery(query, dialectOf(dialect)).problems.find(({ rule }) => rule === "bad-value-type");
	for (const [query, fixed] of [
		["@timestamp:2026-03-17", "@timestamp:[2026-03-17 TO 2026-03-17]"],
		['UtcTime:"2026-03-17"', "UtcTime:[2026-03-17 TO 2026-03-17]"],
		["UtcTime:2026-03", "UtcTime:[2026-03 TO 2026-03]"],
		['UtcTime:"2026-03-17 09:00"', 'UtcTime:["2026-03-17 09:00" TO "2026-03-17 09:00"]'],
		["-UtcTime:(2026-03-17 OR x*)", "-UtcTime:([2026-03-17 TO 2026-03-17] OR x*)"],
	] as const) {
		const problem = problemOf(query);
		assert.equal(problem?.severity, "warning", query);
		assert.equal(problem?.fix?.alone, true, query);
		assert.equal(applyEdits(query, [problem?.fix?.edits ?? []]), fixed);
		assert.equal(problemOf(fixed), undefined, fixed);
	}
	const message = problemOf("@timestamp:2026-03-17")?.message ?? "";
	assert.match(message, /in `2026-03-17 09:00:00`, but not in `2026-03-17T09:00:00Z`/);
	assert.match(
		problemOf("@timestamp:2026-03-17", "kibana")?.message ?? "",
		/`@timestamp >= 2026-03-17 and @timestamp <= 2026-03-17`/,
	);
	for (const query of [
		"UtcTime:2026",
		"UtcTime:2026-03-17*",
		'UtcTime:"2026-03-17 09:00:00"',
		"commandline:2026-03-17",
		"UtcTime:>2026-03-17",
	])
		assert.equal(problemOf(query), undefined, query);
});

test("a guess at a name is only offered, up to three of them; another spelling of a name is written", () => {
	const fixesFor = (query: string) => {
		const [problem] = analyseQuery(query, dialectOf("redcloak")).problems;
		return problem && fixesOf(problem).map(({ title, alone }) => `${title}${alone ? "?" : ""}`);
	};
	assert.deepEqual(fixesFor("parentimagepath:x")?.slice(0, 2), [
		"Change to parent_image_path",
		"Change to ParentImage?",
	]);
	// Each is the other in another spelling, and means something else.
	assert.deepEqual(fixesFor("imagepath:x"), ["Change to image_path?", "Change to ImagePath?"]);
	assert.deepEqual(fixesFor("target_image_path:x")?.slice(0, 2), [
		"Change to parent_image_path?",
		"Change to TargetImage?",
	]);
	assert.equal(fixesFor("source_username:x")?.length, 3);
	assert.equal(fixesFor("qqqq:x")?.length, 0);
	const text =
		"# Hunt\n\n## Hypothesis\nx\n\n## Analytic 1 - A\n\n`target_image_path:x AND parentimagepath:y AND Comand_Line:z`\n";
	assert.equal(fixAll(analyse(text)).analysis.text, text.replace("parentimagepath", "parent_image_path"));
});
