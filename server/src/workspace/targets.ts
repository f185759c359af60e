// From what a user wants to run in a document to the queries that it holds.
import { isDialectName } from "../base/dialect.ts";
import { type Refusal, refuse } from "../base/refusal.ts";
import type { Analytic, HuntQuery } from "../document/hunt.ts";
import type { Expr } from "../meaning/expr.ts";
import type { RunTarget } from "../protocol/requests.ts";
import type { Run } from "../protocol/run.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import type { Analysis, PlacedQuery } from "./analysis.ts";

/** The queries of one analytic that run together. */
export interface TargetRequest {
	readonly analytic: NonNullable<Run["analytic"]>;
	readonly queries: readonly { readonly text: string; readonly expr: Expr }[];
	/** Of which the names in the queries are. */
	readonly vocabulary: Vocabulary;
	/** What of the target is left out of the run, in sentences. */
	readonly notes: readonly string[];
}

/** What the target names, one entry an analytic; refused where it names nothing, or a query that has an error. */
export function runRequests(analysis: Analysis, target: RunTarget): readonly TargetRequest[] | Refusal {
	const { hunt } = analysis;
	if (!hunt) {
		return refuse(
			"bad-input",
			"This document is no hunt.",
			"A hunt has a Hypothesis, and Analytic headings with queries under them.",
		);
	}
	const wanted = hunt.analytics.filter((_, index) => target.kind === "hunt" || index === analyticOf(target));
	if (wanted.length === 0) {
		return hunt.analytics.length === 0
			? refuse(
					"bad-input",
					"The hunt has no analytics.",
					"Add a heading such as “Analytic 1 - Title” with a query under it.",
				)
			: refuse("not-found", "There is no such analytic.", `There is ${listed(hunt.analytics)}.`);
	}
	const requests: TargetRequest[] = [];
	const leftOut: string[] = [];
	for (const analytic of wanted) {
		const chosen = chosenOf(analytic, target);
		if ("kind" in chosen) return chosen;
		const queries = queriesOf(analysis, chosen);
		if ("kind" in queries) return queries;
		const notes = foreignIn(analytic, chosen);
		if (queries.length === 0) leftOut.push(...notes);
		else {
			const named = { number: analytic.number, title: analytic.title?.text ?? "" };
			requests.push({ analytic: named, queries, vocabulary: analysis.vocabulary, notes });
		}
	}
	const [first, ...others] = requests;
	// An analytic that does not run has no result to stand beside.
	if (first) return [{ ...first, notes: [...first.notes, ...leftOut] }, ...others];
	return refuse(
		"bad-input",
		["There is no query to run.", ...leftOut].join(" "),
		"Put a query such as `image_path:bitsadmin.exe` on a line of its own under the analytic.",
	);
}

/** The analytics of a hunt in words: `Analytic 1 (Title), Analytic 2`. */
export function listed(analytics: readonly Analytic[]): string {
	return analytics.map(({ number, title }) => `Analytic ${number ?? "?"}${title ? ` (${title.text})` : ""}`).join(", ");
}

function analyticOf(target: Exclude<RunTarget, { kind: "hunt" }>): number {
	return target.kind === "analytic" ? target.index : target.analytic;
}

function chosenOf(analytic: Analytic, target: RunTarget): readonly HuntQuery[] | Refusal {
	const chosen = analytic.queries.filter((_, index) => target.kind !== "query" || index === target.index);
	if (chosen.length > 0 || target.kind !== "query") return chosen;
	return refuse("not-found", `There is no query ${target.index + 1}.`, `The analytic has ${analytic.queries.length}.`);
}

function queriesOf(analysis: Analysis, chosen: readonly HuntQuery[]): readonly PlacedRunQuery[] | Refusal {
	const placed = analysis.queries.filter(({ query }) => chosen.includes(query));
	const broken = placed.flatMap(({ query, problems }) => brokenBecause(query.text, problems)).at(0);
	return broken ?? placed.map(({ query, expr }) => ({ text: query.text, expr }));
}

/** That queries are in languages that cannot be run, if some are. */
function foreignIn(analytic: Analytic, chosen: readonly HuntQuery[]): readonly string[] {
	const foreign = chosen.filter(({ dialect }) => !isDialectName(dialect));
	if (foreign.length === 0) return [];
	const languages = [...new Set(foreign.map(({ dialect }) => dialect))].join(", ");
	const count = foreign.length === 1 ? "1 query" : `${foreign.length} queries`;
	return [`${listed([analytic])}: ${count} in another language (${languages}) cannot be run here.`];
}

type PlacedRunQuery = TargetRequest["queries"][number];

/** A refusal for a query that has an error. An unknown field is left to the run, which knows what the source holds. */
export function brokenBecause(text: string, problems: PlacedQuery["problems"]): readonly Refusal[] {
	return problems
		.filter(({ severity, rule }) => severity === "error" && rule !== "unknown-field")
		.map(({ message, rule }) =>
			refuse("bad-query", `\`${text}\` has an error (${rule}): ${message}`, "Correct the query and run it again."),
		);
}
