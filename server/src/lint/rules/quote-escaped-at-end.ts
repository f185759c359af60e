// `"C:\Temp\"`: the quote that should close the phrase is escaped.
import { defineRule, replace } from "../defineRule.ts";
import { escapedClosingQuote } from "../escapedQuote.ts";

export default defineRule({
	id: "quote-escaped-at-end",
	severity: "error",
	fix: "changes meaning",
	docs: 'In quotes a backslash escapes the next character, the closing quote too: `"C:\\Temp\\"` never ends, and all that follows is part of it. Double the backslash at the end of a folder.',
	bad: [String.raw`f:"C:\\Temp\"`, String.raw`f:"C:\Temp\" AND a:"b c"`],
	good: [String.raw`f:"C:\\Temp\\"`, String.raw`f:"C:\\Temp\\" AND a:"b c"`],
	check({ tree, report }) {
		const at = tree.faults.length > 0 ? escapedClosingQuote(tree) : -1;
		if (at < 0) return;
		report(
			[at, at + 2],
			"This backslash escapes the quote, so the phrase goes on behind it. A backslash in quotes is written twice.",
			replace("Double the backslash, so that the quote closes", [at, at + 1], "\\\\"),
		);
	},
});
