// Short plain words, in Markdown, for what comparisons, suffixes and clauses do.
import { assertNever } from "../../base/assertNever.ts";
import { typeOf } from "../../explain/phrase.ts";
import { isDate } from "../../explain/ranges.ts";
import { sentenceOf } from "../../explain/sentence.ts";
import type { MatchExpr } from "../../meaning/expr.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";

/** `written`: the comparison as it stands in the query. */
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
			return `**${written}** the value is less than what follows.`;
		case "<=":
			return `**${written}** the value is at most what follows.`;
		case ">":
			return `**${written}** the value is greater than what follows.`;
		default:
			return `**${written}** the value is at least what follows.`;
	}
}

/** `match`: the clause that it belongs to, if it is one and not a group. */
export function suffixText(written: string, match: MatchExpr | null, vocabulary: Vocabulary): string {
	if (written.startsWith("^"))
		return `**${written}** would raise the rank of a hit; here nothing is ranked, so it changes nothing.`;
	return `**${written}** allows wrong letters in a word, or other words in a phrase. ${
		match
			? capital(sentenceOf([match], "all", vocabulary))
			: "It counts for each value in the brackets, and a run refuses it"
	}.`;
}

/** What the clause asks, and how it is compared. */
export function clauseText(match: MatchExpr, vocabulary: Vocabulary): string {
	return `${capital(sentenceOf([match], "all", vocabulary))}.${noteText(match, vocabulary)}`;
}

function noteText({ field, value }: MatchExpr, vocabulary: Vocabulary): string {
	switch (value.kind) {
		case "term":
		case "phrase": {
			if (value.text === "") return "";
			const plain =
				value.kind === "phrase" && /[*?]/.test(value.text) ? " In quotes `*` and `?` are plain characters." : "";
			if (field !== null && typeOf(field, vocabulary) === "number")
				return ' `0x1250` and `"4688"` are the number `4688` too.';
			if (value.whole) return ` It is the whole value; case does not matter.${plain}`;
			return ` Case does not matter; it is not found inside a longer word.${plain}`;
		}
		case "wildcard":
			return " Case does not matter; `*` is any run of characters, also none, `?` exactly one.";
		case "regex":
			return ` It is RE2, ${value.whole ? "" : "found anywhere in the value, "}ignoring case; \`.\` matches line breaks too.`;
		case "range": {
			const bounds = [value.from, value.to].filter((bound) => bound !== null);
			if (bounds.length === 0 || !bounds.every(isDate)) return "";
			const now = bounds.some((bound) => bound.startsWith("now")) ? " `now` is the start of the run." : "";
			return ` Times without a zone are UTC; a bound is the whole day, month or other unit that it names.${now}`;
		}
		case "exists":
			return " Null, `[]` and `{}` are no values; an empty text is one.";
		case "cidr":
			return " Addresses are compared, not their text: `::ffff:10.0.0.1` is `10.0.0.1`.";
		case "parameter":
			return " A run without a value for it is refused.";
		default:
			return assertNever(value);
	}
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
