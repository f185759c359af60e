// How a query is written: what the rules' examples cannot show, such as one problem a cause and what each dialect says.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../server/src/base/dialect.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { namedDialects as dialects } from "../support/dialects.ts";

const config = { ...emptyConfig, rules: { "unknown-field": "off" } } as const;
const analysed = (query: string, dialect: Dialect) => analyseQuery(query, dialect, { catalog: null, config });
const raw = String.raw;

const rows: Record<keyof typeof dialects, readonly (readonly [query: string, ...problems: string[]])[]> = {
	redcloak: [
		["a:(x y z)", "implicit-operator x y z"],
		["a:(x -y)", "implicit-operator x -y"],
		["a:1 b:2 OR c:3", "implicit-operator a:1 b:2", "mixed-and-or a:1 b:2 OR c:3"],
		["f:(-enc OR -nop)", "negation-in-list -enc", "negation-in-list -nop"],
		["f:(-enc OR -nop) OR g:1", "negation-in-list -enc", "negation-in-list -nop"],
		["f:(x AND -y)"],
		["g:1 AND (a:1 OR NOT b:2)"],
		["NOT a:1 OR NOT b:2", "only-negative NOT a:1 OR NOT b:2"],
		["f:'a b'", "single-quotes 'a b'"],
		["f:o'brien"],
		[raw`f:'C:\Temp'`, raw`single-quotes 'C:\Temp'`],
		["f:(a, b, c)", "comma-list a, b, c"],
		["f:(a, b AND c)", "comma-list a, b AND c"],
		["f:a, b, c", "comma-list f:a, b, c"],
		["size:1,000"],
		['f:"**"', 'lone-star "**"'],
		['f:="*"'],
		["f:-5"],
		[raw`f:echo\*`],
		[raw`f:C\:\\a\\\*`],
		[raw`path:a\b\c`, raw`single-backslash \b\c`],
		[raw`path:C:\Program Files\x.exe`, raw`single-backslash \x`, raw`words-after-value Files\x.exe`],
		[raw`path:C:\Program Files (x86)\x.exe AND g:1`, raw`words-after-value  Files (x86)\x.exe`],
		[raw`path:(C:\a (b)\*\x OR y)`, raw`words-after-value  (b)\*\x`],
		[
			raw`path:C:\a (b) C:\c (d)\e`,
			raw`implicit-operator (b) C:\c`,
			raw`words-after-value  (b)`,
			raw`words-after-value  (d)\e`,
		],
		[raw`path:C:\a (b OR c)`, raw`implicit-operator path:C:\a (b OR c)`],
		[raw`path:"C:\\Temp\*"`, raw`backslash-before-wildcard "C:\\Temp\*"`],
		[raw`f:"C:\\Temp \*"`],
		["f:AND b:2", "implicit-operator f:AND b:2"],
		[raw`f:"a\"`, raw`quote-escaped-at-end \"`],
		['f:"say \\"hello\\" now', 'unclosed-quote "say \\"hello\\" now'],
		["f:/mimikatz/", "slash-read-as-regex /mimikatz/"],
		["a:1 AND a:2"],
		["a:/x./ AND a:/xy./"],
		["f:abc OR f:abcd"],
		["f:1 OR f:1*"],
		["f:=x OR f:x", "duplicate-clause f:=x"],
		["f:* AND f:x", "duplicate-clause f:*"],
		["f:x OR f:?x* OR f:x?"],
		["-f:x AND -f:x*", "duplicate-clause -f:x", "only-negative -f:x AND -f:x*"],
		["f:x AND -f:*", "contradiction f:*"],
		["f:(x OR y) AND -f:(x OR y)", "contradiction x OR y"],
		["f:(x AND y) AND -f:(X AND y)", "contradiction X AND y"],
		["f:(x AND y) OR -f:x OR -f:y", "contradiction x AND y", "not-under-or -f:x", "not-under-or -f:y"],
		["f:(x OR y OR z) AND -f:(x OR y)"],
		[raw`f:"a\" OR g:"b\"`, raw`quote-escaped-at-end \"`],
		["a:1 AND -b:(1 OR 2)"],
		["f:/c/", "slash-read-as-regex /c/"],
		["f:/a/i", "slash-read-as-regex /a/i"],
		["f:/usr/i"],
		["f:+x", "leading-minus-in-value +x"],
		["f:+5"],
		["DestinationIp:10.20.0.5:443", "bad-value-type 10.20.0.5:443"],
		["UtcTime:>=-7d", "bad-value-type -7d"],
		["EventID:(1, 4688)", "comma-list 1, 4688"],
		["EventID = 4688", "wrong-operator ="],
		["a:1\n\nb:2", "implicit-operator a:1\n\nb:2"],
		["a:x\n\nuser", "implicit-operator a:x\n\nuser"],
		["a:1\n\n-b:2 c:3", "implicit-operator -b:2 c:3", "implicit-operator a:1\n\n-b:2"],
		["a:1\n\nOR b:2"],
		["# AND PowerShell\na:1", "comment-in-query # AND PowerShell"],
		["a:1 // one and two, three\nAND b:2", "comment-in-query // one and two, three"],
		["a:1 AND\n  // OR\n  b:2", "comment-in-query // OR"],
		["a:(#x OR //y) AND #z"],
	],
	lucene: [
		["a:x and b:y", "lowercase-operator and"],
		["a:x b:y and c:z", "implicit-operator a:x b:y", "lowercase-operator and"],
		["EventID = 4688", "wrong-operator EventID = 4688"],
		["a:1 and b:2", "lowercase-operator and"],
		[raw`path:C:\a (b)\x`, raw`words-after-value  (b)\x`],
		["f:/a/i", "unclosed-slash /a/i"],
		["a:1\n\nb:2", "implicit-operator a:1\n\nb:2"],
		["a:1 b:2", "implicit-operator a:1 b:2"],
		["+a:1 b:2 -c:3"],
		["a:1 AND b:2 c:3", "mixed-and-or a:1 AND b:2 c:3"],
		["a:1 AND b:2 OR NOT c:3", "not-under-or NOT c:3"],
		["a:1 OR b:2 OR c:3"],
		["-a:1", "only-negative -a:1"],
		["a=1", "wrong-operator a=1"],
		["f:+x", "leading-minus-in-value +x"],
		["url:http://x/y", "colon-in-value http://x/y"],
		["NOT NOT a:1", "stray-character NOT"],
	],
	"lucene AND": [
		["a:1 b:2", "implicit-operator a:1 b:2"],
		["a:1 OR b:2 c:3", "mixed-and-or a:1 OR b:2 c:3"],
	],
	es: [["-a:1", "only-negative -a:1"], ["b:2 AND (-a:1)"]],
	kibana: [
		["a : 1 and b:2"],
		["f:net user", "implicit-operator f:net user"],
		["a:1 and b:2 or c:3", "mixed-and-or a:1 and b:2 or c:3"],
		["f:-enc"],
		["f:!x", "leading-minus-in-value !x"],
		["f:a, b", "comma-list f:a, b"],
		["f:NOT x", "implicit-operator f:NOT x"],
		["-EventID:5 and +a", "wrong-operator +", "wrong-operator -"],
		["–a:1 and b:2", "wrong-operator –"],
		["f:(-enc or -nop)", "negation-in-list -enc", "negation-in-list -nop"],
		["net\n\nuser", "implicit-operator net\n\nuser"],
	],
	carbonblack: [
		["f:+x", "leading-minus-in-value +x"],
		["a:1\n\nb:2", "implicit-operator a:1\n\nb:2"],
		["a:1 b:2"],
		["a:1 b:2 OR c:3", "mixed-and-or a:1 b:2 OR c:3"],
	],
};

