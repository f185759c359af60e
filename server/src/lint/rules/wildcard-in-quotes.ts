// `*` or `?` inside quotes.
import type { Span } from "../../base/span.ts";
import { escapeWord } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "wildcard-in-quotes",
	severity: "warning",
	fix: "changes meaning",
	docs: 'In quotes `*` and `?` are plain characters: `f:"*.exe"` looks for an asterisk. Without quotes they are wildcards.',
	bad: ['f:"*.exe"', String.raw`f:"a\*b *"`],
	good: ["f:*.exe", String.raw`f:a\*b\ *`],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const quoted: Span = [span[0] - 1, Math.min(span[1] + 1, text.length)];
			// What is escaped in quotes stays escaped: `"a\*b*"` asks for one asterisk.
			const plain = text
				.slice(...span)
				.replace(/\\.|[^\\]+/gs, (part) => (part[0] === "\\" ? part : escapeWord(part, true)));
			report(
				quoted,
				"Inside quotes `*` and `?` are plain characters, not wildcards.",
				replace("Remove the quotes", quoted, plain),
			);
		}
	},
});
