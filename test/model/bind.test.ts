// What queries say, row by row of the language's table: their public tree, and the text that each part of it stands for.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { withoutSpans } from "../support/exprs.ts";
import { checkMarks, fixturesOf, type Mark } from "../support/marks.ts";

const term = (text: string, more = {}) => ({ kind: "term", text, ...more });
const phrase = (text: string, more = {}) => ({ kind: "phrase", text, ...more });
const wildcard = (text: string, more = {}) => ({ kind: "wildcard", text, ...more });
const regex = (text: string) => ({ kind: "regex", text });
const range = (text: string) => {
	const [, open, from, to, close] = /^(.)(.*)\.\.(.*)(.)$/.exec(text) as unknown as string[];
	return { kind: "range", from: from || null, to: to || null, includeFrom: open === "[", includeTo: close === "]" };
};
const whole = { whole: true };
const exists = { kind: "exists" };
const f = (value: object) => match("f", value);
const match = (field: string | null, value: object) => ({ kind: "match", field, value });
const bare = (text: string) => match(null, term(text));
const and = (...children: object[]) => ({ kind: "and", children });
const or = (...children: object[]) => ({ kind: "or", children });
const not = (child: object) => ({ kind: "not", child });
const all = { kind: "all" };
const none = { kind: "none" };
const [a, b, c] = [bare("a"), bare("b"), bare("c")];
const raw = String.raw;

