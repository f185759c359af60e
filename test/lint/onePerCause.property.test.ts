// At most one problem per cause: where two stand at the very same place they are of two slips, and the table says which.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { emptyConfig } from "../../server/src/config/config.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { cases } from "../support/cases.ts";
import { namedDialects } from "../support/dialects.ts";
import { sloppyQuery } from "../support/sloppyQueries.ts";

/** Names are not what this is about. */
const context = { catalog: null, config: { ...emptyConfig, rules: { "unknown-field": "off" } } } as const;

const aboutWriting =
	"backslash-before-wildcard colon-in-value leading-minus-in-value lone-star lowercase-operator negation-in-list punctuation-only-value single-backslash single-quotes slash-read-as-regex unclosed-quote unclosed-slash unescaped-drive-colon wildcard-in-quotes";

const mayStandTogether: readonly { readonly rules: string; readonly beside: string; readonly why: string }[] = [
	{
		rules: "contradiction duplicate-clause not-under-or only-negative bad-value-type range-on-text",
		beside: `${aboutWriting} comma-list words-after-value wrong-operator missing-operand stray-character`,
		why: "One is about what the clause does among the others or in its field, the other about how it is written: to mend the one leaves the other.",
	},
	{
		rules: "only-negative not-under-or duplicate-clause contradiction comma-list",
		beside: "implicit-operator mixed-and-or not-under-or only-negative",
		why: "What a query or a list finds as a whole, and how its clauses are joined.",
	},
	{
		rules: "words-after-value comma-list wrong-operator missing-operand",
		beside: `${aboutWriting} stray-character comma-list`,
		why: "One is about what the word belongs to, the other about one of its characters.",
	},
	{
		rules: "unclosed-slash colon-in-value punctuation-only-value leading-minus-in-value",
		beside:
			"backslash-before-wildcard leading-minus-in-value punctuation-only-value single-quotes colon-in-value stray-character",
		why: "Two characters of one value, each a slip by itself.",
	},
	{
		rules: "contradiction",
		beside: "duplicate-clause",
		why: "A clause that stands twice, of which the other also leaves out what a third asks for.",
	},
	{ rules: "inverted-range", beside: "range-on-text", why: "A range of text that also ends before it starts." },
	{
		rules: "mixed-and-or",
		beside: "single-quotes",
		why: "The operators stand between the two quotes, which quote nothing.",
	},
];
const listed = new Set(
	mayStandTogether.flatMap(({ rules, beside }) =>
		rules.split(" ").flatMap((one) => beside.split(" ").map((other) => [one, other].sort().join(" "))),
	),
);

for (const [name, dialect] of Object.entries(namedDialects))
	test(`no two problems have one place and one cause in ${name}`, () => {
		fc.assert(
			fc.property(sloppyQuery, (text) => {
				const seen = new Map<string, string>();
				for (const { rule, span } of analyseQuery(text, dialect, context).problems) {
					const there = seen.get(`${span}`);
					const pair = [there ?? "", rule].sort().join(" ");
					assert.ok(
						there === undefined || (there !== rule && listed.has(pair)),
						`${there} and ${rule} at ${span} of ${text}`,
					);
					seen.set(`${span}`, rule);
				}
			}),
			cases(2000),
		);
	});

test("the bracket that would have closed what was never read as one is explained by it", () => {
	for (const [name, dialect] of Object.entries(namedDialects)) {
		if (name === "kibana") continue;
		for (const text of ["image_path:{ a:1 }", "image_path:{a:1}", "f:{ a:1 AND b:{ c:2 } } AND d:1", "f:[x a:1 ]"]) {
			const { problems } = analyseQuery(text, dialect, context);
			assert.deepEqual([...new Set(problems.map(({ rule }) => rule))], ["unclosed-group"], `${text} in ${name}`);
		}
	}
});
