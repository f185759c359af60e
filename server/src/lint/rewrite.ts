// How fixes write values anew.
import type { Fix } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { decodeWord, escapeWord, quote } from "../syntax/literal.ts";
import { isPathLike } from "../syntax/rawPath.ts";
import type { QueryTree } from "../syntax/tree.ts";
import { replace } from "./defineRule.ts";

/** What no word may hold unescaped, and what may not begin one. */
const specialInLucene = /\\.|[:/~^[\]{}!]|^[-+]/gs;
const special = /\\.|:|^[-+!]/gs;

/**
 * Has every reader take the word at the span for one value: in quotes or, where these would change what it means (a
 * wildcard, a network, a `~` behind it, a backslash that is dropped), by escapes. `undefined` where neither can be.
 */
export function plainly({ text, faults, dialect }: QueryTree, span: Span): Fix | undefined {
	const written = text.slice(...span);
	const { value } = decodeWord(text, span);
	const drops = faults.some(
		(fault) => fault.rule === "single-backslash" && span[0] <= fault.span[0] && fault.span[1] <= span[1],
	);
	const keepsInQuotes = value.kind === "term" && !/[*?]|[0-9a-f:.]+\/\d+$/i.test(value.text);
	if (keepsInQuotes && !drops && text[span[1]] !== "~") return replace("Quote the value", span, quote(value.text));
	const escaped = written.replace(dialect.name === "lucene" ? specialInLucene : special, (part) =>
		part[0] === "\\" ? part : `\\${part}`,
	);
	// What looks like a path has no escapes in Carbon Black.
	if (dialect.name === "carbonblack" && isPathLike(escaped)) return undefined;
	return replace("Escape the character", span, escaped);
}

/** A wildcard as a word: the inverse of reading it. */
export function writtenPattern(pattern: string): string {
	return pattern.replace(/\\([\\*?])|./gs, (part, literal?: string) =>
		literal === undefined ? escapeWord(part, true) : escapeWord(literal),
	);
}

/** The text between quotes as a word in which wildcards are wild; what is escaped stays escaped. */
export function withoutQuotes(inside: string): string {
	return inside.replace(/\\.|[^\\]+/gs, (part) => (part[0] === "\\" ? part : escapeWord(part, true)));
}

/** A stretch of text as one word: its white space escaped. */
export function joinedByEscapes(written: string): string {
	return written.replace(/\\.|\s/gsu, (part) => (part[0] === "\\" ? part : `\\${part}`));
}
