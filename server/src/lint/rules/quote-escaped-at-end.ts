// `"C:\Temp\"`: the quote that should close the phrase is escaped.
import { defineRule, replace } from "../defineRule.ts";
import { escapedClosingQuote } from "../reading/escapedQuote.ts";

export default defineRule({
	id: "quote-escaped-at-end",
	severity: "warning",
	fix: "changes meaning",
	explains: ["unclosed-quote", "implicit-operator", "words-after-value"],
	docs: 'In quotes a backslash escapes the next character, the closing quote too: `"C:\\Temp\\"` goes on behind it, up to the next quote or the end of the query, which is then never closed. Double the backslash at the end of a folder.',
	bad: [String.raw`f:"C:\\Temp\"`, String.raw`f:"C:\Temp\" AND a:"b c"`, String.raw`f:"C:\\a\" AND a:"C:\\b\"`],
	good: [String.raw`f:"C:\\Temp\\"`, String.raw`f:"C:\\Temp\\" AND a:"b c"`, String.raw`f:"C:\\a\\" AND a:"C:\\b\\"`],
	check({ tree, report }) {
		const at = escapedClosingQuote(tree)?.at ?? -1;
		if (at < 0) return;
		report(
			[at, at + 2],
			"This backslash escapes the quote, so the phrase goes on behind it. A backslash in quotes is written twice.",
			replace("Double the backslash, so that the quote closes", [at, at + 1], "\\\\"),
		);
	},
});