for (const [name, cases] of Object.entries(rows) as [keyof typeof dialects, (typeof rows)["redcloak"]][])
	test(`each cause is one problem in ${name}`, () => {
		for (const [query, ...expected] of cases) {
			const said = analysed(query, dialects[name]).problems.map(({ rule, span }) => `${rule} ${query.slice(...span)}`);
			assert.deepEqual(said.sort(), expected, query);
		}
	});

test("a fix writes what stands in the table", () => {
	for (const [name, query, fixed] of [
		["redcloak", "a:1\n  b:2", "a:1 AND\n  b:2"],
		["redcloak", "f:(x y z)", "f:(x OR y OR z)"],
		["redcloak", "f:(a, b AND c)", "f:(a AND b AND c)"],
		["redcloak", 'f:("a" , "b",)', 'f:("a" OR "b")'],
		["redcloak", "f:net;", "f:net"],
		["kibana", "f:net user", "f:(net or user)"],
		["kibana", "net user", "net or user"],
		["kibana", "g:1 and net user", "g:1 and (net or user)"],
		["kibana", "a:1 b:2", "a:1 and b:2"],
		["kibana", "f:NOT x", "f:NOT x"],
		["kibana", "f:(OR, b)", "f:(OR, b)"],
		["redcloak", "f:AND b:2", "f:AND b:2"],
		["kibana", "f:!x", "not f:x"],
		["kibana", '"a"&&"b"', '"a" and "b"'],
		["kibana", "a && !b", "a and !b"],
		["kibana", "a +b", "a and +b"],
		["kibana", "a and +b", "a and b"],
		["carbonblack", raw`path:C:\Program Files (x86)\x.exe`, raw`path:"C:\\Program Files (x86)\\x.exe"`],
		["redcloak", raw`path:C:\Program Files (x86)`, raw`path:"C:\\Program Files (x86)"`],
		["lucene", "a:1 AND b:2 OR NOT c:3 OR d:4", "+a:1 +b:2 NOT c:3 d:4"],
		["carbonblack", "f:-a*", "f:-a*"],
		["redcloak", "f = x", "f:x"],
		["redcloak", "g:1 AND f != x", "g:1 AND -f:x"],
		["redcloak", "f:!x", "NOT f:x"],
		["redcloak", "a:1\n\nb:2", "a:1\n\nb:2"],
	] as const) {
		const [problem] = analysed(query, dialects[name]).problems.toSorted((a, b) => a.rule.localeCompare(b.rule));
		assert.equal(applyEdits(query, [problem?.fix?.edits ?? []]), fixed, query);
	}
});

