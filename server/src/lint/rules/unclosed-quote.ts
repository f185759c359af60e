// A quote that never closes.
import { hasOpenRange } from "../broken.ts";
import { defineRule, replace } from "../defineRule.ts";
import { endsEscaping } from "../endsEscaping.ts";
import { escapedClosingQuote } from "../escapedQuote.ts";

export default defineRule({
	id: "unclosed-quote",
	severity: "error",
	fix: "keeps meaning",
	docs: "Everything up to the end of the query is read as one phrase.",
	bad: ['a:"x y'],
	good: ['a:"x y"'],
	checkFaults(faults, { text, tree, report }) {
		// Then another rule says why.
		if (escapedClosingQuote(tree) >= 0) return;
		for (const { span } of faults) {
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
