// Short plain words, in Markdown, for what operators, comparisons and clauses do.
import { assertNever } from "../../base/assertNever.ts";
import type { MatchExpr, Value } from "../../meaning/expr.ts";
import { meaningsOf } from "../../taxonomies/lookup.ts";
import { code } from "./code.ts";

/** `written`: the operator as it stands in the query. */
export function operatorText(written: string): string {
	switch (written.toUpperCase()) {
		case "AND":
		case "&&":
			return "**AND**: both sides must hold. `NOT` binds tightest, then `AND`, then `OR`.";
		case "OR":
		case "||":
			return "**OR**: at least one side must hold. `NOT` binds tightest, then `AND`, then `OR`.";
		case "+":
			return "**+**: what follows must hold, which it must anyway.";
		default:
			return "**NOT**: what follows must not hold. An event without the field passes.";
	}
}

export function comparisonText(written: string): string {
	switch (written.replace(/^:(?=[<>])/, "")) {
		case ":=":
			return "**:=** the whole value is what follows, ignoring case.";
		case ":":
		case "=":
		case "==":
			return `**${written}** the value contains what follows, as whole words, ignoring case; a field of numbers compares numbers.`;
		case "!=":
			return "**!=** the value does not contain what follows.";
		case "<":
			return "**:<** the value is less than what follows.";
		case "<=":
			return "**:<=** the value is at most what follows.";
		case ">":
			return "**:>** the value is greater than what follows.";
		default:
			return "**:>=** the value is at least what follows.";
	}
}

export function suffixText(written: string): string {
	return written.startsWith("^")
		? `**${written}** would raise the rank of a hit; here nothing is ranked, so it changes nothing.`
		: `**${written}** allows misspellings, or words in between; it is understood, but runs refuse it.`;
}

export function clauseText({ field, value }: MatchExpr): string {
	const compared = field !== null && isNumber(field) && (value.kind === "term" || value.kind === "phrase");
	return `${field === null ? "Any field" : code(field)} ${compared ? `is the number ${code(value.text)}.` : valueText(value)}`;
}

function isNumber(field: string): boolean {
	const meanings = meaningsOf(field);
	return meanings.length > 0 && meanings.every((meaning) => meaning.field.type === "number");
}

function valueText(value: Value): string {
	const verb = "whole" in value && value.whole ? "is" : "contains";
	switch (value.kind) {
		case "term":
			return value.text === ""
				? "is empty."
				: `${verb} ${code(value.text)}${verb === "is" ? "" : " as a whole word"}, ignoring case.`;
		case "phrase":
			return value.text === ""
				? "is empty."
				: `${verb} exactly the text ${code(value.text)}, ignoring case; \`*\` and \`?\` are plain characters in quotes.`;
		case "wildcard":
			return `${verb} ${code(value.text)}, ignoring case: \`*\` is any run of characters, \`?\` exactly one.${
				verb === "is" ? "" : " It may stand anywhere in the value."
			}`;
		case "regex":
			return `contains a match of the RE2 expression ${code(value.text)}, ignoring case; \`.\` matches line breaks too.`;
		case "range":
			return rangeText(value);
		case "exists":
			return "is there: not null, `[]` or `{}`. An empty text counts.";
		case "cidr":
			return `is an address in the network ${code(value.text)}.`;
		case "parameter":
			return `is compared with the parameter ${code(value.text)}, a value that is given when the hunt runs.`;
		default:
			return assertNever(value);
	}
}

function rangeText({ from, to, includeFrom, includeTo }: Extract<Value, { kind: "range" }>): string {
	const least = from === null ? null : `${includeFrom ? "at least" : "greater than"} ${code(from)}`;
	const most = to === null ? null : `${includeTo ? "at most" : "less than"} ${code(to)}`;
	const bounds = [least, most].filter((bound) => bound !== null);
	return bounds.length === 0 ? "is there." : `is ${bounds.join(" and ")}.`;
}
