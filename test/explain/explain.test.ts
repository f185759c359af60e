// Queries in plain words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type DialectName, type DialectOptions, dialectOf } from "../../server/src/base/dialect.ts";
import { adjacencyWords, dialectTitle, operatorWords } from "../../server/src/explain/dialects.ts";
import { explain, explainPart, onlyRanking } from "../../server/src/explain/explain.ts";
import { linesOf } from "../../server/src/explain/explanation.ts";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { standardVocabulary } from "../../server/src/taxonomies/vocabulary.ts";

const read = (query: string, name: DialectName = "redcloak", options: DialectOptions = {}) => {
	const tree = parseQuery(query, dialectOf(name, options));
	return { tree, expr: bind(tree), vocabulary: standardVocabulary };
};

/** `lines`: after “Events where ”, if there is only one. */
function checkWords(query: string, lines: string | readonly string[], name?: DialectName, options?: DialectOptions) {
	const expected = typeof lines === "string" ? [`Events where ${lines}`] : lines;
	assert.deepEqual(linesOf(explain(read(query, name, options))), expected, query);
}

test("a hunter's query as a list", () => {
	checkWords("image_path:bitsadmin.exe AND -commandline:(list OR getieproxy OR reset)", [
		"Events where all of this holds:",
		"- `image_path` contains the word `bitsadmin.exe`",
		"- `commandline` does not contain any of the words `list`, `getieproxy` or `reset`",
	]);
	checkWords("NOT (a:x OR b:y OR (c:z AND (d:1 OR -e:2)))", [
		"Events where none of this holds:",
		"- `a` contains the word `x`",
		"- `b` contains the word `y`",
		"- all of this holds:",
		"  - `c` contains the word `z`",
		"  - at least one of this holds:",
		"    - `d` contains the word `1`",
		"    - `e` does not contain the word `2`",
	]);
	checkWords("NOT (a:x AND b:y)", [
		"Events where not all of this holds:",
		"- `a` contains the word `x`",
		"- `b` contains the word `y`",
	]);
});

test("single clauses", () => {
	const cases: readonly (readonly [query: string, words: string])[] = [
		["f:list", "`f` contains the word `list`"],
		["f:/transfer", "`f` contains the text `/transfer`"],
		['f:"a  b"', "`f` contains the phrase `a b`"],
		["list", "some field contains the word `list`"],
		["-list", "no field contains the word `list`"],
		["*:list", "some field contains the word `list`"],
		["-process.*:list", "no field named like `process.*` contains the word `list`"],
		["NOT NOT f:x", "`f` contains the word `x`"],
		["f!=x", "`f` does not contain the word `x`"],
		["EventID:4688", "`EventID` is the number `4688` (process created)"],
		["EventID:0x1250", "`EventID` is the number `0x1250` (process created)"],
		["-EventID:(4688 OR 99)", "`EventID` is not any of the numbers `4688` (process created) or `99`"],
		["TicketEncryptionType:0x17", "`TicketEncryptionType` contains the word `0x17` (RC4-HMAC)"],
		["TicketEncryptionType:23", "`TicketEncryptionType` contains the word `23` (RC4-HMAC)"],
		[
			"winlog.event_data.Status:0xc000006A",
			"`winlog.event_data.Status` contains the word `0xc000006A` (wrong password)",
		],
		["Status:0x18", "`Status` contains the word `0x18` (wrong password)"],
		["GrantedAccess:0x1410", "`GrantedAccess` contains the word `0x1410` (query and read memory)"],
		["GrantedAccess:0x30", "`GrantedAccess` contains the word `0x30` (read memory + write memory)"],
		["GrantedAccess:0x4", "`GrantedAccess` contains the word `0x4`"],
		["DestinationPort:3389", "`DestinationPort` is the number `3389` (Remote Desktop)"],
		["NewValueType:%%1876", "`NewValueType` contains the text `%%1876` (REG_DWORD, 32-bit number)"],
		["f:=cmd.exe", "`f` is `cmd.exe`"],
		["-f:=cmd.exe", "`f` is not `cmd.exe`"],
		['f:""', "`f` is empty"],
		['-f:""', "`f` is not empty"],
		["f:*", "`f` has a value"],
		["-_exists_:f", "`f` has no value"],
		["-f:10.0.0.0/8", "`f` is not an address in the network `10.0.0.0/8`"],
		["f:/a+/", "`f` matches the regular expression `a+`"],
		["f:={{name}}", "`f` is the value of the parameter `name`"],
		["f:{{name}}", "`f` contains the value of the parameter `name`"],
		["f:x~1", "`f` contains the word `x` with up to 1 letter wrong (a run refuses this)"],
		['f:"a b"~5', "`f` contains the words of `a b` with up to 5 others between them (a run refuses this)"],
	];
	for (const [query, words] of cases) checkWords(query, words);
});

