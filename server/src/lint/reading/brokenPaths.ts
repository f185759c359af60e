// `image_path:C:\Program Files (x86)\x.exe`: a path that is read in pieces, because its brackets are read as such.
import type { Span } from "../../base/span.ts";
import { Code } from "../../syntax/characters.ts";
import { rawPathAt } from "../../syntax/rawPath.ts";
import type { QueryToken, QueryTree } from "../../syntax/tree.ts";
import { holdsBlankLine } from "./gaps.ts";
import { beginsOrEndsInOperator } from "./operatorWords.ts";
import { liesIn } from "./singleQuotes.ts";

/** A path and the words and brackets behind it, up to the next operator or field. */
export interface BrokenPath {
	readonly span: Span;
	/** Its beginning alone, as it is read. */
	readonly first: QueryToken;
	/** Whether it goes on right behind a bracket, so that it can only be one path. */
	readonly isCertain: boolean;
}

/** Those of a query, in text order. */
export function brokenPaths(tree: QueryTree): readonly BrokenPath[] {
	return lookUp(tree).paths;
}

/** Whether a stretch is a piece of one, of which others need say nothing. */
export function liesInBrokenPath(tree: QueryTree, span: Span): boolean {
	return liesIn(lookUp(tree).spans, span);
}

interface Known {
	readonly paths: readonly BrokenPath[];
	readonly spans: readonly Span[];
}

const none: Known = { paths: [], spans: [] };
const known = new WeakMap<QueryTree, Known>();

/** Found once a query, since every problem of many may ask. */
function lookUp(tree: QueryTree): Known {
	if (!tree.text.includes("\\") || !tree.text.includes("(")) return none;
	let found = known.get(tree);
	if (!found) {
		const paths = findIn(tree);
		found = { paths, spans: paths.map(({ span }) => span) };
		known.set(tree, found);
	}
	return found;
}

function findIn({ text, tokens }: QueryTree): readonly BrokenPath[] {
	const paths: BrokenPath[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const first = tokens[index] as QueryToken;
		if (!mayBegin(first, text)) continue;
		const { end, hasBrackets, isCertain } = piecesBehind(text, tokens, index);
		const last = tokens[end - 1] as QueryToken;
		if (hasBrackets && (isCertain || first.written === "path"))
			paths.push({ span: [first.span[0], last.span[1]], first, isCertain });
		index = end - 1;
	}
	return paths;
}

function mayBegin({ written, span }: QueryToken, text: string): boolean {
	return written === "path" || (written === "word" && text.slice(...span).includes("\\"));
}

interface Pieces {
	/** The index of the first token that is no piece. */
	readonly end: number;
	readonly hasBrackets: boolean;
	readonly isCertain: boolean;
}

/** Words, and words in brackets, which stand behind a token without an operator, up to one that begins with a drive. */
function piecesBehind(text: string, tokens: readonly QueryToken[], from: number): Pieces {
	let end = from + 1;
	let hasBrackets = false;
	let isCertain = false;
	let open = false;
	for (let index = end; index < tokens.length; index++) {
		const { kind, written, span } = tokens[index] as QueryToken;
		const before = (tokens[index - 1] as QueryToken).span[1];
		if (holdsBlankLine(text, [before, span[0]])) break;
		if (kind === "bracket") {
			const opens = text.charCodeAt(span[0]) === Code.leftParen;
			if (opens === open || (!opens && text.charCodeAt(span[0]) !== Code.rightParen)) break;
			open = opens;
			if (!opens) hasBrackets = true;
		} else if (written !== "word" && written !== "path") break;
		else if (beginsOrEndsInOperator(text, span) || rawPathAt(text, span[0], "lucene") !== null) break;
		else if (span[0] === before && text.charCodeAt(before) === Code.backslash) isCertain ||= hasBrackets;
		if (!open) end = index + 1;
		// A bracket that is never closed is taken to end with the query.
		else if (index === tokens.length - 1 && kind !== "bracket") return { end: index + 1, hasBrackets: true, isCertain };
	}
	return { end, hasBrackets, isCertain };
}
