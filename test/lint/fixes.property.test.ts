// What holds for every fix that is offered, whatever the query: its problem is gone, nothing new is wrong, and the meaning is
// kept unless the rule says otherwise; all fixes together come to an end.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Dialect } from "../../server/src/base/dialect.ts";
import { type Fix, fixesOf, type Problem } from "../../server/src/base/problem.ts";
import type { Span } from "../../server/src/base/span.ts";
import { emptyConfig } from "../../server/src/config/config.ts";
import { subsumes } from "../../server/src/lint/reading/subsumes.ts";
import { rules } from "../../server/src/lint/registry.generated.ts";
import type { Expr, MatchExpr } from "../../server/src/meaning/expr.ts";
import { analyseQuery } from "../../server/src/workspace/analysis.ts";
import { applyEdits } from "../../server/src/workspace/fixAll.ts";
import { cases } from "../support/cases.ts";
import { namedDialects } from "../support/dialects.ts";
import { sloppyQuery } from "../support/sloppyQueries.ts";

const changing = new Set(rules.filter((rule) => rule.fix === "changes meaning").map(({ id }) => id));
/** Names are not what this is about. */
const context = { catalog: null, config: { ...emptyConfig, rules: { "unknown-field": "off" } } } as const;

/**
 * Where a fix may bring up a problem, because to leave it out would be wrong for its author. All of them say what is true of
 * the mended query and was not to be seen in the one before.
 */
const mayBringUp: readonly { readonly fixes: string; readonly problems: string; readonly why: string }[] = [
	{
		fixes:
			"backslash-before-wildcard comma-list fuzziness-out-of-range implicit-operator leading-minus-in-value lone-star lowercase-operator negation-in-list punctuation-only-value single-backslash single-backslash-quoted single-quotes slash-read-as-regex wildcard-in-quotes words-after-value",
		problems: "contradiction duplicate-clause",
		why: "A clause that says another thing than before may say what its neighbour says, or the contrary: only now is it seen that one of the two is too much.",
	},
	{
		fixes:
			"comma-list leading-minus-in-value lone-star lowercase-operator negation-in-list single-quotes words-after-value",
		problems: "only-negative not-under-or",
		why: "What was looked for besides, by accident, is gone or negated, as was meant: what is left is a query that leaves out too much, as its author wrote it.",
	},
	{
		fixes: "comma-list implicit-operator lowercase-operator negation-in-list single-quotes",
		problems: "mixed-and-or",
		why: "A word becomes an operator, or an operator takes a sign's place, among others of another kind: which goes first is then to be said.",
	},
	{
		fixes: "lowercase-operator",
		problems: "negation-in-list comma-list punctuation-only-value range-on-text implicit-operator",
		why: "Lucene read the word as a value. As an operator it parts the list in which it stood, and has the clauses beside it count, or negates them.",
	},
	{
		fixes: "negation-in-list",
		problems: "implicit-operator wrong-operator words-after-value",
		why: "With a flag quoted the list is one of values, and no longer one of flags: what stands in it without an operator, or with a sign, is a slip of its own.",
	},
	{
		fixes: "leading-minus-in-value comma-list",
		problems: "range-on-text punctuation-only-value",
		why: "The clause counts in its group, or its values in its field, only now.",
	},
	{
		fixes: "wrong-operator",
		problems: "comma-list negation-in-list",
		why: "Without the sign it is a value alone in brackets, which looks like a list.",
	},
	{
		fixes: "duplicate-clause",
		problems: "duplicate-clause contradiction",
		why: "Of three clauses that include one another two are too much; the second is said when the first is gone.",
	},
];
const broughtUp = new Set(
	mayBringUp.flatMap(({ fixes, problems }) =>
		fixes.split(" ").flatMap((fix) => problems.split(" ").map((problem) => `${fix} ${problem}`)),
	),
);

