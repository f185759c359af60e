// What holds for every fix, whatever the query: its problem is gone, nothing new is wrong, and the meaning is kept unless the
// rule says otherwise; all fixes together come to an end.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Dialect } from "../../server/src/base/dialect.ts";
import type { Problem } from "../../server/src/base/problem.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { subsumes } from "../../server/src/lint/reading/subsumes.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import type { Expr, MatchExpr } from "../../server/src/meaning/expr.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { namedDialects } from "../support/dialects.ts";
import { queries } from "../support/queries.ts";

// Fixed, so that a run of the tests says something of the change at hand.
const fixedSeed = 20260101;
const runs = 400;
const dialects: readonly Dialect[] = Object.values(namedDialects);
const changing = new Set(rules.filter((rule) => rule.fix === "changes meaning").map(({ id }) => id));
/** Names are not what this is about. */
const context = { catalog: null, config: { ...emptyConfig, rules: { "unknown-field": "off" } } } as const;

const values =
	String.raw`x y xy x* *y x?z -enc -e* +x !x - "-" -5 a,b 1,2 x, y; , "x y" "x*" "*" ** * 'x' 'x y' 'a* b' it's
	C:\a\b C:\a\*.exe "C:\Temp" "C:\Temp\" C\:\\Temp\* HKLM\a\b a\b a\\b a\*b /bin/ /a.*b/ /usr/bin 10.0.0.0/8 http://x/y a:b:c*
	x~5 x~1 x^2 x~0.8^3 "x y"~3 “x” p^ower PRO~1 [1 TO 5] [1 to 5] [1 2] >=5 {{name}} 4688`.split(/\s+(?=\S)/);
const joints = [" AND ", " OR ", " ", " and ", " or ", " && ", "\n", ", "];
const signs = ["", "", "", "", "-", "NOT ", "not ", "+", "!", "–"];
const fields = ["", "f:", "f:", "g:", "path:", "f : ", "f:=", "f=", "f!=", "user:"];

const value = fc.constantFrom(...values);
const clause = fc.tuple(fc.constantFrom(...signs), fc.constantFrom(...fields), value).map((parts) => parts.join(""));
const joined = (part: fc.Arbitrary<string>) =>
	fc
		.array(fc.tuple(part, fc.constantFrom(...joints)), { minLength: 1, maxLength: 4 })
		.map((parts) => parts.flatMap(([text, joint], index) => (index === 0 ? [text] : [joint, text])).join(""));
const list = fc
	.tuple(fc.constantFrom(...signs), fc.constantFrom(...fields), joined(fc.oneof(value, clause)))
	.map(([sign, field, inside]) => `${sign}${field}(${inside})`);
const mutated = fc
	.tuple(fc.constantFrom(...queries), fc.nat(), fc.constantFrom(..."\"'()\\*:,-+/ ~^").map(String), fc.nat(2))
	.map(([query, at, character, cut]) => {
		const from = at % (query.length + 1);
		return query.slice(0, from) + character + query.slice(from + cut);
	});
const query = fc.oneof(
	{ arbitrary: joined(clause), weight: 3 },
	{ arbitrary: joined(fc.oneof(clause, list)), weight: 3 },
	{ arbitrary: mutated, weight: 2 },
	{ arbitrary: fc.constantFrom(...queries), weight: 1 },
);

