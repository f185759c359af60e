// `a : 1`.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "space-around-colon",
	severity: "warning",
	fix: "keeps meaning",
	docs: "White space round the colon parts the field from its value in most tools, which then search for the bare words.",
	bad: ["a : 1", "a: 1"],
	good: ["a:1", "a:1"],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const written = text.slice(...span);
			report(
				span,
				"White space round the colon parts the field from its value in most tools.",
				// `f: >5` would become another comparison.
				/[=<>]/.test(text[span[1]] ?? "")
					? undefined
					: replace("Remove the white space", span, written.replace(/\s+/gu, "")),
			);
		}
	},
});
