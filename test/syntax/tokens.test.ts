// How queries are cut into tokens: one row a rule of the language, or a habit of those who write it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery } from "../../server/src/syntax/parse.ts";

/** Each token as `kind:text`; a value's kind is how it is written. */
function tokensOf(query: string): readonly string[] {
	return parseQuery(query).tokens.map(({ kind, written, span }) => `${written ?? kind}:${query.slice(...span)}`);
}

const raw = String.raw;
const rows: Record<string, readonly (readonly [query: string, ...tokens: string[]])[]> = {
	"a minus negates only where a clause may start": [
		["-f:x", "operator:-", "field:f", "comparison::", "word:x"],
		["f:-enc", "field:f", "comparison::", "word:-enc"],
		["f: -enc", "field:f", "comparison::", "word:-enc"],
		["f:=-enc", "field:f", "comparison::=", "word:-enc"],
		["f:(-enc)", "field:f", "comparison::", "bracket:(", "operator:-", "word:enc", "bracket:)"],
		["+f:+x", "operator:+", "field:f", "comparison::", "word:+x"],
		["a-b", "word:a-b"],
		["!a", "operator:!", "word:a"],
		["a!b", "word:a!b"],
		["–a", "operator:–", "word:a"],
		["f:–a", "field:f", "comparison::", "word:–a"],
	],
	"operators, in any case": [
		["a AND b OR NOT c", "word:a", "operator:AND", "word:b", "operator:OR", "operator:NOT", "word:c"],
		["a and b", "word:a", "operator:and", "word:b"],
		["a && b||c", "word:a", "operator:&&", "word:b||c"],
		["(a)||(b)", "bracket:(", "word:a", "bracket:)", "operator:||", "bracket:(", "word:b", "bracket:)"],
		["ANDROID", "word:ANDROID"],
		["AND:x", "field:AND", "comparison::", "word:x"],
		["f:AND", "field:f", "comparison::", "word:AND"],
		["NOT(a)", "operator:NOT", "bracket:(", "word:a", "bracket:)"],
	],
	comparisons: [
		...[":", ":=", ":<", ":<=", ":>", ":>=", "=", "==", "!=", "<", "<=", ">", ">="].map(
			(sign) => [`f${sign}x`, "field:f", `comparison:${sign}`, "word:x"] as const,
		),
		["f : x", "field:f", "comparison::", "word:x"],
		["f > 5", "field:f", "comparison:>", "word:5"],
		['"a b"=x', 'field:"a b"', "comparison:=", "word:x"],
		["f:(a=b)", "field:f", "comparison::", "bracket:(", "word:a=b", "bracket:)"],
		["f:a=b", "field:f", "comparison::", "word:a=b"],
		["$x=y", "word:$x=y"],
		["=x", "word:=x"],
	],
	"a colon in a value stays in it": [
		["url:http://x/?a=b", "field:url", "comparison::", "word:http://x/?a=b"],
		["http://x", "word:http://x"],
		["ip:::1", "field:ip", "comparison::", "word:::1"],
		["::1", "word:::1"],
		["t:>2026-01-31T10:00:00Z", "field:t", "comparison::>", "word:2026-01-31T10:00:00Z"],
	],
	"raw paths": [
		[raw`p:C:\a\*.exe`, "field:p", "comparison::", raw`path:C:\a\*.exe`],
		[raw`C:\a`, raw`path:C:\a`],
		[
			raw`p:(c:\a OR hklm\b)`,
			"field:p",
			"comparison::",
			"bracket:(",
			raw`path:c:\a`,
			"operator:OR",
			raw`path:hklm\b`,
			"bracket:)",
		],
		[raw`p:C:\a(x86)\b`, "field:p", "comparison::", raw`path:C:\a(x86)\b`],
		[raw`path:\\srv\x`, "field:path", "comparison::", raw`path:\\srv\x`],
		[raw`p:HKEY_USERS\x`, "field:p", "comparison::", raw`path:HKEY_USERS\x`],
		[raw`p:C:\PROGRA~1`, "field:p", "comparison::", raw`path:C:\PROGRA~1`],
		[raw`p:"C:\a"`, "field:p", "comparison::", raw`quoted:"C:\a"`],
		[raw`p:\\a\b`, raw`path:p:\\a\b`],
		[raw`f:\/usr`, "field:f", "comparison::", raw`word:\/usr`],
		[raw`p:C\:\\a`, "field:p", "comparison::", raw`word:C\:\\a`],
		[raw`p:a\ b`, "field:p", "comparison::", raw`word:a\ b`],
	],
	"regular expressions and plain slashes": [
		["f:/a b/", "field:f", "comparison::", "regex:/a b/"],
		[raw`f:/a\/b/^2`, "field:f", "comparison::", raw`regex:/a\/b/`, "suffix:^2"],
		["(/a/)", "bracket:(", "regex:/a/", "bracket:)"],
		["f:/transfer", "field:f", "comparison::", "word:/transfer"],
		["f:/usr/bin/ls", "field:f", "comparison::", "word:/usr/bin/ls"],
		["f:/a OR g:/b", "field:f", "comparison::", "word:/a", "operator:OR", "field:g", "comparison::", "word:/b"],
		["f:10.0.0.0/8", "field:f", "comparison::", "word:10.0.0.0/8"],
	],
	"suffixes stand only at the end of a value": [
		["x~", "word:x", "suffix:~"],
		["x~2^3.5", "word:x", "suffix:~2", "suffix:^3.5"],
		['"a b"~5', 'quoted:"a b"', "suffix:~5"],
		["(a OR b)^2", "bracket:(", "word:a", "operator:OR", "word:b", "bracket:)", "suffix:^2"],
		["f:[1 TO 2]^2", "field:f", "comparison::", "range:[1 TO 2]", "suffix:^2"],
		["PROGRA~1", "word:PROGRA~1"],
		[raw`*\\PROGRA~1`, raw`word:*\\PROGRA~1`],
		["p^ower~x", "word:p^ower~x"],
		[raw`x\~2`, raw`word:x\~2`],
		[raw`x\\~2`, raw`word:x\\`, "suffix:~2"],
		["net,", "word:net,"],
	],
	names: [
		['"a b":x', 'field:"a b"', "comparison::", "word:x"],
		[raw`a\ b:x`, raw`field:a\ b`, "comparison::", "word:x"],
		["process.*:x", "field:process.*", "comparison::", "word:x"],
		["@t:x", "field:@t", "comparison::", "word:x"],
		["_exists_:x", "field:_exists_", "comparison::", "word:x"],
		['"a" :x', 'quoted:"a"', "word::x"],
	],
	"parameters are whole values": [
		["f:{{ioc.hash}}", "field:f", "comparison::", "parameter:{{ioc.hash}}"],
		["f:({{ a }})", "field:f", "comparison::", "bracket:(", "parameter:{{ a }}", "bracket:)"],
		["f:{{a}}b", "field:f", "comparison::", "word:{{a}}b"],
	],
	ranges: [
		["f:[a TO b]", "field:f", "comparison::", "range:[a TO b]"],
		["f:{a TO *]", "field:f", "comparison::", "range:{a TO *]"],
		['f:["a b" TO "c]"}', "field:f", "comparison::", 'range:["a b" TO "c]"}'],
		["f:{12-34}", "field:f", "comparison::", "word:{12-34}"],
		["f:[a b]", "field:f", "comparison::", "stray:[a b]"],
	],
	"blanks and quotes of every kind": [
		["a\u00a0b\u3000c\nd", "word:a", "word:b", "word:c", "word:d"],
		["f:“a b”", "field:f", "comparison::", "quoted:“a b”"],
		["f:a“b c”", "field:f", "comparison::", "word:a", "quoted:“b c”"],
		['f:"a\u00a0b"', "field:f", "comparison::", 'quoted:"a\u00a0b"'],
		[raw`f:"a \" b"`, "field:f", "comparison::", raw`quoted:"a \" b"`],
		["f:'a b'", "field:f", "comparison::", "word:'a", "word:b'"],
	],
	"a clause being typed does not take the next one": [
		["f: AND g:x", "field:f", "comparison::", "operator:AND", "field:g", "comparison::", "word:x"],
		["f: or g:x", "field:f", "comparison::", "operator:or", "field:g", "comparison::", "word:x"],
		["f: g:x", "field:f", "comparison::", "field:g", "comparison::", "word:x"],
		["f:\n-g:x", "field:f", "comparison::", "operator:-", "field:g", "comparison::", "word:x"],
		["f: http://x", "field:f", "comparison::", "word:http://x"],
		[raw`f: C:\x`, "field:f", "comparison::", raw`path:C:\x`],
		["(f:)", "bracket:(", "field:f", "comparison::", "bracket:)"],
	],
};

for (const [rule, cases] of Object.entries(rows))
	test(rule, () => {
		for (const [query, ...tokens] of cases) assert.deepEqual(tokensOf(query), tokens, query);
	});
