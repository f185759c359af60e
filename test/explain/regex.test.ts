// Regular expressions in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../server/src/explain/explanation.ts";
import { explainRegex } from "../../server/src/explain/regex.ts";

/** The items, each without its dash, of an expression that finds one thing after the other. */
function checkPieces(source: string, pieces: readonly string[]) {
	const lines = linesOf(explainRegex(source) ?? { text: "", items: [] });
	assert.deepEqual(lines, ["It finds, one after the other:", ...pieces.map((piece) => piece.replace(/^( *)/, "$1- "))]);
}

test("pieces in order", () => {
	checkPieces(String.raw`\bfrombase64string\b`, [
		"`\\b`: the edge of a word",
		"the text `frombase64string`",
		"`\\b`: the edge of a word",
	]);
	checkPieces("https?://[^/]+/", [
		"the text `http`",
		"`s?`: `s`, once or not at all",
		"the text `://`",
		"`[^/]+`: any character but `/`, once or more",
		"the text `/`",
	]);
	checkPieces(String.raw`^(cmd|powershell)(\.exe)?\s*-e(nc|c\d{2,3})?$`, [
		"`^`: the start of the value",
		"`(cmd|powershell)`: `cmd` or `powershell`",
		"`(\\.exe)?`: `.exe`, once or not at all",
		"`\\s*`: white space, any number of times, or not at all",
		"the text `-e`",
		"`(nc|c\\d{2,3})?`: one of these, once or not at all:",
		"  the text `nc`",
		"  `c\\d{2,3}`, one after the other:",
		"    the text `c`",
		"    `\\d{2,3}`: a digit, 2 to 3 times",
		"`$`: the end of the value",
	]);
});

test("single constructs", () => {
	const cases: readonly (readonly [source: string, piece: string])[] = [
		["a{3}", "`a{3}`: `a`, 3 times"],
		["a{3,}", "`a{3,}`: `a`, 3 times or more"],
		["a+?", "`a+?`: `a`, once or more"],
		[".", "`.`: any one character"],
		[String.raw`\w`, "`\\w`: a letter, a digit or `_`"],
		[String.raw`[a-z\d_-]`, "`[a-z\\d_-]`: `a` to `z`, a digit, `_` or `-`"],
		["[]a]", "`[]a]`: `]` or `a`"],
		["[[:alpha:]]", "`[[:alpha:]]`: `[:alpha:]`"],
		[String.raw`\pL`, "`\\pL`: a character of the Unicode class `L`"],
		[String.raw`\P{Greek}`, "`\\P{Greek}`: a character that is not of the Unicode class `Greek`"],
		[String.raw`\x41`, "`\\x41`: `A`"],
		[String.raw`\Qa.b\E`, "`\\Qa.b\\E`: `a.b`"],
		[String.raw`\.`, "`\\.`: `.`"],
		["(?i)", "`(?i)`: settings for what follows"],
		["(?=a)", "`(?=a)`: look-around, which RE2 does not have"],
		[String.raw`\1`, "`\\1`: a back-reference, which RE2 does not have"],
		["*", "the text `*`"],
		[")", "the text `)`"],
		["[", "the text `[`"],
		["[]", "the text `[]`"],
	];
	for (const [source, piece] of cases) checkPieces(source, [piece]);
	assert.equal(explainRegex("a|b")?.text, "It finds one of these:");
});

test("any text is explained shortly or not at all", () => {
	for (const source of ["(".repeat(2000), "[".repeat(2000), "(a|".repeat(600), "a?".repeat(1000), "\\"])
		assert.ok(linesOf(explainRegex(source) ?? { text: "", items: [] }).length < 100, source.slice(0, 10));
	assert.equal(explainRegex("x".repeat(2001)), null);
});