test("wildcards", () => {
	const cases: readonly (readonly [query: string, words: string])[] = [
		["f:ab*", "`f` contains a word that starts with `ab`"],
		["-f:*ab", "`f` contains no word that ends with `ab`"],
		["f:*ab*", "`f` contains, also inside words, the text `ab`"],
		[String.raw`f:*\\ab.exe`, "`f` contains the text `\\ab.exe`"],
		["f:ab*c", "`f` contains `ab`, then anything, then `c`"],
		["f:*ab*c*", "`f` contains `ab`, then anything, then `c`"],
		["f:a??b?", "`f` contains `a`, then any 2 characters, then `b`, then any one character"],
		["f:=ab*", "`f` starts with `ab`"],
		["-f:=*ab", "`f` does not end with `ab`"],
		["f:=*ab*", "`f` contains, also inside words, the text `ab`"],
		["f:=ab*c", "`f` is `ab`, then anything, then `c`"],
		["f:=ab*c*", "`f` starts with `ab`, then anything, then `c`"],
		["f:=*ab?c", "`f` ends with `ab`, then any one character, then `c`"],
		["f:=??", "`f` is any 2 characters"],
		["f:**", "`f` has any value"],
	];
	for (const [query, words] of cases) checkWords(query, words);
});

test("ranges of numbers, dates, addresses and text", () => {
	const cases: readonly (readonly [range: string, words: string])[] = [
		["[1 TO 5]", "at least `1` and at most `5`"],
		["{1 TO *]", "greater than `1`"],
		[">=5", "at least `5`"],
		["[10.0.0.1 TO 10.0.0.9}", "an address that is at least `10.0.0.1` and less than `10.0.0.9`"],
		["[a TO b]", "in the order of characters at least `a` and at most `b`"],
		[">=2026-03-01", "from 1 March 2026 on"],
		[">2026-03", "later than March 2026"],
		["[2026-03-01 TO 2026-03-31]", "from 1 March 2026 up to and including 31 March 2026"],
		["[2026-03-01 TO 2026-04-01}", "from 1 March 2026 on, and earlier than 1 April 2026"],
		['>="2026-03-01 10:30"', "from 1 March 2026 10:30 UTC on"],
		["<2026-03-01T10+02:00", "earlier than 1 March 2026 10:00 +02:00"],
		["[now-7d/d TO now]", "from the day 7 days ago up to and including now"],
		[">now-1h", "later than 1 hour ago"],
		["<=now/w", "up to and including the current week"],
		[">=now-36h/d", "from the day of the moment 36 hours ago on"],
		[">=now-1M+2d", "from now minus 1 month plus 2 days on"],
	];
	for (const [range, words] of cases) checkWords(`f:${range}`, `\`f\` is ${words}`);
	checkWords("-f:>5", "`f` is not greater than `5`");
	checkWords("f:[* TO *]", "`f` has a value");
	checkWords("commandline:[1 TO 5]", "`commandline` is in the order of characters at least `1` and at most `5`");
});

test("values of one field in one sentence, where that says the same", () => {
	const cases: readonly (readonly [query: string, words: string])[] = [
		["f:(a OR b) OR f:c", "`f` contains one of the words `a`, `b` or `c`"],
		["f:(a AND b)", "`f` contains all of the words `a` and `b`"],
		["-f:a AND -f:b", "`f` does not contain any of the words `a` or `b`"],
		["-f:(a AND b)", "`f` does not contain all of the words `a` and `b`"],
		["-f:a OR -f:b", "`f` does not contain all of the words `a` and `b`"],
		['f:(a OR "b c")', "`f` contains one of the texts `a` or `b c`"],
		["f:=(a OR b)", "`f` is one of `a` or `b`"],
		["f:(/a/ OR /b/)", "`f` matches one of the regular expressions `a` or `b`"],
		["a OR b", "some field contains one of the words `a` or `b`"],
		["-a AND -b", "no field contains any of the words `a` or `b`"],
		["f:(10.0.0.0/8 OR ::1/128)", "`f` is an address in one of the networks `10.0.0.0/8` or `::1/128`"],
		["f:({{a}} OR {{b}})", "`f` contains one of the values of the parameter `a` or `b`"],
	];
	for (const [query, words] of cases) checkWords(query, words);
	// Two words may stand in two fields, and a value cannot be two numbers.
	checkWords("a AND b", [
		"Events where all of this holds:",
		"- some field contains the word `a`",
		"- some field contains the word `b`",
	]);
	checkWords("f:(a OR b*)", [
		"Events where at least one of this holds:",
		"- `f` contains the word `a`",
		"- `f` contains a word that starts with `b`",
	]);
});

