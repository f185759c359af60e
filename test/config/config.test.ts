// `huntmark.json`: what is read, what is said of mistakes and where, and what is certain to be meant instead.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Problem, TextEdit } from "../../server/src/base/problem.ts";
import { type Config, emptyConfig, readConfig, readsAlike } from "../../server/src/config/config.ts";
import { addCustomField, placeOfField } from "../../server/src/config/edits.ts";
import { configSchema } from "../../server/src/config/schema.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

const source = '{ "files": ["a.ndjson"] }';
const rules = ["mixed-and-or", "unknown-field"];
const read = (text: string) => readConfig(text, rules);

/** Each problem as the place that it underlines, and its message. */
const said = (text: string) =>
	read(text).problems.map(({ span, message }: Problem) => `${text.slice(...span)} | ${message}`);

describe("readConfig", () => {
	it("reads comments, trailing commas and what later versions know", () => {
		const { config, problems } = read(`{
			// ours
			"$schema": "x", "hunts": ["hunts/**/*.md"], "exclusions": "noise.md",
			"sources": { /* two */
				"lab": { "files": ["data/*.ndjson", "x"], "time": "@timestamp", "taxonomy": "Taegis" }, "old": ${source},
				"prod": { "opensearch": "https://search.example:9200", "index": "winlogbeat-*", "console": "https://x" },
			},
			"defaultSource": "lab",
		}`);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			[...config.sources],
			[
				["lab", { files: ["data/*.ndjson", "x"], time: "@timestamp" }],
				["old", { files: ["a.ndjson"], time: null }],
			],
		);
		assert.deepEqual([config.defaultSource, config.hunts, config.exclusions], ["lab", ["hunts/**/*.md"], "noise.md"]);
	});

	const defaults: readonly (readonly [what: string, text: string, name: string | null])[] = [
		["the only source is the default", `{"sources":{"a":${source}}}`, "a"],
		["several have none", `{"sources":{"a":${source},"b":${source}}}`, null],
		["no sources, no default", "{}", null],
		["a default that does not exist", `{"sources":{"a":${source},"b":${source}},"defaultSource":"c"}`, null],
	];
	for (const [what, text, name] of defaults) it(what, () => assert.equal(read(text).config.defaultSource, name));

	it("reads fields, taxonomies and techniques", () => {
		const { config, problems } = read(`{
			"fields": [{ "name": "tier", "type": "number", "values": { "0": "domain controllers" } }],
			"taxonomies": [{ "id": "ours", "fields": [{ "name": "Exe", "type": "path", "concept": "image_path" }] }],
			"techniques": [{ "id": "X0001", "name": "Ours" }]
		}`);
		assert.deepEqual(problems, []);
		assert.deepEqual(config.fields.get("tier"), {
			name: "tier",
			type: "number",
			values: { "0": "domain controllers" },
		});
		assert.equal(config.taxonomies[0]?.fields[0]?.concept, "image_path");
		assert.deepEqual(config.techniques, [{ id: "X0001", name: "Ours", tactics: [] }]);
	});

	const durations = { "180d": 180, "2w": 14, "6m": 180, "1y": 365, "0d": 0 };
	for (const [written, days] of Object.entries(durations))
		it(`${written} is ${days} days`, () => assert.equal(read(`{"reviewAfter":"${written}"}`).config.reviewAfter, days));

	const mistakes: readonly (readonly [text: string, ...said: string[]])[] = [
		['{\n  "sources": {\n', " | Close brace expected.", " | Close brace expected."],
		['{\n  "sources" {} }', "{ | Colon expected.", "} | End of file expected."],
		["", " | Value expected.", " | The file must hold a JSON object."],
		["[]", "[] | The file must hold a JSON object."],
		['{"sources":[]}', '"sources" | "sources" must be an object.'],
		['{"sources":{"a":{}}}', '"a" | "a" needs "files": a list of paths.'],
		['{"sources":{"a":{"files":"x"}}}', '"x" | "files" must be a list.'],
		['{"sources":{"a":{"files":[1]}}}', '1 | An entry of "files" must be a text in quotes.'],
		['{"sources":{"a":{"files":[]}}}', '"files" | "files" must not be empty.'],
		[
			`{"sources":{"a":${source}},"defaultSource":"b"}`,
			'"b" | The default source b is not among the sources. Did you mean a?',
		],
		[`{"sources":{"a":${source}},"defaultSource":1}`, '1 | "defaultSource" must be a text in quotes.'],
		['{"dialect":"kql"}', '"kql" | "dialect" must be one of redcloak, lucene, kibana, carbonblack.'],
		['{"defaultOperator":"XOR"}', '"XOR" | "defaultOperator" must be one of AND, OR, and, or. Did you mean OR?'],
		['{"es":1}', '1 | "es" must be true or false.'],
		['{"rules":["mixed-and-or"]}', '"rules" | "rules" must be an object.'],
		['{"rules":{"mixed-and-or":"loud"}}', '"loud" | "mixed-and-or" must be one of error, warning, info, hint, off.'],
		['{"rules":{"mixed-and-ro":"off"}}', '"mixed-and-ro" | There is no rule mixed-and-ro. Did you mean mixed-and-or?'],
		[
			'{"Taxonomy":"ecs","zz":1}',
			'"Taxonomy" | "Taxonomy" means nothing here. Did you mean taxonomy?',
			'"zz" | "zz" means nothing here.',
		],
		['{"taxonomy":"sysmn"}', '"sysmn" | There is no taxonomy sysmn. Did you mean sysmon?'],
		['{"taxonomies":[{"id":"ecs2"}]}', '{ | An entry of "taxonomies" needs "fields".'],
		['{"taxonomies":[{"id":"taegis","fields":[]}]}', '"taegis" | There is another taxonomy taegis: choose another id.'],
		[
			'{"fields":[{"name":"a"},{"type":"ip"},3]}',
			'{ | An entry of "fields" needs "type".',
			'{ | An entry of "fields" needs "name".',
			'3 | An entry of "fields" must be an object.',
		],
		['{"fields":[{"name":"a","type":"ip"},{"name":"a","type":"ip"}]}', '"a" | a stands here twice.'],
		[
			'{"fields":[{"name":"a","type":"number","concept":"image_pth"}]}',
			'"image_pth" | No other field has the concept image_pth, so it joins nothing. Did you mean image_path?',
		],
		[
			'{"fields":[{"name":"a","type":"numbre"}]}',
			'"numbre" | "type" must be one of text, keyword, path, number, date, ip, hash, boolean. Did you mean number?',
		],
		['{"techniques":[{"id":"X1"}]}', '{ | An entry of "techniques" needs "name".'],
		['{"reviewAfter":"soon"}', '"soon" | "reviewAfter" must be a number of days, weeks, months or years: "180d".'],
		['{"reviewAfter":9}', '9 | "reviewAfter" must be a text in quotes.'],
		[
			'{"__proto__":{"es":true},"es":"yes"}',
			'"__proto__" | "__proto__" means nothing here.',
			'"yes" | "es" must be true or false.',
		],
	];
	for (const [text, ...expected] of mistakes)
		it(`says what is wrong with ${JSON.stringify(text)}`, () => assert.deepEqual(said(text), expected));

	it("uses what is right beside what is wrong, and says each mistake once", () => {
		const { config, problems } = read(`{
			"sources": { "bad": {}, "good": ${source}, "worse": { "files": ["x", 1] } },
			"fields": [1, { "name": "a" }, { "name": "b", "type": "ip", "example": 1 }, { "name": "", "type": "ip" }],
			"rules": { "mixed-and-or": "off", "unknown-field": 1 }, "wrong": 1, "es": null
		}`);
		assert.deepEqual([...config.sources.keys(), config.defaultSource], ["good", "good"]);
		assert.deepEqual([...config.fields.values()], [{ name: "b", type: "ip" }]);
		assert.deepEqual(config.rules, { "mixed-and-or": "off" });
		assert.equal(problems.length, 9);
		assert.deepEqual(
			problems.map(({ span }) => span[0]),
			problems.map(({ span }) => span[0]).sort((a, b) => a - b),
		);
	});

	it("no prefix of a file, and no file with a part exchanged, makes it fail", () => {
		const text = `{ "sources": { "a": ${source} }, "fields": [{ "name": "a", "type": "ip" }], "rules": { "x": "off" } }`;
		for (let end = 0; end <= text.length; end++) assert.ok(read(text.slice(0, end)).config);
		for (const other of ["null", "[]", "{}", "[[1]]", '""', "1e999", '{"files":{}}'])
			for (const part of [/\{ "files.*?\}/, /\[\{.*?\]/, /\{ "x.*?\}/, /"ip"/, /"off"/, /"a\.ndjson"/])
				assert.ok(read(text.replace(part, other)).problems, `${part} ${other}`);
	});

	it("how queries are read, and the severities of rules", () => {
		const { config } = read(
			'{"dialect":"kibana","defaultOperator":"and","es":true,"rules":{"mixed-and-or":"off","unknown-field":1}}',
		);
		const { dialect, lucene, rules } = config;
		assert.deepEqual(
			[dialect, lucene, rules],
			["kibana", { defaultOperator: "AND", es: true }, { "mixed-and-or": "off" }],
		);
	});

	it("which configurations read alike", () => {
		const alike = (change: Partial<Config>) => readsAlike(emptyConfig, { ...emptyConfig, ...change });
		assert.equal(alike({ sources: new Map() }), true);
		assert.equal(alike({ sources: new Map([["a", { files: ["a"], time: null }]]) }), false);
		assert.equal(alike({ dialect: "lucene" }), false);
		assert.equal(alike({ fields: new Map([["a", { name: "a", type: "ip" }]]) }), false);
		assert.equal(alike({ reviewAfter: 1 }), false);
	});

	it("a fix is certain where only the spelling differs", () => {
		const fixed = (text: string) => {
			const [{ fix } = {}] = read(text).problems as readonly Partial<Problem>[];
			return fix && [applyEdits(text, [fix.edits]), fix.alone ?? false];
		};
		assert.deepEqual(fixed('{"default_source":"a"}'), ['{"defaultSource":"a"}', false]);
		assert.deepEqual(fixed('{"dialect":"Lucene"}'), ['{"dialect":"lucene"}', false]);
		assert.deepEqual(fixed('{"dialect":"lucen"}'), ['{"dialect":"lucene"}', true]);
		assert.equal(fixed('{"zzzzz":1}'), undefined);
	});
});