test("what one rule finds may weigh less or more than its other cases, unless it is configured", () => {
	const severities = (query: string, rules = {}) =>
		analyseQuery(query, dialects.kibana, {
			catalog: null,
			config: { ...config, rules: { ...config.rules, ...rules } },
		}).problems.map(({ rule, severity }) => `${rule} ${severity}`);
	assert.deepEqual(severities("f:net user"), ["implicit-operator hint"]);
	assert.deepEqual(severities("a:1 b:2"), ["implicit-operator warning"]);
	assert.deepEqual(severities("f:net user", { "implicit-operator": "error" }), ["implicit-operator error"]);
});

test("what stands for another problem of its place is as serious", () => {
	const severities = (query: string, rules = {}) =>
		analyseQuery(query, dialects.redcloak, { catalog: null, config: { ...emptyConfig, rules } }).problems.map(
			({ rule, severity }) => `${rule} ${severity}`,
		);
	assert.deepEqual(severities("EventID:(1, 4688)"), ["comma-list error"]);
	assert.deepEqual(severities("EventID:(1, 4688)", { "comma-list": "off" }), ["bad-value-type error"]);
	assert.deepEqual(severities("image_path:(a, b)"), ["comma-list warning"]);
});

test("what says the same is found among any number of clauses", () => {
	const many = Array.from({ length: 3000 }, (_, index) => `v${index}`).join(" OR ");
	const rulesOf = (query: string) => analysed(query, dialects.redcloak).problems.map(({ rule }) => rule);
	assert.ok(rulesOf(`f:X9 AND g:(${many}) AND -f:(${many} OR x9)`).includes("contradiction"));
	assert.ok(!rulesOf(`f:X9 AND g:(${many}) AND -f:(${many})`).includes("contradiction"));
	assert.ok(rulesOf(`f:(${many} OR V7)`).includes("duplicate-clause"));
});

