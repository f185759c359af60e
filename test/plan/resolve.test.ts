// Names, conditions, types and instants of a query on one source, shown by which events match.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FieldType } from "../../server/src/base/fieldType.ts";
import { evaluate } from "../../server/src/meaning/evaluate.ts";
import { parseEvent } from "../../server/src/meaning/event.ts";
import type { Expr, Value } from "../../server/src/meaning/expr.ts";
import { type Resolved, resolve } from "../../server/src/plan/resolve.ts";
import { defineTaxonomy, type TaxonomyField, type When } from "../../server/src/taxonomies/defineTaxonomy.ts";
import { vocabularyOf } from "../../server/src/taxonomies/vocabulary.ts";
import { catalogOf } from "../support/catalogOf.ts";

const field = (name: string, concept: string, type: FieldType = "text", when?: When): TaxonomyField => ({
	name,
	concept,
	type,
	description: "",
	example: "",
	...(when ? { when } : {}),
});
const taxonomy = (id: string, prefixes: readonly string[], fields: readonly TaxonomyField[]) =>
	defineTaxonomy({ id, title: id, version: "1", source: "", prefixes, fields });
const created = { field: "EventID", equals: ["4688"] };
const key = { field: "ObjectType", equals: ["Key"] };

const vocabulary = vocabularyOf([
	taxonomy(
		"redcloak",
		[],
		[
			field("image_path", "image", "path"),
			field("commandline", "commandline"),
			field("process_id", "pid", "number"),
			field("parent_process_id", "parent_pid", "number"),
			field("registry_path", "registry", "path"),
			field("event_time", "time", "date"),
			field("source_address", "source_ip", "ip"),
		],
	),
	taxonomy(
		"sysmon",
		["event_data."],
		[
			field("Image", "image", "path"),
			field("CommandLine", "commandline"),
			field("ProcessId", "pid", "number"),
			field("ParentProcessId", "parent_pid", "number"),
			field("TargetObject", "registry", "path"),
			field("SourceIp", "source_ip", "ip"),
			field("UtcTime", "time", "date"),
		],
	),
	taxonomy(
		"winsec",
		["event_data."],
		[
			field("EventID", "event_id", "number"),
			field("NewProcessName", "image", "path"),
			field("NewProcessId", "pid", "number"),
			field("ProcessId", "parent_pid", "number", created),
			field("ObjectName", "registry", "path", key),
		],
	),
	taxonomy(
		"ecs",
		[],
		[
			field("process.executable", "image", "path"),
			field("process.pid", "pid", "number"),
			field("process.parent.pid", "parent_pid", "number"),
			field("event.code", "event_id", "keyword"),
		],
	),
]);

const span = [0, 1] as const;
const is = (name: string | null, value: Value): Expr => ({ kind: "match", field: name, value, span });
const term = (name: string | null, text: string): Expr => is(name, { kind: "term", text });
const not = (child: Expr): Expr => ({ kind: "not", child, span });
const there = (name: string): Expr => is(name, { kind: "exists" });
const range = (
	name: string | null,
	from: string | null,
	to: string | null,
	includeFrom = true,
	includeTo = true,
): Expr => is(name, { kind: "range", from, to, includeFrom, includeTo });
const cidr = (name: string, text: string): Expr => is(name, { kind: "cidr", text });

const now = Date.parse("2026-03-31T05:00:00Z") * 1000;

function resolveOn(lines: readonly string[], expr: Expr): Resolved & { readonly matched: string } {
	const events = lines.map(parseEvent);
	const resolved = resolve(expr, { catalog: catalogOf(events), vocabulary, now });
	const matched = events.flatMap((event, index) => (evaluate(resolved.expr, event) ? [index] : [])).join(" ");
	return { ...resolved, matched };
}

