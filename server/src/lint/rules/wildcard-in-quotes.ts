// `*` or `?` inside quotes.
import type { Span } from "../../base/span.ts";
import { defineRule, replace } from "../defineRule.ts";
import { standsAlone, unquoted } from "../reading/rewrite.ts";

export default defineRule({
	id: "wildcard-in-quotes",
	severity: "warning",
	fix: "changes meaning",
	docs: 'In quotes `*` and `?` are plain characters: `f:"*.exe"` looks for an asterisk. Without quotes they are wildcards.',
	bad: ['f:"*.exe"', String.raw`f:"a\*b *"`, { dialect: "carbonblack", query: String.raw`f:"Temp\a b*"` }],
	good: ["f:*.exe", String.raw`f:a\*b\ *`, { dialect: "carbonblack", query: String.raw`f:Temp\a\ b*` }],
	checkFaults(faults, { text, tree, report }) {
		for (const { span } of faults) {
			const inside = text.slice(...span);
			// Another rule says what to write instead.
			if (/^\*+$/.test(inside)) continue;
			const quoted: Span = [span[0] - 1, Math.min(span[1] + 1, text.length)];
			report(
				quoted,
				"Inside quotes `*` and `?` are plain characters, not wildcards.",
				standsAlone(tree, quoted)
					? replace("Remove the quotes", quoted, unquoted(inside, tree.dialect.name))
					: undefined,
			);
		}
	},
});
