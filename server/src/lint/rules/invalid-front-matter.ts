// Front matter that is no YAML.
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "invalid-front-matter",
	severity: "error",
	docs: "The lines between `---` at the top of a hunt are YAML. What cannot be read there (a wrong indent, a missing quote) is not known to Huntmark: the hunt's id, techniques and dialect may be missing.",
	checkDocument({ faults, report }) {
		for (const { span, message } of faults) report(span, message);
	},
});
