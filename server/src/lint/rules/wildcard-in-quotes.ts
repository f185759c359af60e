// `*` or `?` inside quotes.
import type { DialectName } from "../../base/dialect.ts";
import type { Span } from "../../base/span.ts";
import { isPathLike } from "../../syntax/rawPath.ts";
import { defineRule, replace } from "../defineRule.ts";
import { joinedByEscapes, withoutQuotes } from "../rewrite.ts";

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
				replace("Remove the quotes", quoted, written(inside, tree.dialect.name)),
			);
		}
	},
});

/** In Carbon Black a path has no escapes but those of its blanks. */
function written(inside: string, dialect: DialectName): string {
	return dialect === "carbonblack" && isPathLike(inside) ? joinedByEscapes(inside) : withoutQuotes(inside);
}
