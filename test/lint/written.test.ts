// How a query is written: what the rules' examples cannot show, such as one problem a cause and what each dialect says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";

const config = { ...emptyConfig, rules: { "unknown-field": "off" } } as const;
const analysed = (query: string, dialect: Dialect) => analyseQuery(query, dialect, { catalog: null, config });
const dialects = {
	redcloak: dialectOf("redcloak"),
	lucene: dialectOf("lucene"),
	"lucene AND": dialectOf("lucene", { defaultOperator: "AND" }),
	es: dialectOf("lucene", { es: true }),
	kibana: dialectOf("kibana"),
	carbonblack: dialectOf("carbonblack"),
} as const;
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
		[raw`f:"a\"`, raw`quote-escaped-at-end \"`],
		['f:"say \\"hello\\" now', 'unclosed-quote "say \\"hello\\" now'],
		["f:/mimikatz/"],
		["a:1 AND a:2"],
		["a:/x/ AND a:/xy/"],
		["f:abc OR f:abcd"],
		["f:1 OR f:1*"],
		["f:=x OR f:x", "duplicate-clause f:=x"],
		["f:* AND f:x", "duplicate-clause f:*"],
		["f:x OR f:?x* OR f:x?"],
		["-f:x AND -f:x*", "duplicate-clause -f:x", "only-negative -f:x AND -f:x*"],
		["f:x AND -f:*", "contradiction f:*"],
		["a:1 AND -b:(1 OR 2)"],
	],
	lucene: [
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
	],
	carbonblack: [["a:1 b:2"], ["a:1 b:2 OR c:3", "mixed-and-or a:1 b:2 OR c:3"]],
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
		["kibana", "f:net user", "f:(net OR user)"],
		["kibana", "net user", "net OR user"],
		["kibana", "g:1 and net user", "g:1 and (net OR user)"],
		["lucene", "a:1 AND b:2 OR NOT c:3 OR d:4", "+a:1 +b:2 NOT c:3 d:4"],
		["carbonblack", "f:-a*", "f:-a*"],
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