for (const [name, dialect] of Object.entries(namedDialects)) {
	test(`a fix removes its problem and adds none in ${name}`, () => {
		fc.assert(
			fc.property(sloppyQuery, (text) => {
				const before = analyseQuery(text, dialect, context);
				for (const problem of before.problems)
					for (const fix of fixesOf(problem)) checkFix(text, before, problem, fix, dialect);
			}),
			cases(2000),
		);
	});

	test(`all fixes come to an end in ${name}`, () => {
		fc.assert(
			fc.property(sloppyQuery, (text) => {
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
			cases(400),
		);
	});
}

type Analysed = ReturnType<typeof analyseQuery>;

function checkFix(text: string, before: Analysed, problem: Problem, fix: Fix, dialect: Dialect): void {
	const fixed = applyEdits(text, [fix.edits]);
	const after = analyseQuery(fixed, dialect, context);
	const step = `${problem.rule}: ${text}  =>  ${fixed}`;
	assert.notEqual(fixed, text, step);
	const added = addedBy(fix, problem, text, before, after, dialect);
	const place = moved(fix, problem.span);
	const isThere = ({ rule, span }: Problem) => rule === problem.rule && span[0] < place[1] && place[0] < span[1];
	assert.ok(!added.some(isThere) || broughtUp.has(`${problem.rule} ${problem.rule}`), `still there after ${step}`);
	const wrong = added.filter(({ rule }) => !broughtUp.has(`${problem.rule} ${rule}`));
	assert.deepEqual(
		wrong.map(({ rule }) => rule),
		[],
		`added by ${step}: ${wrong.map(({ span }) => span)}`,
	);
	if (changing.has(problem.rule)) return;
	assert.ok(meanTheSame(before.expr, after.expr), `another meaning after ${step}`);
}

/**
 * The problems after a fix that are new, of whatever severity: of which the text before had none of the same rule at the same
 * place, one for each. The place is that of the text before moved by the edits, and the same where the two touch. The fixed
 * problem itself stands for none. One that another stood for (`explains`) was there before.
 *
 * A quote that closes where it was meant to turns all text behind it inside out: what was a part of the phrase is read for
 * the first time, and tells of what stands before it. So where text follows it nothing counts as new.
 */
function addedBy(
	fix: Fix,
	problem: Problem,
	text: string,
	before: Analysed,
	after: Analysed,
	dialect: Dialect,
): readonly Problem[] {
	const known = before.problems.filter((each) => each !== problem);
	const added = after.problems.filter((each) => {
		const index = known.findIndex((other) => isSame(fix, other, each));
		if (index >= 0) known.splice(index, 1);
		return index < 0;
	});
	if (problem.rule === "quote-escaped-at-end" && problem.span[1] < text.length) return [];
	return added.filter((each) => {
		const unshown = alone(each.rule, text, dialect).filter(
			({ span }) => !before.problems.some((shown) => shown.rule === each.rule && `${shown.span}` === `${span}`),
		);
		return !unshown.some((other) => isSame(fix, other, each));
	});
}

function isSame(fix: Fix, before: Problem, after: Problem): boolean {
	const [start, end] = moved(fix, before.span);
	return before.rule === after.rule && start <= after.span[1] && after.span[0] <= end;
}

/** All that one rule has to say. */
function alone(rule: string, text: string, dialect: Dialect): readonly Problem[] {
	const config = { ...emptyConfig, rules: Object.fromEntries(rules.map(({ id }) => [id, "off"] as const)) };
	delete config.rules[rule];
	return analyseQuery(text, dialect, { catalog: null, config }).problems;
}

/** The span after the edits. Where an edit replaces an end of it, the whole of the new text is in it. */
function moved({ edits }: Fix, [start, end]: Span): Span {
	const move = (offset: number, isEnd: boolean) => {
		let by = 0;
		for (const { span, text } of edits) {
			const isBefore = span[1] < offset || (span[1] === offset && (span[0] < offset || isEnd));
			if (isBefore) by += text.length - (span[1] - span[0]);
			else if (span[0] < offset) return span[0] + by + (isEnd ? text.length : 0);
		}
		return offset + by;
	};
	return [move(start, false), move(end, true)];
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
