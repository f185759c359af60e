// `*` or `?` inside quotes.
import { decodeQuoted, escapeWord } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "wildcard-in-quotes",
	severity: "warning",
	docs: 'In quotes `*` and `?` are plain characters: `f:"*.exe"` looks for an asterisk. Without quotes they are wildcards.',
	bad: ['f:"*.exe"'],
	good: ["f:*.exe"],
	check({ text, faults, report }) {
		for (const { span } of faults) {
			const inside = decodeQuoted(text, span).value;
			if (inside.kind !== "phrase") continue;
			const [start, end] = span;
			report(
				[start - 1, Math.min(end + 1, text.length)],
				"Inside quotes `*` and `?` are plain characters, not wildcards.",
				replace("Remove the quotes", [start - 1, Math.min(end + 1, text.length)], escapeWord(inside.text, true)),
			);
		}
	},
});
