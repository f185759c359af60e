// Smart quotes, dashes and special blanks.
import type { QueryToken, SyntaxFault } from "../../syntax/tree.ts";
import { defineRule, edits } from "../defineRule.ts";
import { indexFrom, within } from "../reading/within.ts";

export default defineRule({
	id: "typographic-character",
	severity: "warning",
	fix: "keeps meaning",
	docs: "Word processors turn plain quotes, hyphens and blanks into look-alikes. They are read as the plain ones here; other tools search for them.",
	bad: ["f:“a b”", "a:1 AND b:2", "–a:1 AND b:2"],
	good: ['f:"a b"', "a:1 AND b:2", "-a:1 AND b:2"],
	checkFaults(faults, { text, tree: { tokens, dialect }, report }) {
		for (const fault of faults) {
			const plain = plainFor(text.slice(...fault.span));
			// Lucene takes a plain hyphen that stands apart for a word.
			const isApart =
				plain === "-" && dialect.name === "lucene" && /^\s/.test(text.slice(fault.span[1], fault.span[1] + 1));
			report(
				fault.span,
				`This is a typographic character; it is read as ${plain === " " ? "a blank" : `\`${plain}\``}.`,
				isApart
					? undefined
					: edits(
							"Write plain characters",
							together(fault, faults, tokens).map(({ span }) => ({ span, text: plainFor(text.slice(...span)) })),
						),
			);
		}
	},
});

/** Those of one token: a pair of quotes of which one is plain would be two phrases. */
function together(fault: SyntaxFault, faults: readonly SyntaxFault[], tokens: readonly QueryToken[]) {
	const token = tokens[indexFrom(tokens, fault.span[0] + 1) - 1];
	return token && fault.span[1] <= token.span[1] ? within(faults, token.span) : [fault];
}

function plainFor(character: string): string {
	if (/\s/u.test(character)) return " ";
	return /[\u2010-\u2015\u2212]/.test(character) ? "-" : '"';
}
