// `-user:"-"` also drops every hyphenated name.

import { defineRule, replace } from "../defineRule.ts";
import { commaAt } from "../reading/commas.ts";
import type { Leaf } from "../reading/leaves.ts";

export default defineRule({
	id: "punctuation-only-value",
	severity: "warning",
	fix: "changes meaning",
	docs: 'Punctuation has no word edges, so `user:"-"` matches wherever a hyphen stands: `svc-backup` too. As the stand-in for *no value* it must be the whole value: `user:="-"`. Other punctuation than hyphens is reported only where it is negated, since looking for it is common (`commandline:"^"`) and leaving out too much is silent.',
	bad: ['-a:"-" AND b:2', "a:-", '-a:"$" AND b:2', { dialect: "lucene", query: 'b:2 -a:"-"' }],
	good: ['-a:="-" AND b:2', "a:=-", '-a:="$" AND b:2'],
	check({ text, tree: { dialect }, leaves, report }) {
		for (const leaf of leaves) {
			const found = punctuationIn(leaf);
			// Of a lone comma another rule says what it is.
			if (found === null || commaAt(text, leaf.literal) >= 0) continue;
			const { field, literal, negated, span } = leaf;
			const where = field ? `in ${field.name}` : "in any field";
			// Only these dialects compare a whole value; in brackets the comparison is that of all values.
			const canCompare = dialect.name === "redcloak" || dialect.name === "carbonblack";
			report(
				literal.span,
				`This ${negated ? "drops" : "finds"} every event with \`${found}\` anywhere ${where}, not only where it is the whole value.`,
				canCompare && field?.span[0] === span[0] && text.slice(field.span[1], literal.span[0]) === ":"
					? replace("Compare the whole value", [field.span[1], literal.span[0]], ":=")
					: undefined,
			);
		}
	},
});

function punctuationIn({ literal: { value }, comparison, negated }: Leaf): string | null {
	if (comparison === ":=" || (value.kind !== "term" && value.kind !== "phrase") || value.text.length > 3) return null;
	const { text } = value;
	return /^-+$/.test(text) || (negated && /^[^\p{L}\p{N}\s_*?]+$/u.test(text)) ? text : null;
}
