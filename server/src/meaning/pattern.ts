// From the text of a clause to the pieces of a pattern.
import type { Piece } from "./boundExpr.ts";

/**
 * The pieces of a clause's text, as `Value` describes it: in a wildcard `*` and `?` are wild and `\*`, `\?`, `\\` literal
 * (any other backslash is itself); in a term or phrase all is literal. Literals and runs never stand side by side twice;
 * empty text gives no pieces.
 */
export function patternOf(kind: "term" | "phrase" | "wildcard", text: string): readonly Piece[] {
	if (kind !== "wildcard") return text === "" ? [] : [text];
	const pieces: Piece[] = [];
	for (const [token] of text.matchAll(/\\[\\*?]|./gsu)) {
		if (token === "*") pushRun(pieces);
		else if (token === "?") pieces.push({ wild: "one" });
		else pushLiteral(pieces, token.length === 2 && token.startsWith("\\") ? token.slice(1) : token);
	}
	return pieces;
}

function pushRun(pieces: Piece[]): void {
	const last = pieces.at(-1);
	if (typeof last !== "object" || last.wild !== "run") pieces.push({ wild: "run" });
}

function pushLiteral(pieces: Piece[], literal: string): void {
	const last = pieces.at(-1);
	if (typeof last === "string") pieces[pieces.length - 1] = last + literal;
	else pieces.push(literal);
}
