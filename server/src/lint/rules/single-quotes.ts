// `f:'a b'`: single quotes are plain characters.
import type { Fix } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { quote } from "../../syntax/literal.ts";
import type { QueryTree } from "../../syntax/tree.ts";
import { isUnquoted } from "../../syntax/unquoted.ts";
import { defineRule, replace } from "../defineRule.ts";
import { holdsMore, joinedByEscapes } from "../reading/rewrite.ts";
import { singleQuoted } from "../reading/singleQuotes.ts";
import { indexFrom } from "../reading/within.ts";

export default defineRule({
	id: "single-quotes",
	severity: "warning",
	fix: "changes meaning",
	docs: "Only double quotes make a phrase. Single ones are looked for like any other character, and white space between them ends the value: `f:'a b'` looks for *'a* in the field and for *b'* anywhere.",
	bad: ["f:'a b'", "f:'cmd.exe'", String.raw`f:'C:\Temp'`, "f:'a *'"],
	good: ['f:"a b"', 'f:"cmd.exe"', String.raw`f:"C:\\Temp"`, String.raw`f:a\ *`],
	check(context) {
		for (const span of singleQuoted(context))
			context.report(
				span,
				"Single quotes do not quote: they are looked for as characters of the value, which ends at white space.",
				standsBesideWord(context.tree, span) ? undefined : withDoubleQuotes(context.text, span),
			);
	},
});

function standsBesideWord({ tokens }: QueryTree, [start, end]: Span): boolean {
	const [before, after] = [tokens[indexFrom(tokens, start) - 1], tokens[indexFrom(tokens, end)]];
	return isUnquoted(before) || before?.kind === "suffix" || isUnquoted(after);
}

/** In single quotes a backslash was meant as one, and a star as a wildcard. */
function withDoubleQuotes(text: string, span: Span): Fix | undefined {
	const inside = text.slice(span[0] + 1, span[1] - 1);
	if (inside.includes("'") || holdsMore(inside)) return undefined;
	if (/[*?]/.test(inside)) {
		const isPlain = /^[\w.*?\s-]+$/.test(inside) && !/^[\s-]|\s$/.test(inside);
		return isPlain ? replace("Remove the single quotes", span, joinedByEscapes(inside)) : undefined;
	}
	return replace("Use double quotes", span, quote(inside.replaceAll("\\\\", "\\")));
}
