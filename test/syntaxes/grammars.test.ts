// The TextMate grammars: sound in themselves, and colouring queries and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { hasPlausibleField } from "../../server/src/document/queryShapes.ts";

interface Rule {
	readonly match?: string;
	readonly begin?: string;
	readonly end?: string;
	readonly while?: string;
	readonly name?: string;
	readonly include?: string;
	readonly patterns?: readonly Rule[];
	readonly captures?: Readonly<Record<string, Rule>>;
	readonly repository?: Readonly<Record<string, Rule>>;
	readonly scopeName?: string;
}

const read = (name: string): Rule =>
	JSON.parse(readFileSync(join(import.meta.dirname, "../../syntaxes", `${name}.tmLanguage.json`), "utf8"));
const query = read("huntmark-query");
const injection = read("huntmark.injection");

/** `\G` is where the last match ended; on a line by itself that is its beginning. */
const regex = (pattern: string) => new RegExp(pattern.replaceAll("\\G", "^"));

function* rules(rule: Rule): Generator<Rule> {
	yield rule;
	const inner = [rule.patterns ?? [], Object.values(rule.captures ?? {}), Object.values(rule.repository ?? {})].flat();
	for (const child of inner) yield* rules(child);
}

test("every expression compiles and every include leads to a rule", () => {
	for (const grammar of [query, injection]) {
		for (const rule of rules(grammar)) {
			for (const pattern of [rule.match, rule.begin, rule.end, rule.while]) if (pattern) regex(pattern);
			if (rule.begin) assert.ok(rule.end ?? rule.while, `${rule.begin} has no end`);
			if (rule.include?.startsWith("#")) assert.ok(grammar.repository?.[rule.include.slice(1)], rule.include);
			else if (rule.include) assert.equal(rule.include, query.scopeName);
		}
	}
});

test("a code span is coloured when it is alone on its line and has a field", () => {
	const span = regex(injection.repository?.["query-span"]?.match ?? "");
	for (const line of [
		"`image_path:x.exe`",
		"  `-a:1`  ",
		"`` a:1 OR b:2 ``",
		'`"Client Network Address":x`',
		"`(a:1 OR b:2)`",
		"See `a:1`.",
		"`a:1` and more",
		"`a:1` `b:2`",
		"`bitsadmin.exe`",
		"`https://example.com/a`",
		"`HKLM:\\x`",
		"`C:\\x`",
		"`std::string`",
		"    `a:1`",
		"`a:1",
	]) {
		const alone = /^ {0,3}(`+)(?!`)([^`]+)\1\s*$/.exec(line);
		assert.equal(span.test(line), alone !== null && hasPlausibleField(alone[2] ?? ""), line);
	}
});

test("fences of our languages are coloured, others are not", () => {
	const begin = regex(injection.repository?.["query-fence"]?.begin ?? "");
	for (const line of ["```lucene", "~~~ RedCloak", "  ```kibana title=x"]) assert.ok(begin.test(line), line);
	for (const line of ["```", "```python", "```lucenely", "x ```lucene"]) assert.ok(!begin.test(line), line);
});

test("the parts of a query have their scopes", () => {
	for (const [rule, text, ...expected] of [
		["field", "image_path:x AND (-a:1 OR f:C:\\x http://y)", "image_path:", "a:", "f:"],
		["operator", "-a:1 AND b:-x OR !c:4 && d and-e", "-", "AND", "OR", "!", "&&"],
		["regex", "a:/x.*/ b:/usr/bin c:/y/", "/x.*/", "/y/"],
		["string", 'a:"b \\" c" d', '"b \\" c"'],
		["number", "a:10 b:x86 c:10.0.0.0/8 d:2026-01-31", "10", "10.0.0.0/8", "2026-01-31"],
		["escape", "a:b\\*\\u0041", "\\*", "\\u0041"],
		["suffix", "a:x~2 b:PROGRA~1x c:y^1.5", "~2", "^1.5"],
		["wildcard", "a:b*c?", "*", "?"],
		["parameter", "a:{{host}}", "{{host}}"],
	] as const) {
		const patterns = [...rules(query.repository?.[rule] ?? {})].flatMap(({ match }) => match ?? []);
		const found = patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, "g"))]);
		const inOrder = found.sort((a, b) => a.index - b.index).map(([match]) => match);
		assert.deepEqual(inOrder, expected, `${rule} in ${text}`);
	}
});
