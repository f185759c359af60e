// A `/` in a word, which Lucene takes for the beginning of a regular expression.
import { defineRule } from "../defineRule.ts";
import { plainly } from "../reading/rewrite.ts";
import { within } from "../reading/within.ts";

export default defineRule({
	id: "unclosed-slash",
	severity: "warning",
	fix: "keeps meaning",
	docs: "In Lucene a `/` begins a regular expression, and one that never ends is refused: `ip:10.0.0.0/8`. Here it is read as plain text. Quote the value, or escape the slash of a network: in quotes it would be text.",
	bad: [
		{ dialect: "lucene", query: "f:10.0.0.0/8" },
		{ dialect: "lucene", query: "f:/usr/bin/ls" },
		{ dialect: "lucene", query: "url:/usr/b*" },
	],
	good: [
		{ dialect: "lucene", query: String.raw`f:10.0.0.0\/8` },
		{ dialect: "lucene", query: 'f:"/usr/bin/ls"' },
		{ dialect: "lucene", query: String.raw`url:\/usr\/b*` },
	],
	checkFaults(faults, { tree, report }) {
		for (const { span } of faults) {
			// Another rule's words and its fix say it all.
			if (within(tree.faults, span).some(({ rule }) => rule === "colon-in-value")) continue;
			report(
				span,
				"Lucene takes this slash for the beginning of a regular expression and refuses the query. Here it is plain text.",
				plainly(tree, span),
			);
		}
	},
});
