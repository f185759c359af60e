// A bracket that never closes.

import { defineRule, replace } from "../defineRule.ts";
import { endsEscaping } from "../endsEscaping.ts";

export default defineRule({
	id: "unclosed-group",
	severity: "error",
	fix: "keeps meaning",
	docs: "Without the closing bracket it is not known where the group was meant to end. It is taken to end with the query.",
	bad: ["a:(x OR y"],
	good: ["a:(x OR y)"],
	checkFaults(faults, { text, tree, report }) {
		// A bracket at the end would be part of an open quote, or be escaped.
		const open = tree.faults.some(({ rule }) => rule === "unclosed-quote") || endsEscaping(text);
		faults.forEach(({ span }, index) => {
			const bracket = text[span[0]] as string;
			const end = text.trimEnd().length;
			// Every missing bracket belongs at the end: the first report adds them all.
			const closing =
				bracket === "(" && index === 0 && !open
					? replace("Close the bracket", [end, end], ")".repeat(faults.length))
					: undefined;
			report(span, `This \`${bracket}\` is never closed.`, closing);
		});
	},
});