/** Which of the events match, by their place; and nothing is wrong. */
function check(title: string, lines: readonly string[], rows: readonly (readonly [Expr, string])[]): void {
	for (const [index, [expr, expected]] of rows.entries()) {
		test(`${title} ${index + 1}`, () => {
			const { matched, faults, refusals } = resolveOn(lines, expr);
			assert.deepEqual({ matched, faults, refusals }, { matched: expected, faults: [], refusals: [] });
		});
	}
}

check(
	"aliases",
	[
		'{"Image":"C:\\\\bits.exe","CommandLine":"x"}',
		'{"NewProcessName":"C:\\\\bits.exe"}',
		'{"event_data":{"Image":"C:\\\\bits.exe"}}',
		'{"process":{"executable":"C:\\\\bits.exe"}}',
		'{"Image":"C:\\\\cmd.exe"}',
		'{"other":1}',
	],
	[
		[term("image_path", "bits"), "0 1 2 3"],
		[not(term("image_path", "bits")), "4 5"],
		[there("image_path"), "0 1 2 3 4"],
		[not(there("image_path")), "5"],
		[term("Image", "bits"), "0"],
		[not(term("Image", "bits")), "1 2 3 4 5"],
		[term("event_data.Image", "bits"), "2"],
		[term("commandline", "x"), "0"],
		[term("commandLINE", "x"), "0"],
		[there("process"), "3"],
		[term("process", "bits"), ""],
		[there("event_data"), "2"],
		[is("process.*", { kind: "wildcard", text: "*its.exe" }), "3"],
		[term("*mage", "cmd"), "4"],
		[term("*", "1"), "5"],
		[there("*"), "0 1 2 3 4 5"],
		[term(null, "bits"), "0 1 2 3"],
	],
);

check(
	"a name under a prefix alone",
	['{"event_data":{"Odd":"x","Image":"y"}}'],
	[
		[term("Odd", "x"), "0"],
		[term("Image", "y"), "0"],
		[term("image_path", "y"), "0"],
	],
);

check(
	"conditions",
	[
		'{"EventID":4688,"ProcessId":5,"NewProcessId":6}',
		'{"EventID":1,"ProcessId":5,"ParentProcessId":7}',
		'{"ObjectType":"key","ObjectName":"\\\\REGISTRY\\\\Run"}',
		'{"ObjectType":"File","ObjectName":"C:\\\\Run"}',
		'{"TargetObject":"HKLM\\\\Run"}',
	],
	[
		[term("parent_process_id", "5"), "0"],
		[term("parent_process_id", "7"), "1"],
		[not(term("parent_process_id", "5")), "1 2 3 4"],
		[there("parent_process_id"), "0 1"],
		[term("registry_path", "Run"), "2 4"],
		[term("ObjectName", "Run"), "2 3"],
		[term("ProcessId", "5"), "0 1"],
	],
);

check(
	"a conditional name under a prefix keeps to what each taxonomy means by it",
	[
		'{"EventID":"4688","event_data":{"ProcessId":"5"}}',
		'{"EventID":"1","event_data":{"ProcessId":"6","ParentProcessId":"5"}}',
	],
	[
		[term("ProcessId", "5"), "0"],
		[term("parent_process_id", "5"), "0 1"],
	],
);

check(
	"a condition's field goes by its other names",
	['{"event":{"code":"4688"},"ProcessId":5}', '{"ProcessId":5}'],
	[[term("parent_process_id", "5"), "0"]],
);

check(
	"a conditional name on another product's data",
	['{"TargetObject":"HKLM\\\\Run"}', '{"process":{"pid":5,"parent":{"pid":6}}}'],
	[
		[term("ObjectName", "Run"), "0"],
		[term("ProcessId", "5"), "1"],
		[term("ProcessId", "6"), ""],
	],
);

