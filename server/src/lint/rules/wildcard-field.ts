// `*:x` searches every field.
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "wildcard-field",
	severity: "hint",
	docs: "`*:x` looks into every field of every event, as `x` alone does. That is slow, and finds what was not meant: an account named like the program. Name the field where it is known.",
	bad: ["*:bitsadmin"],
	good: ["commandline:bitsadmin", "*:*", "_exists_:f"],
	check(context) {
		forEachMatch(context, ({ field }, leaf) => {
			if (field === null || !/^[*?]+$/.test(field) || !leaf.field) return;
			context.report(
				leaf.field.span,
				`\`${field}\` is every field of every event: slow, and it also finds the value where it means something else.`,
			);
		});
	},
});
