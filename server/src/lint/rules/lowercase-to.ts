// `[1 to 5]`.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "lowercase-to",
	severity: "warning",
	fix: "keeps meaning",
	docs: "The word between the ends of a range is `TO`; other tools refuse it in lower case.",
	bad: ["f:[1 to 5]"],
	good: ["f:[1 TO 5]"],
	checkFaults(faults, { report }) {
		for (const { span } of faults)
			report(span, "Other tools read a range only with TO in capitals.", replace("Write TO", span, "TO"));
	},
});
