// A range over a field of text.
import { rangeKind } from "../../meaning/typedRange.ts";
import { defineRule } from "../defineRule.ts";
import { fieldTypes } from "../reading/fieldTypes.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "range-on-text",
	severity: "hint",
	docs: "Text is compared letter by letter: capitals come before small letters, and `10` before `9`. A list of values or a wildcard mostly says better what is meant.",
	bad: ["name:[a TO b]", "commandline:>9"],
	good: ["name:(a* OR b*)", "f:>9", "name:[* TO *]"],
	check(context) {
		forEachMatch(context, ({ field, value }, { literal }) => {
			if (value.kind !== "range" || (value.from === null && value.to === null)) return;
			if (!fieldTypes(field, context.fields.vocabulary).every((type) => rangeKind(value, type) === "text-range"))
				return;
			const name = field === null ? "Any field" : `\`${field}\``;
			context.report(
				literal.span,
				`${name} is compared as text here: capitals come before small letters, \`10\` before \`9\`.`,
			);
		});
	},
});
