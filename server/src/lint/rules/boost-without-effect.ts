// `x^2`: ranks results, of which a hunt has none.
import { walk } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "boost-without-effect",
	severity: "hint",
	fix: "keeps meaning",
	docs: "`^2` makes a clause count double where results are ranked. A hunt finds all events that match, in order of time, so it changes nothing.",
	bad: ["a:x^2", "(a:1 OR b:2)^3 AND c:3"],
	good: ["a:x", "(a:1 OR b:2) AND c:3"],
	check({ text, tree, report }) {
		if (!text.includes("^")) return;
		walk(tree.root, (node) => {
			if (node.kind !== "clause") return;
			for (const suffix of node.suffixes)
				if (suffix.text.startsWith("^"))
					report(
						suffix.span,
						"This ranks a clause higher. A hunt finds every event that matches, so it changes nothing.",
						// `OR^2` is a word, and would be an operator.
						/\b(?:AND|OR|NOT)$/i.test(text.slice(Math.max(suffix.span[0] - 4, 0), suffix.span[0]))
							? undefined
							: replace("Remove it", suffix.span, ""),
					);
		});
	},
});
