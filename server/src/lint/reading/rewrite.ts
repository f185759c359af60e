// How fixes write values anew.
import type { DialectName } from "../../base/dialect.ts";
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { decodeWord, escapeWord, quote } from "../../syntax/literal.ts";
import { isPathLike, rawPathAt } from "../../syntax/rawPath.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import { isUnquoted } from "../../syntax/unquoted.ts";
import { replace } from "../defineRule.ts";
import { hasOpenRange } from "./broken.ts";
import { indexFrom, within } from "./within.ts";

/** What no word may hold unescaped, and what may not begin one. */
const specialInLucene = /\\.|[:/~^[\]{}!]|^[-+]/gs;
const special = /\\.|:|^[-+!]/gs;

/**
 * Has every reader take the word at the span for one value: in quotes or, where these would change what it means (a
 * wildcard, a network, a `~` behind it, a backslash that is dropped) or hide a list's comma, by escapes. `undefined` where neither can be.
 */
export function plainly(tree: QueryTree, span: Span): Fix | undefined {
	const { text, faults, dialect } = tree;
	// With a comparison behind it, it would become a field's name, and with a word before it the rest of that word.
	if (hasOpenRange(tree) || /^\s*[:=<>]/.test(text.slice(span[1], span[1] + 20))) return undefined;
	if (/\w/.test(text.charAt(span[0] - 1))) return undefined;
	const { value } = decodeWord(text, span);
	const drops = within(faults, span).some(({ rule }) => rule === "single-backslash");
	const keepsInQuotes = value.kind === "term" && !/[*?]|[0-9a-f:.]+\/\d+$|[,;]$/i.test(value.text);
	if (keepsInQuotes && !drops && text[span[1]] !== "~" && !standsAmongWords(tree, span))
		return replace("Quote the value", span, quote(value.text));
	const escaped = text
		.slice(...span)
		.replace(dialect.name === "lucene" ? specialInLucene : special, (part) => (part[0] === "\\" ? part : `\\${part}`));
	// What looks like a path has no escapes in Carbon Black, nor has a raw path anywhere; and `f:\` is a drive.
	if (dialect.name === "carbonblack" && isPathLike(escaped)) return undefined;
	if (
		rawPathAt(escaped, 0, dialect.name) ||
		(escaped[0] === "\\" && /(?:^|[^\w.@])[a-z]:$|:\s+[\w.]+:$/i.test(text.slice(Math.max(span[0] - 40, 0), span[0])))
	)
		return undefined;
	return replace("Escape the character", span, escaped);
}

/** Whether other words are taken together with it, or a sign before it is the word's own: in quotes it would be no word. */
export function standsAmongWords({ tokens }: QueryTree, [start]: Span): boolean {
	const index = indexFrom(tokens, start);
	const before = tokens[index - 1];
	const isSigned = before?.kind === "operator" && before.span[1] - before.span[0] === 1;
	return isSigned || [before, tokens[index + 1]].some((token) => isUnquoted(token) || token?.kind === "suffix");
}

/**
 * Whether a phrase would be one word without its quotes: they are a pair, which stands apart from the text around it, and
 * nothing beside it would be taken together with a word.
 */
export function standsAlone(tree: QueryTree, [start, end]: Span): boolean {
	const { text, faults } = tree;
	if (within(faults, [start, end]).some(({ rule }) => keepQuotes.has(rule))) return false;
	const [before, inside, behind] = [
		text.slice(Math.max(start - longestBefore, 0), start),
		text.slice(start + 1, end - 1),
		text.slice(end, end + 20),
	];
	// What holds more than a phrase was meant to end before, and the quote may also end what a single one began.
	if (holdsMore(inside) || /[,;]$/.test(inside) || /(?:^|[\s(:=])'[^"()\n]*$/.test(before)) return false;
	return (
		/(?:^|[\s(:=<>])$/.test(before.slice(-1)) &&
		/^(?:$|[)}]|\s+(?![\s<>=]))/.test(behind) &&
		!standsAmongWords(tree, [start, end])
	);
}

/** Whether the text between two quotes holds lines, quotes or operators, so that they are probably no pair. */
export function holdsMore(inside: string): boolean {
	return /[\n"\u201c-\u201f]|\s(?:AND|OR|NOT|&&|\|\|)\s/i.test(inside);
}

/** How far before it is looked for a single quote. */
const longestBefore = 200;

const keepQuotes: ReadonlySet<string> = new Set(["unclosed-quote", "typographic-character", "single-backslash-quoted"]);

/** A wildcard as a word: the inverse of reading it. `undefined` where that would be read as a raw path, which has no escapes. */
export function writtenPattern(pattern: string, dialect: DialectName): string | undefined {
	const written = pattern.replace(/\\([\\*?])|./gs, (part, literal?: string) =>
		literal === undefined ? escapeWord(part, true) : escapeWord(literal),
	);
	return rawPathAt(written, 0, dialect) ? undefined : written;
}

/** The text between quotes as a word in which wildcards are wild; what is escaped stays escaped. */
function withoutQuotes(inside: string): string {
	return inside.replace(/\\.|[^\\]+/gs, (part) => (part[0] === "\\" ? part : escapeWord(part, true)));
}

/** The same, but in Carbon Black a path has no escapes save those of its blanks. */
export function unquoted(inside: string, dialect: DialectName): string {
	return dialect === "carbonblack" && isPathLike(inside) ? joinedByEscapes(inside) : withoutQuotes(inside);
}

/** A stretch of text as one word: its white space and brackets escaped. */
export function joinedByEscapes(written: string): string {
	return written.replace(/\\.|[\s()]/gsu, (part) => (part[0] === "\\" ? part : `\\${part}`));
}
