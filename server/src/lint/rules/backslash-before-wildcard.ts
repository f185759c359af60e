// `C\:\\Temp\*`: the last backslash escapes the star.
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { rawPathAt } from "../../syntax/rawPath.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import { defineRule, edits, replace } from "../defineRule.ts";
import { liesInBrokenPath } from "../reading/brokenPaths.ts";
import { standsAlone, unquoted } from "../reading/rewrite.ts";
import { within } from "../reading/within.ts";

export default defineRule({
	id: "backslash-before-wildcard",
	severity: "error",
	fix: "changes meaning",
	docs: "A backslash before `*` or `?` makes it plain text, so a path that ends in `\\*` looks for a file named *\\**, which no disk can hold. Double the backslash: it is then the separator, and the star is wild. In quotes nothing is wild, so these go too.",
	bad: [String.raw`f:C\:\\Temp\*`, String.raw`f:*\\Temp\*\\run.exe`, String.raw`f:"C:\\Temp\*"`],
	good: [String.raw`f:C\:\\Temp\\*`, String.raw`f:*\\Temp\\*\\run.exe`, String.raw`f:C\:\\Temp\\*`],
	check({ text, tree, leaves, report }) {
		if (!text.includes("\\*") && !text.includes("\\?")) return;
		for (const { literal } of leaves) {
			const { span } = literal;
			const [start, end] = span;
			const isQuoted = literal.written === "quoted";
			if ((literal.written !== "word" && !isQuoted) || liesInBrokenPath(tree, span)) continue;
			// Another rule says of quotes what no backslash stands before.
			if (isQuoted && within(tree.faults, span).some(({ rule }) => rule === "wildcard-in-quotes")) continue;
			const written = text.slice(start, end);
			const wrong = wronglyEscaped(written);
			const [first] = wrong;
			if (first === undefined) continue;
			const wild = written[first + 1];
			report(
				literal.span,
				`The backslash before \`${wild}\` escapes it, so this looks for a plain \`${wild}\`, not for anything in that folder.`,
				isQuoted
					? withoutItsQuotes(tree, span, wrong)
					: rawPathAt(written.replaceAll("\\", "\\\\"), 0, tree.dialect.name)
						? undefined
						: edits(
								"Double the backslash, so that the wildcard is wild",
								wrong.map((at) => ({ span: [start + at, start + at + 1], text: "\\\\" })),
							),
			);
		}
	},
});

/** In quotes nothing is wild, so these go too. */
function withoutItsQuotes(tree: QueryTree, span: Span, wrong: readonly number[]): Fix | undefined {
	const { text, dialect } = tree;
	const [start, end] = span;
	if (!standsAlone(tree, span)) return undefined;
	const cuts = [1, ...wrong.map((at) => at + 1), end - start - 1];
	const pieces = cuts.slice(1).map((cut, index) => text.slice(start + (cuts[index] as number), start + cut));
	const title = "Remove the quotes and double the backslash, so that the wildcard is wild";
	return replace(title, span, unquoted(pieces.join("\\"), dialect.name));
}

/**
 * Where the backslashes before wildcards stand that end a folder: another backslash makes it a path, without white space
 * between, and none of its own stands before it.
 */
function wronglyEscaped(written: string): readonly number[] {
	const wrong: number[] = [];
	let mayBe: number[] = [];
	let isPath = false;
	let separator = -1;
	const endRun = () => {
		if (isPath) for (const at of mayBe) wrong.push(at);
		mayBe = [];
		isPath = false;
	};
	for (const { 0: pair, index } of written.matchAll(/\\./gs)) {
		if (/\s/.test(pair)) endRun();
		else if (/^\\[\\\w]/.test(pair)) isPath = true;
		else if (/[*?]/.test(pair) && separator !== index && !/\s/.test(written[index - 1] ?? "")) mayBe.push(index);
		if (pair === "\\\\") separator = index + 2;
	}
	endRun();
	return wrong;
}
