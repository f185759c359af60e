// One sentence about one field: a single clause, or several that ask for values in the same way.
import type { MatchExpr } from "../meaning/expr.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { code } from "./code.ts";
import { joined } from "./explanation.ts";
import { type Phrase, phraseOf } from "./phrase.ts";

/** How many of the clauses hold. */
export type Quantity = "all" | "any" | "none" | "not all";

/** What makes clauses fit for one sentence that says how many of them hold; `null`: the clause stands alone. */
export function sentenceKey(match: MatchExpr, quantity: Quantity, vocabulary: Vocabulary): string | null {
	const { holds, joins } = phraseOf(match, vocabulary);
	if (joins === "never") return null;
	// “Some field contains a and b” would say that it is the same field.
	const together = quantity === "all" || quantity === "not all";
	if (together && (joins !== "any way" || isAnyField(match.field))) return null;
	return `${holds} ${match.field}`;
}

/** Clauses with the same key in one sentence, without its full stop. Never empty. */
export function sentenceOf(matches: readonly MatchExpr[], quantity: Quantity, vocabulary: Vocabulary): string {
	const phrases = matches.map((match) => phraseOf(match, vocabulary));
	const [first] = phrases as [Phrase];
	const { field } = matches[0] as MatchExpr;
	const negated = quantity === "none" || quantity === "not all";
	const anyField = isAnyField(field);
	const subject = anyField ? `${negated ? "no" : "some"} field${named(field)}` : code(field as string);
	const verb = negated && !anyField ? first.fails : first.holds;
	return [subject, verb, ...objectOf(phrases, quantity)].filter(Boolean).join(" ");
}

function objectOf(phrases: readonly Phrase[], quantity: Quantity): readonly string[] {
	const [first] = phrases as [Phrase];
	const values = phrases.map(({ value }) => value);
	if (phrases.length === 1) return [first.noun && `the ${first.noun}`, first.value];
	const nouns = new Set(phrases.map(({ noun }) => noun));
	const noun = nouns.size === 1 ? first.noun : "text";
	const plural = noun && `the ${noun.replace(/(?= of |$)/, "s")}`;
	const together = quantity === "all" || quantity === "not all";
	const many = together ? "all of" : quantity === "any" ? "one of" : "any of";
	return [many, plural, joined(values, together ? "and" : "or")];
}

function isAnyField(field: string | null): boolean {
	return field === null || /[*?]/.test(field);
}

function named(field: string | null): string {
	return field === null || field === "*" ? "" : ` named like ${code(field)}`;
}
