// A `:` inside a value.
import { defineRule } from "../defineRule.ts";
import { plainly } from "../reading/rewrite.ts";
import { liesIn, singleQuoted } from "../reading/singleQuotes.ts";

export default defineRule({
	id: "colon-in-value",
	severity: "warning",
	fix: "keeps meaning",
	docs: "A colon separates field and value. One inside the value is read as part of it here, but other tools (Lucene, Kibana) refuse it or take the text before it for a field. Quotes make it plain.",
	bad: ["url:http://example.com", "f:a:b", "f:a:b*", { dialect: "lucene", query: "url:http://example.com/x" }],
	good: [
		'url:"http://example.com"',
		'f:"a:b"',
		String.raw`f:a\:b*`,
		{ dialect: "lucene", query: 'url:"http://example.com/x"' },
	],
	checkFaults(faults, context) {
		const quoted = singleQuoted(context);
		for (const { span } of faults)
			if (!liesIn(quoted, span))
				context.report(
					span,
					"The colon is read as part of the value; other tools would take the text before it for a field.",
					plainly(context.tree, span),
				);
	},
});
