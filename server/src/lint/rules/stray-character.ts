// Something that cannot stand where it does.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "stray-character",
	severity: "error",
	docs: "A closing bracket that was never opened, a range that is none, or brackets nested more than 200 deep.",
	bad: ["a:1)", "a:[1 2]"],
	good: ["a:1"],
	checkFaults(faults, { text, report }) {
		for (const { span } of faults) {
			const written = text.slice(...span);
			if (written === ")") report(span, "No bracket is open here.");
			else if (/^[[{]/.test(written)) report(span, "A range is written `[a TO b]`, with `*` for an open end.");
			else if (/^[(\-!N]/.test(written))
				report(span, "Brackets or negations are nested too deeply; more than 200 levels are not read.");
			else report(span, "This cannot stand here.");
		}
	},
});
