// From the queries of an analytic to the plan of one run, and to the words that stand beside its numbers.
import { type Refusal, refuse } from "../base/refusal.ts";
import type { BoundExpr, FieldRef } from "../meaning/boundExpr.ts";
import type { Expr } from "../meaning/expr.ts";
import { type FieldIndex, fieldIndex } from "../plan/fieldIndex.ts";
import type { Plan, PlanColumn } from "../plan/plan.ts";
import { type FieldUse, type Resolved, resolve } from "../plan/resolve.ts";
import { resolveField } from "../plan/resolveField.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";

/** A query to run: its text and what it says. */
export interface RunQuery {
	readonly text: string;
	readonly expr: Expr;
}

export interface PlannedRun {
	readonly plan: Plan;
	/** Which names of the source each written name stands for, over all queries. */
	readonly uses: readonly FieldUse[];
	/** What was read otherwise than written or is absent from the source, in sentences. */
	readonly notes: readonly string[];
}

/** Names that most hunters want to see first, besides those that the queries ask for. */
const firstColumns = ["EventID", "hostname"];
const lastColumns = ["image_path", "commandline", "username"];
const mostColumns = 12;
const unknownColumns = 5;

/**
 * Resolves the queries, whose names are of the vocabulary, on what the source holds. `now`: microseconds since 1970 UTC.
 * `time`: the field of an event's time, if the source's configuration names one. A query that cannot be run as written is
 * refused with its reason.
 */
export function planRun(
	queries: readonly RunQuery[],
	vocabulary: Vocabulary,
	catalog: FieldCatalog,
	time: string | null,
	now: number,
): PlannedRun | Refusal {
	const resolved = queries.map(({ expr }) => resolve(expr, { catalog, vocabulary, now }));
	const refusal = queries.map(({ text }, index) => refusalOf(text, resolved[index] as Resolved)).find(Boolean);
	if (refusal) return refusal;
	const uses = new Map(resolved.flatMap((each) => each.uses).map((use) => [use.written, use]));
	const faults = resolved.flatMap((each) => each.faults).map(({ message }) => message);
	const siblings = [...uses.values()]
		.filter((use) => use.siblings.length > 0)
		.map((use) => `${use.written} means that field alone; the source also has ${use.siblings.join(", ")}.`);
	return {
		plan: {
			queries: resolved.map(({ expr }): BoundExpr => expr),
			columns: columnsOf([...uses.keys()], fieldIndex(catalog, vocabulary), catalog, time),
		},
		uses: [...uses.values()],
		notes: [...new Set([...faults, ...resolved.flatMap((each) => each.notes), ...siblings])],
	};
}

function refusalOf(text: string, { refusals, faults }: Resolved): Refusal | null {
	const unknown = faults.find(({ rule }) => rule === "unknown-field");
	if (unknown) {
		return refuse(
			"unknown-field",
			unknown.message,
			"Correct the name; completion in the editor, or `huntmark fields --data PATH`, lists what the source holds.",
		);
	}
	const wrong = faults.find(({ rule }) => rule !== "field-not-in-data");
	const reason = refusals[0] ?? wrong?.message;
	return reason === undefined
		? null
		: refuse("bad-query", `\`${text}\` cannot be run: ${reason}`, "Change the query and run it again.");
}

/**
 * Time and place first, then what the queries ask for, then what identifies a process; each field once. A field that means
 * the name only in some events has a column of its own where a query asks for it: under the name it would say what is not so.
 */
function columnsOf(
	written: readonly string[],
	index: FieldIndex,
	catalog: FieldCatalog,
	time: string | null,
): readonly PlanColumn[] {
	const shown = new Set<string>();
	const columns: PlanColumn[] = [];

	function add(name: string, fields: readonly FieldRef[]): void {
		const distinct = [...new Map(fields.map((field) => [field.name, field])).values()];
		if (distinct.every((field) => shown.has(field.name)) || columns.length >= mostColumns) return;
		for (const field of distinct) shown.add(field.name);
		columns.push({ name, fields: distinct });
	}

	for (const name of [time ?? "@timestamp", ...firstColumns, ...written, ...lastColumns]) {
		if (/[*?]/.test(name)) continue;
		const { alternatives } = resolveField(index, name);
		add(
			name,
			alternatives.filter(({ conditions }) => conditions.length === 0).map(({ field }) => field),
		);
		if (!written.includes(name)) continue;
		for (const { field, conditions } of alternatives) if (conditions.length > 0) add(field.name, [field]);
	}
	if (columns.length > 0) return columns;
	// Events of which nothing above is known show what most of them hold.
	const fullest = catalog.fields.filter(({ type }) => type !== "object").sort((a, b) => b.filled - a.filled);
	for (const field of fullest.slice(0, unknownColumns)) add(field.name, [field]);
	return columns;
}