check(
	"number fields",
	[
		'{"ProcessId":420}',
		'{"ProcessId":"0x1a4"}',
		'{"ProcessId":"00420"}',
		'{"ProcessId":4201}',
		'{"ProcessId":"-"}',
		'{"ProcessId":""}',
	],
	[
		[term("ProcessId", "420"), "0 1 2"],
		[term("ProcessId", "0x1A4"), "0 1 2"],
		[is("ProcessId", { kind: "phrase", text: "420" }), "0 1 2"],
		[is("ProcessId", { kind: "term", text: "420", whole: true }), "0 1 2"],
		[is("ProcessId", { kind: "wildcard", text: "42*" }), "0 3"],
		[is("ProcessId", { kind: "regex", text: "^0x" }), "1"],
		[range("ProcessId", "421", null), "3"],
		[range("ProcessId", "420", "4201", false, true), "3"],
		[is("ProcessId", { kind: "phrase", text: "", whole: true }), "5"],
	],
);

check(
	"undeclared types are what the query shows",
	[
		'{"n":9,"d":"2026-03-31","a":"10.0.0.9","t":"b"}',
		'{"n":"10","d":"2026-04-01T00:00:00Z","a":"::ffff:10.0.0.10","t":"c"}',
	],
	[
		[range("n", "9", null, false), "1"],
		[range("n", "9", "10"), "0 1"],
		[range("n", null, null), "0 1"],
		[range("d", "2026-03", null, false), "1"],
		[range("d", null, "2026-03"), "0"],
		[range("d", "now", null), "1"],
		[range("d", "now/d", "now/d"), "0"],
		[range("d", "now-1d", "now"), "0"],
		[range("a", "10.0.0.9", "10.0.0.9"), "0"],
		[range("a", "10.0.0.10", null), "1"],
		[range("t", "b", "c", true, false), "0"],
		[range("t", "b", "9"), ""],
		[cidr("a", "10.0.0.8/31"), "0"],
		[term("a", "10.0"), "0 1"],
		[term("n", "10"), "1"],
	],
);

check(
	"declared types",
	[
		'{"UtcTime":"2026-03-31 23:59:59.123","SourceIp":"10.0.0.9","CommandLine":"9"}',
		'{"UtcTime":"2026-04-01 00:00:00","SourceIp":"10.0.0.10","CommandLine":"10"}',
	],
	[
		[range("event_time", "2026-04", null), "1"],
		[range("event_time", null, "2026-03"), "0"],
		[range("event_time", null, "2026-04-01", true, false), "0"],
		[range("source_address", "10.0.0.10", null), "1"],
		[range("CommandLine", "9", null), "0"],
		[cidr("source_address", "10.0.0.10/32"), "1"],
	],
);

check("case only", ['{"ProcessGuid":"a","Processid":"x"}'], [[term("processguid", "a"), "0"]]);

test("which names were used, which hold the same, what was read otherwise", () => {
	const lines = ['{"Image":"a","NewProcessName":"b","Guid":"c"}'];
	const both: Expr = { kind: "and", children: [term("image_path", "a"), term("Image", "a"), term("guid", "c")], span };
	const { uses, notes } = resolveOn(lines, both);
	assert.deepEqual(uses, [
		{ written: "image_path", used: ["Image", "NewProcessName"], siblings: [] },
		{ written: "Image", used: ["Image"], siblings: ["NewProcessName"] },
		{ written: "guid", used: ["Guid"], siblings: [] },
	]);
	assert.deepEqual(notes, ["`guid` is read as `Guid`: the names differ only in case."]);
});

const lines = ['{"Image":"a","ProcessID":"1","PROCESSID":"2","n":1}'];
const faulty: readonly (readonly [string, Expr, string, RegExp])[] = [
	["unknown", term("imagepath", "x"), "unknown-field", /`imagepath`.*Did you mean `image_path`/],
	[
		"two names that differ only in case",
		term("Processid", "1"),
		"unknown-field",
		/`ProcessID` or `PROCESSID`|`PROCESSID` or `ProcessID`/,
	],
	["no field is like it", term("zz*", "1"), "unknown-field", /`zz\*`/],
	["known, absent", term("commandline", "x"), "field-not-in-data", /`commandline`/],
	["known, absent, any case", term("CommandLINE", "x"), "field-not-in-data", /`CommandLINE`/],
	["no network", cidr("n", "10.0.0.0/99"), "bad-value-type", /`10.0.0.0\/99` is not a network/],
	["no RE2", is("n", { kind: "regex", text: "(?=a)" }), "unsupported-regex", /RE2/],
];