for (const dialect of dialects) {
	const name = [dialect.name, dialect.name === "lucene" ? dialect.defaultOperator : "", dialect.es ? "es" : ""].join(
		" ",
	);

	test(`a fix removes its problem and adds none in ${name.trim()}`, () => {
		fc.assert(
			fc.property(query, (text) => {
				const before = analyseQuery(text, dialect, context);
				for (const problem of before.problems) if (problem.fix) checkFix(text, before, problem, dialect);
			}),
			{ numRuns: runs, seed: fixedSeed },
		);
	});

	test(`all fixes come to an end in ${name.trim()}`, () => {
		fc.assert(
			fc.property(query, (text) => {
				const seen = new Set<string>();
				for (let current = text, next = ""; ; current = next) {
					const { problems } = analyseQuery(current, dialect, context);
					next = applyEdits(
						current,
						problems.map(({ fix }) => fix?.edits ?? []),
					);
					if (next === current) return;
					assert.ok(!seen.has(next), `goes round in circles at ${next}`);
					seen.add(next);
					assert.ok(seen.size < 12, `takes too long from ${text} to ${next}`);
				}
			}),
			{ numRuns: runs, seed: fixedSeed },
		);
	});
}

type Analysed = ReturnType<typeof analyseQuery>;

function checkFix(text: string, before: Analysed, problem: Problem, dialect: Dialect): void {
	const fixed = applyEdits(text, [problem.fix?.edits ?? []]);
	const after = analyseQuery(fixed, dialect, context);
	const step = `${problem.rule}: ${text}  =>  ${fixed}`;
	assert.notEqual(fixed, text, step);
	const isGone = countOf(after, problem.rule) < countOf(before, problem.rule);
	// One quote closed may show that the next one is not, one clause gone that another stands twice.
	const isThere = after.problems.some(({ rule, span }) => rule === problem.rule && span[0] === problem.span[0]);
	assert.ok(isGone || !isThere, `still there after ${step}`);
	if (changing.has(problem.rule) || problem.fix?.alone) return;
	const known = new Set(before.problems.map(({ rule }) => rule));
	const added = after.problems.filter(({ rule, severity }) => isSerious(severity) && !known.has(rule));
	assert.deepEqual(
		added.map(({ rule }) => rule),
		[],
		`added by ${step}`,
	);
	assert.ok(meanTheSame(before.expr, after.expr), `another meaning after ${step}`);
}

function countOf({ problems }: Analysed, rule: string): number {
	return problems.filter((problem) => problem.rule === rule).length;
}

function isSerious(severity: Problem["severity"]): boolean {
	return severity === "error" || severity === "warning";
}

/** Whether both are true of the same events, as far as clauses that include one another can tell. */
function meanTheSame(a: Expr, b: Expr): boolean {
	const clauses = [...clausesOf(a), ...clausesOf(b)];
	const distinct = clauses.filter((one, index) => clauses.findIndex((other) => equal(one, other)) === index);
	if (distinct.length > 10) return true;
	for (let truths = 0; truths < 2 ** distinct.length; truths++) {
		const holds = (one: MatchExpr) => (truths >> distinct.findIndex((other) => equal(one, other))) % 2 === 1;
		const possible = distinct.every(
			(one) => !holds(one) || distinct.every((other) => !subsumes(other, one) || holds(other)),
		);
		if (possible && truthOf(a, holds) !== truthOf(b, holds)) return false;
	}
	return true;
}

function equal(a: MatchExpr, b: MatchExpr): boolean {
	return JSON.stringify([a.field, plain(a)]) === JSON.stringify([b.field, plain(b)]);
}

/** A term and a phrase of one text mean the same. */
function plain({ value }: MatchExpr): object {
	return value.kind === "phrase" && value.slop === undefined ? { ...value, kind: "term" } : value;
}

function clausesOf(expr: Expr): readonly MatchExpr[] {
	if (expr.kind === "match") return [expr];
	if (expr.kind === "not") return clausesOf(expr.child);
	return "children" in expr ? expr.children.flatMap(clausesOf) : [];
}

function truthOf(expr: Expr, holds: (clause: MatchExpr) => boolean): boolean {
	switch (expr.kind) {
		case "and":
			return expr.children.every((child) => truthOf(child, holds));
		case "or":
			return expr.children.some((child) => truthOf(child, holds));
		case "not":
			return !truthOf(expr.child, holds);
		case "match":
			return holds(expr);
		default:
			return expr.kind === "all";
	}
}
