// From what a query says back to a text that says it: the inverse of `bind`.
import type { Dialect } from "../base/dialect.ts";
import type { Expr, MatchExpr, Value } from "../meaning/expr.ts";
import { escapeWord, quote } from "../syntax/literal.ts";
import { parseQuery } from "../syntax/parse.ts";
import { bind } from "./bind.ts";

/**
 * A text on one line that is read as the expression: one that `bind` gives in this dialect comes back as itself but for
 * spans. Only a `none` becomes "not everything" where no query says nothing, and a term with characters that `carbonblack`
 * has no escape for becomes a phrase. What `bind` gives in another dialect keeps its meaning, if not its shape: a negation
 * that stands alone gets `*:*` in `lucene`.
 */
export function print(expr: Expr, dialect: Dialect): string {
	switch (expr.kind) {
		case "and":
		case "or":
			return printJunction(expr, dialect);
		case "not":
			return onlyForbids(dialect) ? `*:* AND ${negation(expr.child, dialect)}` : negation(expr.child, dialect);
		case "all":
			return "*:*";
		case "none":
			return "NOT *:*";
		case "match":
			return printMatch(expr, dialect);
	}
}

function printJunction({ kind, children }: Extract<Expr, { readonly kind: "and" | "or" }>, dialect: Dialect): string {
	if (kind === "or") return children.map((child) => operand(child, dialect)).join(" OR ");
	const parts = children.map((child) =>
		child.kind === "not" ? negation(child.child, dialect) : operand(child, dialect),
	);
	if (onlyForbids(dialect) && children.every((child) => child.kind === "not")) parts.unshift("*:*");
	return parts.join(" AND ");
}

/** Whether a group of nothing but negations matches nothing. */
function onlyForbids({ name, es }: Dialect): boolean {
	return name === "lucene" && !es;
}

function negation(child: Expr, dialect: Dialect): string {
	return `NOT ${operand(child, dialect)}`;
}

/** Beside operators; in `lucene` a negation without brackets there would be a part of what is around it. */
function operand(expr: Expr, dialect: Dialect): string {
	const text = print(expr, dialect);
	const isOne = expr.kind === "match" || expr.kind === "all" || (expr.kind === "not" && dialect.name !== "lucene");
	return isOne ? text : `(${text})`;
}

/** The plainest writing that reads back, best without a fault. What needs an escape depends on too much to be said twice. */
function printMatch(match: MatchExpr, dialect: Dialect): string {
	const candidates = [...writings(match, dialect)];
	let faulty: string | undefined;
	for (const written of candidates) {
		// Both what may follow a clause: white space and a bracket.
		const tree = parseQuery(`(${written} OR ${written})`, dialect);
		const read = bind(tree);
		if (read.kind !== "or" || !read.children.every((child) => isSame(child, match))) continue;
		if (tree.faults.length === 0) return written;
		faulty ??= written;
	}
	if (faulty !== undefined) return faulty;
	const value = writable(match.value);
	return value ? printMatch({ ...match, value }, dialect) : (candidates[0] as string);
}

/** A term as a phrase, which says the same; in a wildcard `?` for what cannot be written, which matches a little more. */
function writable(value: Value): Value | null {
	if (value.kind === "term") return { ...value, kind: "phrase" };
	if (value.kind !== "wildcard") return null;
	const text = value.text.replace(/\\[\\*?]|[^\w*?]/g, "?");
	return text === value.text ? null : { ...value, text };
}

function isSame(read: Expr, { field, value }: MatchExpr): boolean {
	if (read.kind !== "match" || read.field !== field) return false;
	const [ours, theirs] = [Object.entries(value), new Map<string, unknown>(Object.entries(read.value))];
	return ours.length === theirs.size && ours.every(([key, part]) => theirs.get(key) === part);
}

function clause(field: string | null, comparison: string, value: string): string {
	return field === null ? value : `${field}${comparison}${value}`;
}

/** Ways to write the clause, the plainest first. */
function* writings({ field, value }: MatchExpr, dialect: Dialect): Iterable<string> {
	const names = field === null ? [null] : [field, escapeWord(field, true), quote(field)];
	for (const name of names) yield* valueWritings(name, value, dialect);
	if (value.kind === "exists" && field !== null)
		for (const written of words("wildcard", field)) yield clause("_exists_", ":", written);
}

function* valueWritings(name: string | null, value: Value, { name: dialect }: Dialect): Iterable<string> {
	if (value.kind === "exists") return yield clause(name, ":", "*");
	if (value.kind === "range") {
		// Lucene has no other sign than the colon.
		if (name !== null && dialect !== "lucene") yield* oneEnded(name, value);
		return yield clause(name, ":", bracketed(value));
	}
	const comparison = "whole" in value && value.whole && value.text !== "" ? ":=" : ":";
	const near = nearness(value);
	for (const written of literals(value)) {
		yield clause(name, comparison, `${written}${near}`);
		if (near !== "") yield clause(name, comparison, `(${written})${near}`);
	}
}

type LiteralValue = Exclude<Value, { readonly kind: "range" | "exists" }>;

function literals({ kind, text }: LiteralValue): Iterable<string> {
	switch (kind) {
		case "phrase":
			return [quote(text)];
		case "regex":
			return [`/${text.replaceAll("/", "\\/")}/`];
		case "parameter":
			return [`{{${text}}}`];
		case "term":
		case "cidr":
		case "wildcard":
			return words(kind, text);
	}
}

type Encode = (character: string, place: number) => string;

const encodings: readonly Encode[] = [
	// As it is.
	(character) => character,
	// Escaped where that is usual.
	(character) => escapeWord(character),
	// A path that begins as it is, in which only a backslash and a blank are escaped.
	(character, place) => (character === " " || (character === "\\" && place > 1) ? `\\${character}` : character),
	// Escaped wherever a character could mean more than itself.
	(character) => character.replace(/\W/, "\\$&"),
	// The same, and not beginning like a keyword or a path.
	(character, place) =>
		place === 0 ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}` : character.replace(/\W/, "\\$&"),
];

/** Each as one word. */
function words(kind: "term" | "cidr" | "wildcard", text: string): readonly string[] {
	const parts = kind === "wildcard" ? /\\([\\*?])|([^*?])/g : /()(.)/gs;
	return encodings.map((encode) => {
		let place = 0;
		return text.replace(parts, (_, escaped?: string, plain?: string) => encode((escaped || plain) as string, place++));
	});
}

function nearness(value: LiteralValue): string {
	const distance = value.kind === "cidr" ? undefined : (value.slop ?? value.fuzziness);
	// Never in the form `1e-7`, which is not read.
	return distance === undefined ? "" : `~${distance.toFixed(9).replace(/\.?0+$/, "")}`;
}

type Range = Extract<Value, { readonly kind: "range" }>;

function* oneEnded(name: string, { from, to, includeFrom, includeTo }: Range): Iterable<string> {
	if (to === null && from !== null) yield `${name}${includeFrom ? ":>=" : ":>"}${bound(from, /^[\w.-]+$/)}`;
	if (from === null && to !== null) yield `${name}${includeTo ? ":<=" : ":<"}${bound(to, /^[\w.-]+$/)}`;
}

function bracketed({ from, to, includeFrom, includeTo }: Range): string {
	const end = (text: string | null) => (text === null ? "*" : bound(text, /^[\w.:+/-]+$/));
	return `${includeFrom ? "[" : "{"}${end(from)} TO ${end(to)}${includeTo ? "]" : "}"}`;
}

function bound(text: string, plain: RegExp): string {
	return plain.test(text) ? text : quote(text);
}