for (const [title, expr, rule, message] of faulty) {
	test(`fault: ${title}`, () => {
		const { faults, matched } = resolveOn(lines, { kind: "or", children: [expr, expr], span });
		assert.equal(matched, "");
		assert.deepEqual(
			faults.map((fault) => fault.rule),
			[rule],
		);
		assert.match(faults[0]?.message ?? "", message);
	});
}

test("fault: values that no field of the type holds", () => {
	const typed = ['{"ProcessId":1,"UtcTime":"2026-03-31","SourceIp":"10.0.0.1"}'];
	for (const expr of [term("process_id", "abc"), range("UtcTime", "soon", null), range("SourceIp", null, "10.0")]) {
		const { faults, matched } = resolveOn(typed, expr);
		assert.deepEqual([matched, faults.map((fault) => fault.rule)], ["", ["bad-value-type"]]);
	}
});

test("a missing condition is named", () => {
	const { faults } = resolveOn(['{"ObjectName":"x"}'], term("registry_path", "x"));
	assert.match(faults[0]?.message ?? "", /`ObjectType`/);
});

test("the negation of an absent field is true", () => {
	assert.equal(resolveOn(lines, not(term("commandline", "x"))).matched, "0");
});

test("what a run refuses", () => {
	const refused: readonly (readonly [Value, RegExp])[] = [
		[{ kind: "parameter", text: "host" }, /\{\{host\}\}/],
		[{ kind: "term", text: "bits", fuzziness: 2 }, /`~2`/],
		[{ kind: "phrase", text: "a b", slop: 5 }, /`"a b"~5`/],
	];
	for (const [value, reason] of refused) {
		for (const name of ["Image", null]) {
			const { refusals, matched } = resolveOn(lines, is(name, value));
			assert.equal(matched, "");
			assert.match(refusals[0] ?? "", reason);
		}
	}
});

test("a query nested without end is refused, not a crash", () => {
	let expr = term("Image", "a");
	for (let depth = 0; depth < 100_000; depth += 1) expr = not(expr);
	assert.match(resolveOn(lines, expr).refusals.join(), /500 levels/);
});

test("law: an alias matches what any of its names matches", () => {
	const names = ["Image", "NewProcessName", "process.executable"];
	const event = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom("bits", "cmd", "bits cmd")])), {
		requiredKeys: [],
	});
	fc.assert(
		fc.property(fc.array(event, { minLength: 1 }), fc.constantFrom("bits", "cmd"), (events, word) => {
			const rows = events.map((each) => JSON.stringify(each));
			const present = names.filter((name) => events.some((each) => name in each));
			if (present.length === 0) return;
			const union: Expr = { kind: "or", children: present.map((name) => term(name, word)), span };
			const { matched } = resolveOn(rows, term("image_path", word));
			assert.equal(matched, resolveOn(rows, union).matched);
			const rest = resolveOn(rows, not(term("image_path", word))).matched;
			assert.equal([...matched.split(" "), ...rest.split(" ")].filter((each) => each !== "").length, events.length);
		}),
	);
});

test("500 queries on a source of 2,000 fields are cheap", () => {
	const fields = Array.from({ length: 2000 }, (_, index) => {
		return { name: `field${index}`, paths: [[`field${index}`]], type: "text", repeated: false, filled: 1 } as const;
	});
	const context = { catalog: { fields, events: 1 }, vocabulary, now };
	const started = performance.now();
	for (let index = 0; index < 500; index += 1) resolve(term(`field${index}`, "x"), context);
	assert.ok(performance.now() - started < 500);
});