describe("a field of its own", () => {
	const added = (text: string, edits: readonly TextEdit[] = addCustomField(text, { name: "tier", type: "number" })) =>
		applyEdits(text, [edits]);

	const item = '{ "name": "tier", "type": "number" }';
	const additions: readonly (readonly [before: string, after: string])[] = [
		["", `{\n\t"fields": [\n\t\t${item}\n\t]\n}\n`],
		["{}", `{\n\t"fields": [\n\t\t${item}\n\t]\n}`],
		['{ "es": true }', `{ "es": true, "fields": [${item}] }`],
		['{ "fields": [] }', `{ "fields": [\n\t${item}\n] }`],
		['{\n  "es":  true // why\n}\n', `{\n  "es":  true, // why\n  "fields": [\n    ${item}\n  ]\n}\n`],
		[
			'{\r\n\t"fields": [\r\n\t\t1, /* one */\r\n\t]\r\n}',
			`{\r\n\t"fields": [\r\n\t\t1, /* one */\r\n\t\t${item},\r\n\t]\r\n}`,
		],
		[
			'{\n\t"fields": [\n\t\t{  "name":"a", "type": "ip" }\n\t], // end\n}',
			`{\n\t"fields": [\n\t\t{  "name":"a", "type": "ip" },\n\t\t${item}\n\t], // end\n}`,
		],
	];
	for (const [before, after] of additions)
		it(`is added to ${JSON.stringify(before)}`, () => {
			assert.equal(added(before), after);
			assert.deepEqual(read(after).config.fields.get("tier"), { name: "tier", type: "number" });
		});

	it("is left where it stands already, or where the text cannot be read", () => {
		for (const text of ['{ "fields": [{ "name": "tier", "type": "ip" }] }', "[]", '{ "fields": {} }'])
			assert.equal(added(text), text);
	});

	it("has a place", () => {
		const text = '{ "fields": [ 1, { "type": "ip" }, { "name": "a", "type": "ip" } ] }';
		const place = placeOfField(text, "a");
		assert.equal(place && text.slice(...place), '"a"');
		assert.equal(placeOfField(text, "b"), null);
		assert.equal(placeOfField("", "b"), null);
	});
});

describe("the page about it", () => {
	const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");

	it("has an example without a mistake", () => {
		const example = /```jsonc\n(.*?)```/s.exec(page)?.[1] ?? "";
		assert.deepEqual(
			readConfig(example, ["leading-wildcard", "implicit-operator"]).problems.map(({ message }) => message),
			[],
		);
	});

	for (const key of Object.keys(configSchema.entries))
		if (key !== "$schema") it(`names ${key}`, () => assert.match(page, new RegExp(`^\\| .*\`${key}\`.*\\|`, "m")));
});
