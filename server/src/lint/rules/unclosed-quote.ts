// A quote that never closes.

import { defineRule, replace } from "../defineRule.ts";
import { hasOpenRange } from "../reading/broken.ts";
import { endsEscaping } from "../reading/endsEscaping.ts";
import { escapedClosingQuote } from "../reading/escapedQuote.ts";

export default defineRule({
	id: "unclosed-quote",
	severity: "error",
	fix: "keeps meaning",
	explains: [
		"wildcard-in-quotes",
		"backslash-before-wildcard",
		"lone-star",
		"punctuation-only-value",
		"duplicate-clause",
	],
	docs: "Everything up to the end of the query is read as one phrase.",
	bad: ['a:"x y'],
	good: ['a:"x y"'],
	checkFaults(faults, { text, tree, report }) {
		const escaped = escapedClosingQuote(tree);
		for (const { span } of faults) {
			// Another rule says which quote was meant to close: closing this one would cement the misreading.
			if (escaped) {
				report([escaped.phrase.span[0], span[1]], "A quote before this one was escaped, so that one is never closed.");
				continue;
			}
			report(
				span,
				"This quote is never closed, so all that follows is one phrase.",
				endsEscaping(text) || hasOpenRange(tree) || /[[{]$/.test(text.slice(0, span[0]))
					? undefined
					: replace("Close the quote", [text.length, text.length], '"'),
			);
		}
	},
});