test("all, nothing, and an empty query", () => {
	checkWords("*:*", ["Every event, whatever is in it."]);
	checkWords("", ["The query is empty."]);
	checkWords("-a:1", ["No event: in Lucene a group that only forbids matches nothing."], "lucene");
	checkWords("-a:1", "`a` does not contain the word `1`", "lucene", { es: true });
	checkWords("NOT *:*", "no event");
	checkWords("a:", ["No event: no clause of it is complete."]);
});

test("lucene: what only ranks is named as such", () => {
	checkWords(
		"a:1 AND b:2 OR c:3",
		[
			"Events where all of this holds:",
			"- `a` contains the word `1`",
			"- `b` contains the word `2`",
			"- and preferably `c:3`, which changes no hit",
		],
		"lucene",
	);
	checkWords(
		"+a:1 (b:2 c:3) -d:4",
		[
			"Events where all of this holds:",
			"- `a` contains the word `1`",
			"- `d` does not contain the word `4`",
			"- and preferably `(b:2 c:3)`, which changes no hit",
		],
		"lucene",
	);
	checkWords(
		"f:(+a b)",
		["Events where `f` contains the word `a`", "- and preferably `b`, which changes no hit"],
		"lucene",
	);
	checkWords("f:(a b)", "`f` contains one of the words `a` or `b`", "lucene");
	checkWords("f:(a b)", "`f` contains all of the words `a` and `b`", "lucene", { defaultOperator: "AND" });
	const nested = read("+x:1 AND (+a:1 b:2) OR (+c:3 d:4)", "lucene");
	assert.deepEqual(
		onlyRanking(nested).map(([start, end]) => nested.tree.text.slice(start, end)),
		["b:2", "(+c:3 d:4)"],
	);
	assert.equal(explainPart(read("+a:1 b:2", "lucene"), [5, 8]), null);
});

test("kibana: words of one value, nested objects", () => {
	checkWords("f:a b", "`f` contains one of the words `a` or `b`", "kibana");
	checkWords(
		"o:{ x:1 and y:2 }",
		["Events where all of this holds:", "- `o.x` contains the word `1`", "- `o.y` contains the word `2`"],
		"kibana",
	);
});

test("long lists are cut and say so, long texts too", () => {
	const many = (count: number, make: (index: number) => string, by: string) =>
		Array.from({ length: count }, (_, index) => make(index)).join(by);
	const [sentence] = linesOf(explain(read(`f:(${many(100, (index) => `v${index}`, " OR ")})`)));
	assert.match(sentence ?? "", /`v0`, .*`v11` … and 88 more$/);
	const lines = linesOf(explain(read(many(100, (index) => `f${index}:x`, " AND "))));
	assert.deepEqual([lines.length, lines.at(-1)], [14, "- … and 88 more"]);
	const nested = many(
		12,
		(a) => `(${many(12, (b) => `(${many(12, (c) => `f${a}_${b}_${c}:x`, " AND ")})`, " OR ")})`,
		" AND ",
	);
	assert.ok(linesOf(explain(read(nested))).length < 100);
	const [long] = linesOf(explain(read(`f:${"x".repeat(100_000)}`)));
	assert.ok((long ?? "").length < 300);
	assert.ok(linesOf(explain(read("(".repeat(100_000)))).length > 0);
	assert.ok(linesOf(explain(read(`${"NOT (a:1 OR ".repeat(300)}b:2${")".repeat(300)}`))).length < 100);
});

test("what a hunter wrote is code, whatever is in it", () => {
	checkWords('f:"a`b *c* <img>"', "`f` contains the phrase ``a`b *c* <img>``");
	checkWords('f:" "', "`f` contains the text white space");
});

test("operators by dialect", () => {
	const lucene = dialectOf("lucene");
	const luceneAnd = dialectOf("lucene", { defaultOperator: "AND" });
	assert.match(operatorWords("and", dialectOf("kibana")), /^\*\*AND\*\*: both sides must hold\. `NOT` binds tightest/);
	assert.match(operatorWords("&&", lucene), /^\*\*AND\*\*: .* become required\. Lucene has no precedence/);
	assert.match(operatorWords("OR", lucene), /stay optional/);
	assert.match(operatorWords("OR", luceneAnd), /become optional/);
	assert.match(operatorWords("-", lucene), /only forbids matches nothing/);
	assert.match(operatorWords("!", dialectOf("lucene", { es: true })), /only forbids matches everything else/);
	assert.match(operatorWords("+", lucene), /^\*\*\+\*\*: what follows is required/);
	assert.match(adjacencyWords(lucene), /optional.* `OR`/);
	assert.match(adjacencyWords(luceneAnd), /must all hold.* `AND`/);
	assert.match(adjacencyWords(dialectOf("kibana")), /words of one value/);
	assert.match(adjacencyWords(dialectOf("carbonblack")), /as if `AND` stood/);
	assert.equal(dialectTitle(dialectOf("lucene", { es: true })), "Lucene as Elasticsearch and OpenSearch read it");
});
