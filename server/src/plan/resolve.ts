// From what a query says to what it means on one source.
import { assertNever } from "../base/assertNever.ts";
import type { Fault } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { BoundExpr, FieldRef, Test } from "../meaning/boundExpr.ts";
import type { Expr, MatchExpr, Value } from "../meaning/expr.ts";
import { patternOf } from "../meaning/pattern.ts";
import { testOf, type ValueFault } from "../meaning/testOf.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import { nearestNames } from "../taxonomies/lookup.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { type FieldIndex, fieldIndex } from "./fieldIndex.ts";
import { type Alternative, type Condition, type FieldMeaning, resolveField } from "./resolveField.ts";

/** What resolution needs to know. Pass the same catalog and vocabulary again: their index is kept with them. */
export interface ResolveContext {
	readonly catalog: FieldCatalog;
	readonly vocabulary: Vocabulary;
	/** The moment that `now` means, in microseconds since 1970 UTC: one for a whole run. */
	readonly now: number;
}

export interface Resolved {
	/** Ready to run if `refusals` is empty and no fault is an error. What could not be resolved is `none`. */
	readonly expr: BoundExpr;
	/** Each written name once, in order: which names of the source were asked, and which others hold the same thing. */
	readonly uses: readonly FieldUse[];
	/** `unknown-field`, `field-not-in-data`, `bad-value-type`, `unsupported-regex`; an unknown or absent name once. */
	readonly faults: readonly Fault[];
	/** What was read otherwise than written, as sentences. */
	readonly notes: readonly string[];
	/** Why a run must refuse this query, as sentences. */
	readonly refusals: readonly string[];
}

export interface FieldUse {
	readonly written: string;
	readonly used: readonly string[];
	readonly siblings: readonly string[];
}

/** Never throws on a bad query; its input stays as it is. */
export function resolve(expr: Expr, context: ResolveContext): Resolved {
	const findings: Findings = { uses: new Map(), faults: new Map(), notes: new Set(), refusals: new Set() };
	const index = fieldIndex(context.catalog, context.vocabulary);
	return {
		expr: bind(expr, { ...context, index, findings }, 0),
		uses: [...findings.uses.values()],
		faults: [...findings.faults.values()],
		notes: [...findings.notes],
		refusals: [...findings.refusals],
	};
}

/** What one resolution gathers on its way through the tree. */
interface Findings {
	readonly uses: Map<string, FieldUse>;
	/** Keyed by what must not be said twice. */
	readonly faults: Map<string, Fault>;
	readonly notes: Set<string>;
	readonly refusals: Set<string>;
}

interface Work extends ResolveContext {
	readonly index: FieldIndex;
	readonly findings: Findings;
}

const none: BoundExpr = { kind: "none" };

/** Levels of `and`, `or` and `not` in one another. Engines and the evaluator recurse; no hand writes as many. */
const deepest = 500;

function bind(expr: Expr, work: Work, depth: number): BoundExpr {
	if (depth > deepest) {
		work.findings.refusals.add(`The query is nested more than ${deepest} levels deep.`);
		return none;
	}
	switch (expr.kind) {
		case "and":
		case "or":
			return { kind: expr.kind, children: expr.children.map((child) => bind(child, work, depth + 1)) };
		case "not":
			return { kind: "not", child: bind(expr.child, work, depth + 1) };
		case "all":
		case "none":
			return { kind: expr.kind };
		case "match":
			return match(expr, work);
		default:
			return assertNever(expr);
	}
}

function match({ field, value, span }: MatchExpr, work: Work): BoundExpr {
	const refusal = refusalOf(value);
	if (refusal !== null) work.findings.refusals.add(refusal);
	if (field === null || field === "*") {
		if (refusal !== null) return none;
		return value.kind === "exists" ? { kind: "all" } : tests([anyField], value, span, work);
	}
	const meaning = resolveField(work.index, field);
	report(field, meaning, span, work);
	return refusal === null ? tests(meaning.alternatives, value, span, work) : none;
}

const anyField = { field: null, type: null, conditions: [] } as const;

/** The union of the alternatives. A value that fits the type of none of them is a fault; one that fits some, is not. */
function tests(
	alternatives: readonly (Alternative | typeof anyField)[],
	value: Value,
	span: Span,
	work: Work,
): BoundExpr {
	const bound: BoundExpr[] = [];
	let fault: ValueFault | undefined;
	for (const { field, type, conditions } of alternatives) {
		const test = testOf(value, type, work.now);
		if ("rule" in test) fault = test;
		else bound.push(guarded(field, test, conditions, span));
	}
	if (bound.length === 0 && fault)
		work.findings.faults.set(`${fault.rule} ${span}`, { rule: fault.rule, message: fault.message, span });
	return anyOf(bound);
}

function guarded(field: FieldRef | null, test: Test, conditions: readonly Condition[], span: Span): BoundExpr {
	const asked: BoundExpr = { kind: "test", field, test, span };
	if (conditions.length === 0) return asked;
	return { kind: "and", children: [...conditions.map((condition) => guard(condition, span)), asked] };
}

function guard({ fields, equals, not }: Condition, span: Span): BoundExpr {
	const isOne = anyOf(
		fields.flatMap((field) =>
			equals.map((text): BoundExpr => {
				return { kind: "test", field, test: { kind: "text", pieces: patternOf("phrase", text), whole: true }, span };
			}),
		),
	);
	return not ? { kind: "not", child: isOne } : isOne;
}

function anyOf(children: readonly BoundExpr[]): BoundExpr {
	const [only] = children;
	if (only === undefined) return none;
	return children.length === 1 ? only : { kind: "or", children };
}

function report(written: string, meaning: FieldMeaning, span: Span, { findings, index }: Work): void {
	if (findings.uses.has(written)) return;
	const used = [...new Set(meaning.alternatives.map(({ field }) => field.name))];
	findings.uses.set(written, { written, used, siblings: meaning.siblings });
	if (meaning.readAs !== undefined) {
		findings.notes.add(`\`${written}\` is read as \`${meaning.readAs}\`: the names differ only in case.`);
	}
	if (meaning.kind === "unknown") {
		const nearest = (meaning.lookAlikes ?? nearestNames(written, index.names, 3)).map((name) => `\`${name}\``);
		const offer = nearest.length > 0 ? ` Did you mean ${nearest.join(" or ")}?` : "";
		const message = `No source or taxonomy knows the field \`${written}\`.${offer}`;
		findings.faults.set(`unknown-field ${written}`, { rule: "unknown-field", span, message });
	}
	if (meaning.kind === "absent") {
		const conditions = meaning.missingConditions.map((name) => `\`${name}\``).join(", ");
		const why = conditions === "" ? "" : ` Names that mean it only under a condition need ${conditions}, absent too.`;
		const message = `No event of this source has the field \`${written}\` or another name for it.${why}`;
		findings.faults.set(`field-not-in-data ${written}`, { rule: "field-not-in-data", span, message });
	}
}

function refusalOf(value: Value): string | null {
	if (!("text" in value) || value.kind === "cidr") return null;
	if (value.kind === "parameter") return `The parameter \`{{${value.text}}}\` has no value.`;
	if (value.fuzziness !== undefined) {
		return `Words that are nearly \`${value.text}\` (\`~${value.fuzziness}\`) can be translated, but not run here.`;
	}
	if (value.slop === undefined) return null;
	return `Words near each other (\`"${value.text}"~${value.slop}\`) can be translated, but not run here.`;
}
