// `huntmark.json`: what is read, and what is said of mistakes.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readConfig, readsAlike } from "../../server/src/config/config.ts";

const source = '{ "files": ["a.ndjson"] }';

describe("readConfig", () => {
	it("reads comments, trailing commas and what later versions know", () => {
		const { config, mistakes } = readConfig(`{
			// ours
			"hunts": ["hunts/**/*.md"],
			"sources": { /* two */ "lab": { "files": ["data/*.ndjson", "x"], "time": "@timestamp", }, "old": ${source}, },
			"defaultSource": "lab",
		}`);
		assert.deepEqual(mistakes, []);
		assert.deepEqual(
			[...config.sources],
			[
				["lab", { files: ["data/*.ndjson", "x"], time: "@timestamp" }],
				["old", { files: ["a.ndjson"], time: null }],
			],
		);
		assert.equal(config.defaultSource, "lab");
	});

	const defaults: readonly (readonly [what: string, text: string, name: string | null])[] = [
		["the only source is the default", `{"sources":{"a":${source}}}`, "a"],
		["several have none", `{"sources":{"a":${source},"b":${source}}}`, null],
		["no sources, no default", "{}", null],
		["a default that does not exist", `{"sources":{"a":${source},"b":${source}},"defaultSource":"c"}`, null],
	];
	for (const [what, text, name] of defaults) it(what, () => assert.equal(readConfig(text).config.defaultSource, name));

	const mistakes: readonly (readonly [text: string, said: RegExp])[] = [
		['{\n  "sources": {\n', /^Close brace expected in line 3, column 1\./],
		['{\n  "sources" {} }', /^Colon expected in line 2, column 13\./],
		["", /must hold a JSON object/],
		["[]", /must hold a JSON object/],
		['{"sources":[]}', /"sources" must be an object/],
		['{"sources":{"a":{}}}', /Source a needs "files": a list of paths/],
		['{"sources":{"a":{"files":"x"}}}', /Source a needs "files"/],
		['{"sources":{"a":{"files":[1]}}}', /Source a needs "files"/],
		['{"sources":{"a":{"files":[]}}}', /Source a needs "files"/],
		[`{"sources":{"a":${source}},"defaultSource":"b"}`, /default source b is not among the sources/],
		[`{"sources":{"a":${source}},"defaultSource":1}`, /"defaultSource" must be a source's name/],
		['{"dialect":"kql"}', /"dialect" must be one of redcloak, lucene, kibana, carbonblack/],
		['{"defaultOperator":"XOR"}', /"defaultOperator" must be AND or OR/],
		['{"es":1}', /"es" must be true or false/],
		['{"rules":["mixed-and-or"]}', /"rules" must be an object/],
		['{"rules":{"mixed-and-or":"loud"}}', /Rule mixed-and-or must be one of error, warning, info, hint, off/],
	];
	for (const [text, said] of mistakes)
		it(`says what is wrong with ${JSON.stringify(text)}`, () =>
			assert.match(readConfig(text).mistakes.join("\n"), said));

	it("names the keys that mean nothing", () => {
		const { unknownKeys } = readConfig(
			'{"source":{},"Dialect":"lucene","es":true,"$schema":"x","taxonomy":"auto","fields":[]}',
		);
		assert.deepEqual(unknownKeys, ["source", "Dialect"]);
	});

	it("uses what is right beside what is wrong", () => {
		const { config, mistakes } = readConfig(`{"sources":{"bad":{},"good":${source}}}`);
		assert.deepEqual([[...config.sources.keys()], config.defaultSource, mistakes.length], [["good"], "good", 1]);
	});

	it("how queries are read, and the severities of rules", () => {
		const { config, mistakes } = readConfig(
			'{"dialect":"kibana","defaultOperator":"and","es":true,"rules":{"mixed-and-or":"off","unknown-field":1}}',
		);
		const { dialect, lucene, rules } = config;
		assert.deepEqual(
			[dialect, lucene, rules],
			["kibana", { defaultOperator: "AND", es: true }, { "mixed-and-or": "off" }],
		);
		assert.equal(mistakes.length, 1);
		assert.equal(readsAlike(config, { ...config, sources: new Map([["a", { files: ["a"], time: null }]]) }), true);
		assert.equal(readsAlike(config, { ...config, dialect: "lucene" }), false);
	});
});
