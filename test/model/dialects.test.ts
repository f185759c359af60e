// The same text in the four dialects: one row a difference between them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../server/src/base/dialect.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { namedDialects } from "../support/dialects.ts";
import { says } from "../support/says.ts";

const dialects: Readonly<Record<string, Dialect>> = namedDialects;

const raw = String.raw;
type Row = readonly [query: string, said: Readonly<Record<string, string>>];
const tables: Readonly<Record<string, readonly Row[]>> = {
	"clauses side by side": [
		[
			"a:1 b:2",
			{ redcloak: "(a:1 & b:2)", lucene: "(a:1 | b:2)", "lucene AND": "(a:1 & b:2)", carbonblack: "(a:1 & b:2)" },
		],
		["a:1 -b:2", { redcloak: "(a:1 & !b:2)", lucene: "(a:1 & !b:2)", carbonblack: "(a:1 & !b:2)" }],
		["f:(a b)", { redcloak: "(f:a & f:b)", lucene: "(f:a | f:b)", kibana: "(f:a | f:b)" }],
	],
	"Kibana's words are one value": [
		["f: net user AND g:x", { kibana: "((f:net | f:user) & g:x)" }],
		["f:net user or NOT g:x y", { kibana: "((f:net | f:user) | !(g:x | g:y))" }],
		["not f:net user and g:x", { kibana: "(!(f:net | f:user) & g:x)" }],
		["net user", { kibana: "(*:net | *:user)", redcloak: "(*:net & *:user)" }],
		["f:a g:b", { kibana: "(f:a & g:b)" }],
		['f:a "b c"', { kibana: '(f:a & *:"b c")' }],
	],
	"Kibana's nested objects": [
		["f:{ a:1 and b.c:2 }", { kibana: "(f.a:1 & f.b.c:2)" }],
		["f:{ a:{ b:1 } } or c:3", { kibana: "(f.a.b:1 | c:3)" }],
		["f:{a:(1 or 2)}", { kibana: "(f.a:1 | f.a:2)" }],
	],
	"Kibana's comparisons may stand apart": [["n >= 5 and m : x", { kibana: "(n:[5 *} & m:x)" }]],
	"operators in lower case": [
		[
			"a:1 and b:2",
			{ redcloak: "(a:1 & b:2)", lucene: "(a:1 | *:and | b:2)", kibana: "(a:1 & b:2)", carbonblack: "(a:1 & b:2)" },
		],
		["not a:1", { redcloak: "!a:1", kibana: "!a:1", lucene: "(*:not | a:1)" }],
	],
	"AND and OR mixed": [
		["a:1 AND b:2 OR c:3", { redcloak: "((a:1 & b:2) | c:3)", lucene: "(a:1 & b:2)", "lucene AND": "a:1" }],
		["a:1 OR b:2 AND c:3", { redcloak: "(a:1 | (b:2 & c:3))", lucene: "(b:2 & c:3)", "lucene AND": "(b:2 & c:3)" }],
		["a:1 OR b:2 c:3", { lucene: "(a:1 | b:2 | c:3)", "lucene AND": "c:3" }],
		["a:1 OR NOT b:2", { redcloak: "(a:1 | !b:2)", lucene: "(a:1 & !b:2)" }],
		["+a:1 b:2", { lucene: "a:1", redcloak: "(a:1 & b:2)" }],
		["(a:1 OR b:2) AND c:3", { lucene: "((a:1 | b:2) & c:3)" }],
	],
	"purely negative groups": [
		["-a:1", { redcloak: "!a:1", lucene: "none", es: "!a:1", kibana: "!a:1" }],
		["NOT a:1 AND NOT b:2", { redcloak: "(!a:1 & !b:2)", lucene: "none", es: "(!a:1 & !b:2)" }],
		["a:1 AND (-b:2)", { redcloak: "(a:1 & !b:2)", lucene: "(a:1 & none)", es: "(a:1 & !b:2)" }],
		["f:(-a)", { redcloak: "!f:a", lucene: "none", es: "!f:a" }],
		["(+*:* -a:1)", { redcloak: "(all & !a:1)", lucene: "(all & !a:1)" }],
	],
	networks: [
		['f:"10.0.0.0/8"', { redcloak: 'f:"10.0.0.0/8"', lucene: "f:10.0.0.0/8", kibana: "f:10.0.0.0/8" }],
		[raw`f:10.0.0.0\/8`, { redcloak: "f:10.0.0.0/8", lucene: "f:10.0.0.0/8" }],
	],
	"signs without a colon": [
		["a=1", { redcloak: "a:1", lucene: "*:a=1", kibana: "a:1" }],
		["a>5", { redcloak: "a:{5 *}", lucene: "*:a>5" }],
		["a:>5", { redcloak: "a:{5 *}", lucene: "a:{5 *}" }],
		["f:a!b", { redcloak: "f:a!b", lucene: "(f:a & !*:b)" }],
		["f:(>5 AND <=9)", { lucene: "(f:{5 *} & f:{* 9])", redcloak: "(f:>5 & f:<=9)" }],
		["f:a ~1 b", { lucene: "(f:a~1 | *:b)" }],
		["a - b", { redcloak: "(*:a & !*:b)", lucene: "(*:a | *:- | *:b)" }],
		["a OR +b", { lucene: "*:b", "lucene AND": "(*:a | *:b)" }],
		["a!=1", { redcloak: "!a:1", lucene: "(*:a & !*:=1)" }],
	],
	backslashes: [
		[
			raw`p:C:\Temp\x.exe`,
			{ redcloak: raw`p:C:\Temp\x.exe`, lucene: raw`p:C:\Temp\x.exe`, carbonblack: raw`p:C:\Temp\x.exe` },
		],
		[
			raw`p:HKLM\Software`,
			{ redcloak: raw`p:HKLM\Software`, lucene: "p:HKLMSoftware", carbonblack: raw`p:HKLM\Software` },
		],
		[
			raw`p:system32\cmd.exe`,
			{ redcloak: "p:system32cmd.exe", lucene: "p:system32cmd.exe", carbonblack: raw`p:system32\cmd.exe` },
		],
		[raw`p:"c:\windows\temp"`, { redcloak: 'p:"c:windowstemp"', carbonblack: raw`p:"c:\windows\temp"` }],
		[raw`p:program\ files\x`, { carbonblack: raw`p:program files\x`, redcloak: "p:program filesx" }],
		[raw`p:a\:b`, { carbonblack: "p:a:b", redcloak: "p:a:b" }],
		[raw`p:c:\win*\x?.exe`, { carbonblack: raw`p:<c:\\win*\\x?.exe>` }],
	],
};

