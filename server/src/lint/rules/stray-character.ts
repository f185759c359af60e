// Something that cannot stand where it does.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "stray-character",
	severity: "error",
	docs: "A closing bracket that was never opened, or a range that is none. In Lucene also a second sign before a clause (`NOT NOT a`, `+-a`), and a character that it does not read inside a word: escape it with a backslash, or quote the value.",
	bad: ["a:1)", "a:[1 2]", { dialect: "lucene", query: "NOT NOT a:1" }, { dialect: "lucene", query: "a:p^ower" }],
	good: ["a:1", { dialect: "lucene", query: String.raw`a:p\^ower` }],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const written = text.slice(...span);
			if (written === ")") report(span, "No bracket is open here.");
			else if (/^(?:NOT|&&|[-+!])$/i.test(written))
				report(span, "Lucene reads one sign before a clause and refuses a second. Put brackets between them.");
			else if (written.length > 1) report(span, "A range is written `[a TO b]`, with `*` for an open end.");
			else
				report(
					span,
					`Lucene does not read \`${written}\` inside a word. Write \`\\${written}\` for the character, or quote the value.`,
				);
		}
	},
});
