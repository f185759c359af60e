// `C\:\\Temp\*`: the last backslash escapes the star.
import { defineRule, edits } from "../defineRule.ts";

export default defineRule({
	id: "backslash-before-wildcard",
	severity: "error",
	fix: "changes meaning",
	docs: "A backslash before `*` or `?` makes it plain text, so a path that ends in `\\*` looks for a file named *\\**, which no disk can hold. Double the backslash: it is then the separator, and the star is wild.",
	bad: [String.raw`f:C\:\\Temp\*`, String.raw`f:*\\Temp\*\\run.exe`],
	good: [String.raw`f:C\:\\Temp\\*`, String.raw`f:*\\Temp\\*\\run.exe`],
	check({ text, leaves, report }) {
		if (!text.includes("\\*") && !text.includes("\\?")) return;
		for (const { literal } of leaves) {
			if (literal.written !== "word") continue;
			const [start] = literal.span;
			const escapes = [...text.slice(...literal.span).matchAll(/\\./gs)];
			const wrong = escapes.filter(({ 0: pair }, at) => /[*?]/.test(pair) && isPathEnd(escapes, at));
			const [first] = wrong;
			if (!first) continue;
			report(
				literal.span,
				`The backslash before \`${first[0][1]}\` escapes it, so this looks for a plain \`${first[0][1]}\`, not for anything in that folder.`,
				edits(
					"Double the backslash, so that the wildcard is wild",
					wrong.map(({ index }) => ({ span: [start + index, start + index + 1], text: "\\\\" })),
				),
			);
		}
	},
});

/** Whether another backslash makes it a path, without white space between, and none of its own stands before it. */
function isPathEnd(escapes: readonly RegExpExecArray[], at: number): boolean {
	const before = escapes[at - 1];
	if (before?.[0] === "\\\\" && before.index + 2 === escapes[at]?.index) return false;
	const isBlank = ([pair]: RegExpExecArray) => /\s/.test(pair);
	const from = escapes.findLastIndex((each, index) => index < at && isBlank(each)) + 1;
	const to = escapes.findIndex((each, index) => index > at && isBlank(each));
	return escapes.slice(from, to < 0 ? undefined : to).some(([pair]) => /^\\[\\\w]/.test(pair));
}
