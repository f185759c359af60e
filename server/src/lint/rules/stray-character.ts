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
			report(span, wordsFor(text.slice(...span)));
		}
	},
});

function wordsFor(written: string): string {
	if (written === ")") return "No bracket is open here.";
	if (/^(?:NOT|&&|[-+!])$/i.test(written))
		return "Lucene reads one sign before a clause and refuses a second. Put brackets between them.";
	if (/^(?:~[\d.]*|\^[\d.]+)$/.test(written))
		return `\`${written}\` stands once, behind a word or a phrase; remove it, or write \`\\${written}\` where it is text.`;
	if (written === '"') return "Lucene reads no name of a field in quotes. Escape its blanks: `Client\\ Address:x`.";
	if (written.length > 1) return "A range is written `[a TO b]`, with `*` for an open end.";
	return `Lucene does not read \`${written}\` inside a word. Write \`\\${written}\` for the character, or quote the value.`;
}
