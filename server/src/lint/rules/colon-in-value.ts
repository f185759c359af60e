// A `:` inside a value.
import { decodeWord, quote } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "colon-in-value",
	severity: "warning",
	fix: "keeps meaning",
	docs: "A colon separates field and value. One inside the value is read as part of it here, but other tools refuse it or take the text before it for a field. Quotes make it plain.",
	bad: ["url:http://example.com", "f:a:b"],
	good: ['url:"http://example.com"', 'f:"a:b"'],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const { value } = decodeWord(text, span);
			const plain = value.kind === "term" && !/[0-9a-f:.]+\/\d+$/i.test(value.text);
			const fix = plain
				? replace("Quote the value", span, quote(value.text))
				: replace(
						"Escape the colon",
						span,
						text.slice(...span).replace(/\\.|:/gs, (part) => (part === ":" ? "\\:" : part)),
					);
			report(
				span,
				"The colon is read as part of the value; other tools would take the text before it for a field.",
				fix,
			);
		}
	},
});
