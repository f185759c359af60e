// What is said of backslashes that only remove themselves, in quotes and outside.
import type { Span } from "../../base/span.ts";
import type { SyntaxFault } from "../../syntax/tree.ts";
import { edits, type QueryContext } from "../defineRule.ts";
import { liesInBrokenPath } from "./brokenPaths.ts";
import { liesIn, singleQuoted } from "./singleQuotes.ts";

/** Reports those of one value together. The span of each is the backslash and the character behind it, if there is one. */
export function reportDropped(faults: readonly SyntaxFault[], context: QueryContext): void {
	const { text, tree, leaves, report } = context;
	const quoted = singleQuoted(context);
	let next = 0;
	for (const { literal } of leaves) {
		const own: Span[] = [];
		for (; next < faults.length && (faults[next] as SyntaxFault).span[0] < literal.span[1]; next++)
			own.push((faults[next] as SyntaxFault).span);
		const [first] = own;
		// In single quotes, or in a path that is read in pieces, that is not what is wrong.
		if (!first || liesIn(quoted, first) || liesInBrokenPath(tree, first)) continue;
		const character = text.slice(first[0] + 1, first[1]);
		report(
			[first[0], (own.at(-1) as Span)[1]],
			character
				? `This backslash is dropped: \`\\${character}\` reads as \`${character}\`. Two look for one backslash.`
				: "A backslash at the end escapes nothing. Two look for one backslash.",
			isNumber(text.slice(...literal.span))
				? undefined
				: edits(
						own.length === 1 ? "Double the backslash" : "Double the backslashes",
						own.map(([start]) => ({ span: [start, start + 1], text: "\\\\" })),
					),
		);
	}
}

/** In a number, a date or a hash it was probably not meant at all. */
function isNumber(written: string): boolean {
	return /^[\d\\:.TZ-]+$|^[\da-f\\]{32,}$/i.test(written);
}
