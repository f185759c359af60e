// `# a note` in a query, which has no comments.
import { isBlank } from "../../syntax/characters.ts";
import type { QueryToken } from "../../syntax/tree.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "comment-in-query",
	severity: "warning",
	explains: "all",
	docs: "Comments are no part of the language: `# a note` and `// a note` are words that are searched for like all others, and a note of several words can join or part what stands beside it. Write it into the prose before the query. A value that really begins so stands in quotes.",
	bad: ["a:1 AND b:2 // a note", "# one AND two\na:1", { dialect: "lucene", query: "a:1\n# or this" }],
	good: ["a:1 AND b:2", 'a:1 AND "# one"', "commandline:#x AND (#a OR //b)"],
	check({ text, tree, leaves, report }) {
		if (!text.includes("#") && !text.includes("//")) return;
		let end = 0;
		let next = 0;
		for (const { literal, span, inList } of leaves) {
			const [start] = literal.span;
			if (start < end || start !== span[0] || inList || literal.written !== "word" || !beginsComment(text, start))
				continue;
			while ((tree.tokens[next] as QueryToken).span[0] < start) next++;
			if (!startsLine(text, start) && !isEndOfClause(tree.tokens[next - 1])) continue;
			end = endOfLine(text, start);
			report(
				[start, end],
				"This is probably a comment, but a query has none: its words are searched for. Move it into the text before the query.",
			);
		}
	},
});

function beginsComment(text: string, start: number): boolean {
	return text[start] === "#" || text.startsWith("//", start);
}

function startsLine(text: string, start: number): boolean {
	let before = start - 1;
	while (before >= 0 && text[before] !== "\n" && isBlank(text.charCodeAt(before))) before--;
	return before < 0 || text[before] === "\n";
}

function isEndOfClause(token: QueryToken | undefined): boolean {
	return token?.kind === "value" || token?.kind === "suffix";
}

function endOfLine(text: string, start: number): number {
	const end = text.indexOf("\n", start);
	return end < 0 ? text.length : end;
}