const rows: Record<string, readonly (readonly [query: string, says: object])[]> = {
	operators: [
		["a AND b AND c", and(a, b, c)],
		["a OR b AND c", or(a, and(b, c))],
		["a && b || c", or(and(a, b), c)],
		["NOT a AND b", and(not(a), b)],
		["a and b or not c", or(and(a, b), not(c))],
		["a b OR c", or(and(a, b), c)],
		["(a OR b) c", and(or(a, b), c)],
		["-a", not(a)],
		["!a !b", and(not(a), not(b))],
		["NOT NOT a", not(not(a))],
		["+a -b", and(a, not(b))],
		["((a))", a],
	],
	"texts, phrases, wildcards": [
		["f:x", f(term("x"))],
		["4688", bare("4688")],
		['f:"a  b"', f(phrase("a  b"))],
		['f:"a*?"', f(phrase("a*?"))],
		["f:ab*c?", f(wildcard("ab*c?"))],
		[raw`f:a\*b*`, f(wildcard(raw`a\*b*`))],
		[raw`f:a\*b`, f(term("a*b"))],
		[raw`f:a\\b*`, f(wildcard(raw`a\\b*`))],
	],
	"the whole value": [
		["f:=x", f(term("x", whole))],
		['f:="x y"', f(phrase("x y", whole))],
		["f:=ab*", f(wildcard("ab*", whole))],
		['f:""', f(phrase("", whole))],
		['f:=""', f(phrase("", whole))],
		["f:=(a OR b)", or(f(term("a", whole)), f(term("b", whole)))],
		["f:=10.0.0.0/8", f(term("10.0.0.0/8", whole))],
	],
	"regular expressions": [
		["f:/a.*b/", f(regex("a.*b"))],
		[raw`f:/a\/b\.c/`, f(regex(raw`a/b\.c`))],
		["/a b/", match(null, regex("a b"))],
	],
	presence: [
		["f:*", f(exists)],
		["_exists_:f", f(exists)],
		["_exists_:(f OR g)", or(f(exists), match("g", exists))],
		["-_exists_:f", not(f(exists))],
		["f!=*", not(f(exists))],
		["*:*", all],
		["*", all],
		['f:"*"', f(phrase("*"))],
		["f:**", f(wildcard("**"))],
	],
	ranges: [
		["f:[a TO b]", f(range("[a..b]"))],
		["f:{a TO b}", f(range("{a..b}"))],
		["f:[a TO b}", f(range("[a..b}"))],
		["f:[* TO b]", f(range("[..b]"))],
		["f:[a to *]", f(range("[a..]"))],
		['f:["a b" TO "*"]', f(range("[a b..*]"))],
		["f:>=5", f(range("[5..}"))],
		["f:>5", f(range("{5..}"))],
		["f<=5", f(range("{..5]"))],
		["f:<5", f(range("{..5}"))],
		['f:>"2026-01-31 10:00"', f(range("{2026-01-31 10:00..}"))],
		["f:>(1 OR 2)", or(f(range("{1..}")), f(range("{2..}")))],
	],
	networks: [
		["f:10.0.0.0/8", f({ kind: "cidr", text: "10.0.0.0/8" })],
		[raw`f:2001\:db8\:\:/32`, f({ kind: "cidr", text: "2001:db8::/32" })],
		["f:fe80::/10", f({ kind: "cidr", text: "fe80::/10" })],
		["f:(10.0.0.0/8 OR x)", or(f({ kind: "cidr", text: "10.0.0.0/8" }), f(term("x")))],
		["f!=10.0.0.0/8", not(f({ kind: "cidr", text: "10.0.0.0/8" }))],
		["f:10.0.0.0/33", f(term("10.0.0.0/33"))],
		["f:10.0/8", f(term("10.0/8"))],
		["f:10.0.0.1", f(term("10.0.0.1"))],
	],
	"fields distribute over brackets": [
		["f:(a OR b)", or(f(term("a")), f(term("b")))],
		["f:(a g:b)", and(f(term("a")), match("g", term("b")))],
		["f:=(a g:b)", and(f(term("a", whole)), match("g", term("b")))],
		["f:(a (b -c))", and(f(term("a")), and(f(term("b")), not(f(term("c")))))],
		["-f:(a b)", not(and(f(term("a")), f(term("b"))))],
		["f:((*))", f(exists)],
		["f:(g:(a) b)", and(match("g", term("a")), f(term("b")))],
	],
	"other signs": [
		["f=x", f(term("x"))],
		["f==x", f(term("x"))],
		["f!=x", not(f(term("x")))],
		["-f!=x", not(not(f(term("x"))))],
		["f!=(a OR b)", not(or(f(term("a")), f(term("b"))))],
	],
	suffixes: [
		["x~", match(null, term("x", { fuzziness: 2 }))],
		["f:x~1", f(term("x", { fuzziness: 1 }))],
		['f:"a b"~5', f(phrase("a b", { slop: 5 }))],
		["f:x^2", f(term("x"))],
		["f:x~1^2", f(term("x", { fuzziness: 1 }))],
		["(a b)^2", and(a, b)],
		["f:(a OR b~)~1", or(f(term("a", { fuzziness: 1 })), f(term("b", { fuzziness: 2 })))],
		["f:PROGRA~1", f(term("PROGRA~1"))],
		["f:p^ower", f(term("p^ower"))],
		["f:net,", f(term("net,"))],
	],
	"raw paths and escapes": [
		[raw`f:C:\a\b`, f(term(raw`C:\a\b`))],
		[raw`f:C:\\a\\b`, f(term(raw`C:\a\b`))],
		[raw`f:C:\a\*.exe`, f(wildcard(raw`C:\\a\\*.exe`))],
		[raw`f:HKLM\a\b`, f(term(raw`HKLM\a\b`))],
		[raw`f:hkey_users\.default`, f(term(raw`hkey_users\.default`))],
		[raw`file:\\srv\share`, match("file", term(raw`\\srv\share`))],
		[raw`f:(C:\a(1)\b)`, f(term(raw`C:\a(1)\b`))],
		[raw`f:C\:\\a`, f(term(raw`C:\a`))],
		[raw`f:"C:\\a"`, f(phrase(raw`C:\a`))],
		[raw`f:a\b`, f(term("ab"))],
		[raw`f:a\ b`, f(term("a b"))],
		[raw`f:caf\u00e9`, f(term("café"))],
		[raw`f:"\u0041\u12"`, f(phrase("Au12"))],
		[raw`f:"a \"b\""`, f(phrase('a "b"'))],
		["f:-enc", f(term("-enc"))],
		["url:http://x", match("url", term("http://x"))],
		["f:::1", f(term("::1"))],
		["f:“a b”", f(phrase("a b"))],
	],
	"field names": [
		['"a b":x', match("a b", term("x"))],
		[raw`a\ b:x`, match("a b", term("x"))],
		[raw`"a\"b":x`, match('a"b', term("x"))],
		[raw`caf\u00e9:x`, match("café", term("x"))],
		["process.*:x", match("process.*", term("x"))],
		["*:x", match("*", term("x"))],
	],
	parameters: [
		["f:{{name}}", f({ kind: "parameter", text: "name" })],
		["f:={{ name }}", f({ kind: "parameter", text: "name", whole: true })],
		["f:>={{name}}", f({ kind: "parameter", text: "name" })],
		["_exists_:{{name}}", match(null, { kind: "parameter", text: "name" })],
	],
	"what is missing is left out with its operator": [
		["", none],
		["  ", none],
		["()", none],
		["f:", none],
		["AND", none],
		["a AND", a],
		["a OR AND b", or(a, b)],
		["a AND f:", a],
		["a AND NOT", a],
		["a)", a],
		["(a OR (b", or(a, b)],
		["f:[1 2] AND a", a],
	],
};

for (const [name, cases] of Object.entries(rows))
	test(name, () => {
		for (const [query, says] of cases) assert.deepEqual(withoutSpans(bind(parseQuery(query))), says, query);
	});

test("each part knows the text that it stands for", () => {
	const fixtures = fixturesOf(`
		a OR -f:(x "y z") c
		^ match
		^^^^^^^^^^^^^^^^^^^ or
		     ^^^^^^^^^^^^ not
		     ^^^^^^^^^^^^^^ and
		         ^ match
		         ^^^^^^^ and
		           ^^^^^ match
		                  ^ match

		f!=x~2^3 AND *:* AND _exists_:g
		^^^^^^^^ match
		^^^^^^^^ not
		^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ and
		             ^^^ all
		                     ^^^^^^^^^^ match

		f : x
		^^^^^ match

		f:()
		^^^^ none
	`);
	for (const fixture of fixtures) checkMarks(fixture, (text) => marksOf(bind(parseQuery(text))));
});

function marksOf(expr: Expr): readonly Mark[] {
	const below = expr.kind === "and" || expr.kind === "or" ? expr.children : expr.kind === "not" ? [expr.child] : [];
	return [{ label: expr.kind, span: expr.span }, ...below.flatMap(marksOf)];
}
