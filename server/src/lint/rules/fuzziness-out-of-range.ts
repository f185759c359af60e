// `x~5`: Lucene allows two edits at most.
import { walk } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "fuzziness-out-of-range",
	severity: "warning",
	fix: "changes meaning",
	docs: 'Behind a word `~` allows 0, 1 or 2 letters to differ. More are not possible, and a fraction (`x~0.8`) is of long ago. Behind a phrase it is the number of words that may stand between: `"a b"~5`.',
	bad: ["a:x~5", "a:x~0.8"],
	good: ["a:x~2", "a:x~2", 'a:"b c"~5'],
	check({ text, tree, report }) {
		if (!text.includes("~")) return;
		walk(tree.root, (node) => {
			if (node.kind !== "clause" || node.value?.kind !== "literal" || node.value.value.kind === "phrase") return;
			for (const suffix of node.suffixes)
				if (suffix.text.startsWith("~") && !/^~[012]?$/.test(suffix.text))
					report(
						suffix.span,
						"At most two letters of a word may differ, and only whole numbers are read.",
						replace("Allow two letters to differ: ~2", suffix.span, "~2"),
					);
		});
	},
});
