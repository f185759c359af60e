// Real Lucene judges the `lucene` dialect: the same logic for what it reads, a problem for what it refuses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Dialect, dialectOf } from "../../server/src/base/dialect.ts";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { bind } from "../../server/src/model/bind.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { createRandom } from "../../tools/telemetry/random.ts";
import { queries } from "../support/queries.ts";
import { agree, ofExpr, ofLucene } from "./compare.ts";
import { type DefaultOperator, generate, mutate } from "./generator.ts";
import { type Judgement, judge, skippedWithoutLucene } from "./judge.ts";

const skip = skippedWithoutLucene();

const operators: readonly DefaultOperator[] = ["OR", "AND"];
const luceneOf = (defaultOperator: DefaultOperator) => dialectOf("lucene", { defaultOperator });
const read = (text: string, dialect: Dialect): Expr => bind(parseQuery(text, dialect));
const percent = (part: number, whole: number) => (100 * part) / whole;

/** The texts that Lucene accepts and reads otherwise than we, and how many it accepts. */
function compare(texts: readonly string[], judged: readonly Judgement[], dialect: Dialect, elasticsearch: boolean) {
	const random = createRandom("truths");
	let accepted = 0;
	const differing = texts.filter((text, index) => {
		const judgement = judged[index] as Judgement;
		if (judgement.kind === "error") return false;
		accepted++;
		return !agree(ofExpr(read(text, dialect)), ofLucene(judgement, elasticsearch), random);
	});
	return { accepted, differing };
}

const asked = (texts: readonly string[], defaultOperator: DefaultOperator) =>
	judge(texts.map((text) => ({ text, defaultOperator })));

/** The shortest of them, which say most. */
const shortest = (texts: readonly string[]) =>
	texts
		.toSorted((a, b) => a.length - b.length)
		.slice(0, 60)
		.join("\n");

/** Problems that say of the text itself that something is wrong: field names are not Lucene's business. */
const objections = (text: string, dialect: Dialect) =>
	analyseQuery(text, dialect).problems.filter(
		({ rule, severity }) => (severity === "error" || severity === "warning") && rule !== "unknown-field",
	);

const corpora: readonly { readonly name: string; readonly atLeast: number; readonly make: () => readonly string[] }[] =
	[
		{ name: "queries of any shape", atLeast: 5000, make: () => generate("any", 5200, "any") },
		{
			name: "queries as hunters write them",
			atLeast: 2000,
			make: () => [...generate("hunting", 2000, "hunts"), ...queries],
		},
	];

for (const defaultOperator of operators) {
	for (const { name, atLeast, make } of corpora) {
		test(`${name} match what they match in Lucene, default operator ${defaultOperator}`, { skip }, (context) => {
			const texts = make();
			const judged = asked(texts, defaultOperator);
			const { accepted, differing } = compare(texts, judged, luceneOf(defaultOperator), true);
			context.diagnostic(`agreed on ${accepted - differing.length} of ${accepted}`);
			assert.ok(accepted >= atLeast, `Lucene accepts only ${accepted}`);
			assert.ok(percent(accepted - differing.length, accepted) >= 99.5, shortest(differing));
		});
	}
}

test("what Lucene refuses has a problem", { skip }, (context) => {
	const dialect = luceneOf("OR");
	// Only from queries without any problem, so that what is found is the slip.
	const clean = [...generate("any", 3000, "to slip"), ...generate("hunting", 1000, "to slip"), ...queries].filter(
		(text) => objections(text, dialect).length === 0,
	);
	const texts = [...mutate(clean, 8000, "slips"), ...refused];
	const judged = asked(texts, "OR");
	const rejected = texts.filter((_, index) => judged[index]?.kind === "error");
	const unnoticed = rejected.filter((text) => objections(text, dialect).length === 0);
	context.diagnostic(`noticed ${rejected.length - unnoticed.length} of ${rejected.length} refused texts`);
	assert.deepEqual(
		refused.filter((text) => !rejected.includes(text)),
		[],
	);
	assert.ok(rejected.length >= 2000, `Lucene refuses only ${rejected.length}`);
	assert.ok(percent(rejected.length - unnoticed.length, rejected.length) >= 98, shortest(unnoticed));
});

test("the guide's table is true of Lucene", { skip }, () => {
	const guide = readFileSync(fileURLToPath(new URL("../../docs/lucene.md", import.meta.url)), "utf8");
	const rows = [...guide.matchAll(/^\| `(.+?)` \| (.+?) \|/gm)].map(([, text, lucene]) => ({
		text: text as string,
		lucene,
	}));
	assert.ok(rows.length > 10);
	const texts = rows.map(({ text }) => text);
	const judged = asked(texts, "OR");
	const { differing } = compare(texts, judged, luceneOf("OR"), false);
	for (const [index, { text, lucene }] of rows.entries()) {
		assert.equal(judged[index]?.kind === "error", lucene === "refused", text);
		assert.ok(lucene === "refused" || differing.includes(text), text);
	}
});

/** Slips that hands make. */
const refused = String.raw`
image:cmd.exe AND
AND image:cmd.exe
image:cmd.exe AND OR user:alice
image:cmd.exe OR
NOT
image:
image: AND user:alice
(image:cmd.exe
image:cmd.exe)
image:(cmd.exe OR powershell.exe
()
image:()
"net user
image:"cmd.exe
commandline:-enc
commandline:(-enc OR "-nop)
image:C:\Windows\x.exe
url:http://updates.example/payload.bin
url:https://203.0.113.9:8443/a
srcip:10.0.0.0/8
path:/usr
dstport:[1 TO 5
dstport:[1 5]
dstport:[1 to 5]
dstport:[1 TO]
dstport:{1 TO 5
dstport:1 TO 5]
clsid:{00024500-0000-0000-c000-000000000046}
commandline:/[a-z/
commandline:/(a/
image:cmd.exe^
image:cmd.exe^high
image:cmd.exe\
powershel~1.5
a ^^2
user::alice
--user:alice
NOT NOT user:alice
+-user:alice
user:alice -
&& user:alice
user:alice ||
`
	.trim()
	.split("\n");

/** A query that only forbids matches nothing in Lucene, everything else in Elasticsearch. */
const negative: readonly (readonly [query: string, lucene: string, elasticsearch: string])[] = [
	["-a", "none", "not a"],
	["NOT a", "none", "not a"],
	["-a -b", "none", "(not a and not b)"],
	["a OR (-b)", "(a or none)", "(a or not b)"],
	["a AND (NOT b)", "(a and none)", "(a and not b)"],
	["a OR -b", "(a and not b)", "(a and not b)"],
	["-(-a)", "none", "not not a"],
	["f:(-a -b)", "none", "(not a and not b)"],
	["+a -b", "(a and not b)", "(a and not b)"],
];

for (const [query, lucene, elasticsearch] of negative) {
	test(`${query} only forbids, or not`, () => {
		assert.equal(shown(read(query, dialectOf("lucene"))), lucene);
		assert.equal(shown(read(query, dialectOf("lucene", { es: true }))), elasticsearch);
	});
}

function shown(expr: Expr): string {
	if (expr.kind === "match") return "text" in expr.value ? expr.value.text : expr.value.kind;
	if (expr.kind === "not") return `not ${shown(expr.child)}`;
	return "children" in expr ? `(${expr.children.map(shown).join(` ${expr.kind} `)})` : expr.kind;
}