test("a quote that a backslash keeps open is an error, also where only its cause may be off", () => {
	const severities = (query: string, rules = {}) =>
		analyseQuery(query, dialects.redcloak, { catalog: null, config: { ...emptyConfig, rules } }).problems.map(
			({ rule, severity }) => `${rule} ${severity}`,
		);
	const open = raw`image_path:"C:\\Temp\"`;
	assert.deepEqual(severities(open), ["quote-escaped-at-end error"]);
	assert.deepEqual(severities(open, { "quote-escaped-at-end": "off" }), ["unclosed-quote error"]);
	assert.deepEqual(severities(raw`image_path:"a\" OR image_path:"b\"`), ["quote-escaped-at-end warning"]);
});

test("a rule reports a hundred problems of a query, and that there are more", () => {
	const { problems } = analysed("f:(".repeat(100_000), dialects.redcloak);
	const open = problems.filter(({ rule }) => rule === "unclosed-group");
	assert.equal(open.length, 100);
	assert.match(open.at(-1)?.message ?? "", /There are more/);
	assert.doesNotMatch(open.at(-2)?.message ?? "", /There are more/);
	assert.equal(analysed("(".repeat(100), dialects.redcloak).problems.length, 100);
	assert.ok(JSON.stringify(analysed("“".repeat(50_000), dialects.redcloak).problems).length < 5_000_000);
});

test("objects in braces are said to be Kibana's, and nothing is put at the end of them", () => {
	for (const dialect of [dialects.redcloak, dialects.lucene, dialects.carbonblack])
		for (const query of ["f:{ a:1 }", "f:{a:1", "f:{ a:1 } AND g:{b:2"]) {
			const [first, ...more] = analysed(query, dialect).problems;
			assert.match(first?.message ?? "", /Only Kibana reads nested objects/);
			assert.ok([first, ...more].every((problem) => problem?.rule !== "unclosed-group" || !problem.fix));
		}
});

test("many clauses are said to be refused by Lucene only in Lucene, and depth is said to be depth", () => {
	const messageOf = (query: string, dialect: Dialect) =>
		analysed(query, dialect).problems.find(({ rule }) => rule === "too-many-clauses")?.message ?? "";
	const many = `f:(${"a OR ".repeat(1024)}a)`;
	assert.match(messageOf(many, dialects.lucene), /Lucene refuses more than 1,024/);
	assert.match(messageOf(many, dialects.redcloak), /1,025 clauses/);
	assert.doesNotMatch(messageOf(many, dialects.redcloak), /Lucene/);
	assert.match(messageOf(`${"-".repeat(300)}a`, dialects.redcloak), /levels deep/);
});

test("mixed operators in Lucene are shown as they are read", () => {
	const [problem] = analysed("a:1 AND b:2 OR c:3", dialects.lucene).problems;
	assert.match(problem?.message ?? "", /finds `a:1 AND b:2`, and `c:3` makes no difference/);
});

test("what lies too deep to be read is an error, in every dialect and at every depth", () => {
	for (const dialect of Object.values(dialects))
		for (const [open, close] of [
			["f:(a ", ")"],
			["(* NOT (a ", "))"],
			["(a AND -(b ", "))"],
			["((", "))"],
		] as const)
			for (const depth of [60, 66, 67, 68, 99, 100, 101, 102, 199, 200, 201, 202, 5000]) {
				const { expr, problems } = analysed(`${open.repeat(depth)}x${close.repeat(depth)}`, dialect);
				const said = problems.some(({ rule, severity }) => rule === "too-many-clauses" && severity === "error");
				assert.equal(said, cutOff(JSON.stringify(expr)), `${depth} of ${open} in ${dialect.name}`);
			}
});

/** Whether a part is left out: the innermost clause is. */
function cutOff(expr: string): boolean {
	return !expr.includes('"text":"x"');
}
