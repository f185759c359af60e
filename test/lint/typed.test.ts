// Rules that follow from types and sources: what their examples cannot show.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectOf } from "../../server/src/base/dialect.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";

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
	for (const query of ["Protocol:tcp", "Protocol:6", "Protocol:TCP", "Protocol:t*", "LogonType:0x3", "LogonType:>9"])
		assert.deepEqual(found(query), [], query);
	for (const query of [
		"Protocol:icmp",
		"LogonType:x*",
		"LogonType:1",
		"LogonType:>13",
		"winlog.event_data.LogonType:99",
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
