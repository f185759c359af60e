// Text patterns as RE2 expressions, with folding written out: ASCII letters among themselves, others by Unicode simple folding.
import type { Piece, Test } from "../../meaning/boundExpr.ts";

type TextTest = Extract<Test, { kind: "text" }>;

const wordCharacter = /^[A-Za-z0-9_]/;
const wordCharacterLast = /[A-Za-z0-9_]$/;

/** An RE2 expression found in exactly the values that the pattern matches. No flags are needed round it. */
export function textExpression(test: TextTest): string {
	if (test.whole) return `(?s:\\A${test.pieces.map(pieceExpression).join("")}\\z)`;
	// An end that is wild has no boundary, though a run there need not be looked for: the pattern is found anywhere.
	const pieces = trimRuns(test.pieces);
	const first = test.pieces[0];
	const last = test.pieces.at(-1);
	const before = typeof first === "string" && wordCharacter.test(first) ? "(?:\\A|[^A-Za-z0-9_])" : "";
	const after = typeof last === "string" && wordCharacterLast.test(last) ? "(?:\\z|[^A-Za-z0-9_])" : "";
	return `(?s:${before}${pieces.map(pieceExpression).join("")}${after})`;
}

/**
 * The longest ASCII text, lower case, that the lower-cased value must contain; `usable` says which characters may be in it.
 * `""` where there is none.
 */
export function requiredText(test: TextTest, usable: RegExp): string {
	let longest = "";
	for (const piece of test.pieces) {
		if (typeof piece !== "string") continue;
		for (const [run] of piece.matchAll(usable)) if (run.length > longest.length) longest = run;
	}
	return longest.toLowerCase();
}

function trimRuns(pieces: readonly Piece[]): readonly Piece[] {
	let start = 0;
	let end = pieces.length;
	while (start < end && isRun(pieces[start])) start++;
	while (end > start && isRun(pieces[end - 1])) end--;
	return pieces.slice(start, end);
}

function isRun(piece: Piece | undefined): boolean {
	return typeof piece === "object" && piece.wild === "run";
}

function pieceExpression(piece: Piece): string {
	if (typeof piece === "string") return Array.from(piece, characterExpression).join("");
	return piece.wild === "run" ? ".*" : ".";
}

function characterExpression(character: string): string {
	if (/[A-Za-z]/.test(character)) return `[${character.toLowerCase()}${character.toUpperCase()}]`;
	if (/[0-9_]/.test(character)) return character;
	const code = character.codePointAt(0) as number;
	// Half of a surrogate pair reads as U+FFFD, in a value too.
	if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
	if (code < 0x80) return `\\x{${code.toString(16)}}`;
	const same = foldsWith(character);
	return same.length > 1 ? `[${same.join("")}]` : character;
}

const known = new Map<string, readonly string[]>();
let cased: readonly string[] | undefined;

/** The non-ASCII characters that simple folding makes equal to this one, itself among them. */
function foldsWith(character: string): readonly string[] {
	const before = known.get(character);
	if (before !== undefined) return before;
	cased ??= casedCharacters();
	// With `iu`, JavaScript compares by simple case folding, whatever the language.
	const same = new RegExp(`^\\u{${(character.codePointAt(0) as number).toString(16)}}$`, "iu");
	const found = [character, ...cased.filter((other) => other !== character && same.test(other))];
	known.set(character, found);
	return found;
}

function casedCharacters(): string[] {
	const found: string[] = [];
	for (let code = 0x80; code <= 0x1ffff; code++) {
		const character = String.fromCodePoint(code);
		if (/\p{Changes_When_Casemapped}|\p{Changes_When_Casefolded}/u.test(character)) found.push(character);
	}
	return found;
}
