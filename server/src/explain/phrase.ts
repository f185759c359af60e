// What a clause asks of a value, in words that can be negated and joined with others.
import { assertNever } from "../base/assertNever.ts";
import type { FieldType } from "../base/fieldType.ts";
import type { Piece } from "../meaning/boundExpr.ts";
import type { MatchExpr, Value } from "../meaning/expr.ts";
import { patternOf } from "../meaning/pattern.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { shown } from "./code.ts";
import { documentedMeaning } from "./documented.ts";
import { rangeWords } from "./ranges.ts";

/** `contains`, `does not contain`, `word`, `list`. */
export interface Phrase {
	readonly holds: string;
	readonly fails: string;
	/** What it is, if that needs a word. */
	readonly noun: string;
	/** The value itself, in Markdown; empty where the verbs say it all. */
	readonly value: string;
	/** Whether it may be listed with others of the same verb: as alternatives, also as parts of one value, or not. */
	readonly joins: "as alternatives" | "any way" | "never";
}

type TextValue = Extract<Value, { readonly slop?: number }>;

/** The words for one clause, whose field is of the vocabulary. */
export function phraseOf({ field, value }: MatchExpr, vocabulary: Vocabulary): Phrase {
	switch (value.kind) {
		case "term":
		case "phrase":
			return textPhrase(value, field, vocabulary);
		case "wildcard":
			return wildcardPhrase(patternOf("wildcard", value.text), value.whole === true);
		case "regex":
			return listable(
				value.whole ? "as a whole matches" : "matches",
				value.whole ? "as a whole does not match" : "does not match",
				"regular expression",
				shown(value.text),
			);
		case "range": {
			if (value.from === null && value.to === null) return single("has a value", "has no value");
			const words = rangeWords(value, field === null ? null : typeOf(field, vocabulary));
			return single(`is ${words}`, `is not ${words}`);
		}
		case "exists":
			return single("has a value", "has no value");
		case "cidr":
			return listable("is an address in", "is not an address in", "network", shown(value.text));
		case "parameter":
			return value.whole
				? listable("is", "is not", "value of the parameter", shown(value.text))
				: listable("contains", "does not contain", "value of the parameter", shown(value.text));
		default:
			return assertNever(value);
	}
}

/** The type of a field, where all taxonomies that know it agree. */
export function typeOf(field: string, { meaningsOf }: Vocabulary): FieldType | null {
	const types = new Set(meaningsOf(field).map((meaning) => meaning.field.type));
	return types.size === 1 ? ([...types][0] as FieldType) : null;
}

function textPhrase({ text, whole, slop, fuzziness }: TextValue, field: string | null, vocabulary: Vocabulary): Phrase {
	if (slop !== undefined)
		return single(...contains(`the words of ${shown(text)} with up to ${slop} others between them (${refused})`));
	if (fuzziness !== undefined)
		return single(...contains(`the word ${shown(text)} with up to ${letters(fuzziness)} wrong (${refused})`));
	if (text === "") return single("is empty", "is not empty");
	const meaning = documentedMeaning(field, text, vocabulary);
	const value = shown(text) + (meaning && ` (${meaning})`);
	if (field !== null && typeOf(field, vocabulary) === "number") return listable("is", "is not", "number", value);
	return whole ? listable("is", "is not", "", value) : { ...containing(text), value };
}

function containing(text: string): Phrase {
	return { holds: "contains", fails: "does not contain", noun: nounFor(text), value: shown(text), joins: "any way" };
}

const refused = "a run refuses this";

function letters(count: number): string {
	return count === 1 ? "1 letter" : `${count} letters`;
}

function nounFor(text: string): string {
	if (/^[\w.-]*\w[\w.-]*$/.test(text)) return "word";
	return /\s/.test(text) && /\w/.test(text) ? "phrase" : "text";
}

/** A pattern stands anywhere in the value unless it is the `whole` one; an end that is wild may lie inside a word. */
function wildcardPhrase(pieces: readonly Piece[], whole: boolean): Phrase {
	const open = { start: isRun(pieces[0]), end: pieces.length > 1 && isRun(pieces.at(-1)) };
	const inner = pieces.slice(open.start ? 1 : 0, open.end ? -1 : undefined);
	const [first] = inner;
	if (first === undefined) return single("has any value", "has no value");
	if (inner.length === 1 && typeof first === "string") return affixPhrase(first, open, whole);
	const words = chain(inner).join(", then ");
	if (!whole || (open.start && open.end)) return single(...contains(words));
	if (open.start) return single(`ends with ${words}`, `does not end with ${words}`);
	return open.end
		? single(`starts with ${words}`, `does not start with ${words}`)
		: single(`is ${words}`, `is not ${words}`);
}

/** One literal with more before it, behind it, or both. */
function affixPhrase(text: string, open: { readonly start: boolean; readonly end: boolean }, whole: boolean): Phrase {
	// Beside any other character than one of a word there is no word that could go on.
	const start = open.start && (whole || /^\w/.test(text));
	const end = open.end && (whole || /\w$/.test(text));
	if (!start && !end) return containing(text);
	if (start && end)
		return listable("contains, also inside words,", "does not contain, not even inside words,", "text", shown(text));
	const edge = start ? "end" : "start";
	return whole
		? listable(`${edge}s with`, `does not ${edge} with`, "", shown(text))
		: listable(`contains a word that ${edge}s with`, `contains no word that ${edge}s with`, "", shown(text));
}

function isRun(piece: Piece | undefined): boolean {
	return typeof piece === "object" && piece.wild === "run";
}

/** Each literal, and each stretch of wild characters, in words. */
function chain(pieces: readonly Piece[]): readonly string[] {
	const words: string[] = [];
	let ones = 0;
	for (const [index, piece] of pieces.entries()) {
		const isOne = typeof piece === "object" && piece.wild === "one";
		if (isOne) ones++;
		if (ones > 0 && (!isOne || index === pieces.length - 1)) {
			words.push(ones === 1 ? "any one character" : `any ${ones} characters`);
			ones = 0;
		}
		if (typeof piece === "string") words.push(shown(piece));
		else if (!isOne) words.push("anything");
	}
	return words;
}

function contains(words: string): [holds: string, fails: string] {
	return [`contains ${words}`, `does not contain ${words}`];
}

function listable(holds: string, fails: string, noun: string, value: string): Phrase {
	return { holds, fails, noun, value, joins: "as alternatives" };
}

function single(holds: string, fails: string): Phrase {
	return { holds, fails, noun: "", value: "", joins: "never" };
}
