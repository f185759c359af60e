// `commandline:net user`: only the first word belongs to the field.
import type { Span } from "../../base/span.ts";
import { quote } from "../../syntax/literal.ts";
import type { Clause, Literal } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";
import { forEachGap } from "../gaps.ts";

export default defineRule({
	id: "words-after-value",
	severity: "warning",
	docs: "A value ends at white space. `commandline:net user` looks for *net* in the command line and for *user* in any field at all. Quote the phrase, or list the words in brackets.",
	bad: ["commandline:net user", "commandline:net user /add AND a:1"],
	good: ['commandline:"net user"', 'commandline:"net user /add" AND a:1'],
	check({ text, tree, report }) {
		forEachGap(tree, ({ before, words }) => {
			if (!words) return;
			const value = (before as Clause).value as Literal;
			const span: Span = [value.span[0], words.span[1]];
			const field = (before as Clause).field?.name;
			report(
				words.span,
				`Only the first word is looked for in ${field}; ${words.count === 1 ? "this one" : "these"} may stand in any field.`,
				replace("Quote the phrase", span, quote(text.slice(...span))),
			);
		});
	},
});