for (const [name, rows] of Object.entries(tables))
	test(name, () => {
		for (const [query, said] of rows)
			for (const [dialect, expected] of Object.entries(said))
				assert.equal(says(query, dialects[dialect]), expected, `${query} in ${dialect}`);
	});

const faults: readonly (readonly [dialect: string, query: string, ...rules: string[]])[] = [
	["lucene", raw`f:C:\x`, "unescaped-drive-colon"],
	["kibana", raw`f:C:\x`, "unescaped-drive-colon"],
	["redcloak", raw`f:C:\x`],
	["carbonblack", raw`f:C:\x`],
	["carbonblack", raw`f:system32\cmd.exe AND g:"windows\temp"`],
	["lucene", "ip:10.0.0.0/8", "unclosed-slash"],
	["lucene", "f:/bin/"],
	["lucene", "f:a^b", "stray-character"],
	["lucene", raw`f:a\^b`],
	["lucene", "a*b:x OR us/er:x", "stray-character", "stray-character"],
	["lucene", "*:x OR f:(a OR b)~2", "stray-character"],
	["lucene", "a - b OR f:x ~2 OR g:(>5 AND <=9)"],
	["lucene", "f:a~1~2 OR g:[1 TO 2]~", "stray-character", "stray-character"],
	["redcloak", "f:a~1~2", "stray-character"],
	["lucene", raw`\user:x`, "single-backslash"],
	["lucene", "f:&&x OR f:&& x", "missing-operand"],
	["lucene", raw`f:x\~1~1 AND /https?:\/\/x/`],
	["redcloak", "f:a^b"],
	["lucene", "a=1 AND b>5"],
	["lucene", "a:1 and b:2", "lowercase-operator"],
	["kibana", "a:1 and b:2"],
	["carbonblack", "a:1 and b:2"],
	["kibana", "a : 1 and b >= 2"],
	["lucene", "a : 1", "space-around-colon"],
	["lucene", "NOT -a:1", "stray-character"],
	["kibana", "f:{ a:1", "unclosed-group"],
	["kibana", "f:{ }", "empty-group"],
	["kibana", "f:a }"],
];

test("what the parser notices depends on the dialect", () => {
	for (const [dialect, query, ...rules] of faults)
		assert.deepEqual(
			parseQuery(query, dialects[dialect]).faults.map(({ rule }) => rule),
			rules,
			`${query} in ${dialect}`,
		);
});
