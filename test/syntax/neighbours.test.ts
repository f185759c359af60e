// A clause that is being typed does not disturb the clauses beside it: their tokens, and what they say, stay as they were.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Dialect, dialectNames, dialectOf } from "../../server/src/base/dialect.ts";
import { parseQuery } from "../../server/src/syntax/parse.ts";
import { type Clause, walk } from "../../server/src/syntax/tree.ts";

const before = 'image:a.exe AND user:"b c" AND ';
const after = " AND host:[1 TO 5] AND NOT path:d*";

/** Typed from left to right, each of their beginnings is tried. An open quote takes what follows, so it has none. */
const typed = [
	"commandline:list",
	"-commandline:list~2",
	"NOT (commandline:list OR hash:x)",
	"commandline:(list OR reset OR -info)",
	"port:[1024 TO 65535]",
	"port:{1 TO 2}^3",
	"port:>=1024",
	"_exists_:parent",
	"commandline:/https?/",
	"file:{{path}}",
	String.raw`path:C\:\\Temp`,
	"(a:1 OR (b:2 AND -c:3))",
];

for (const dialect of dialectNames.map((name) => dialectOf(name)))
	test(`beginnings of clauses in ${dialect.name}`, () => {
		for (const clause of typed)
			for (let length = 0; length <= clause.length; length++) {
				const half = clause.slice(0, length);
				// A backslash at the end would escape the blank behind it.
				if (/(?<!\\)(?:\\\\)*\\$/.test(half)) continue;
				const text = before + half + after;
				assert.deepEqual(shownOutside(text, dialect, half), shownOutside(`${before}x${after}`, dialect, "x"), text);
			}
	});

/** The tokens and the clauses left and right of the half, with offsets from the nearer end of the text. */
function shownOutside(text: string, dialect: Dialect, half: string): object {
	const { tokens, root } = parseQuery(text, dialect);
	const [from, to] = [before.length, before.length + half.length];
	const place = ([start, end]: readonly [number, number]) =>
		end <= from ? [start, end] : start >= to ? [start - text.length, end - text.length] : null;
	const clauses: Clause[] = [];
	walk(root, (node) => {
		if (node.kind === "clause" && node.value?.kind === "literal") clauses.push(node);
	});
	return {
		tokens: tokens.flatMap(({ kind, written, span }) => (place(span) ? [[kind, written, place(span)]] : [])),
		clauses: clauses.flatMap(({ field, value, span }) =>
			place(span) ? [[field?.name, value?.kind === "literal" ? value.value : null, place(span)]] : [],
		),
	};
}
