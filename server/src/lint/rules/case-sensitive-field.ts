// A value in a field whose source compares by case.
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "case-sensitive-field",
	severity: "off",
	severityIndexed: "warning",
	docs: "Some sources compare some fields by case: there `CMD.EXE` does not find `cmd.exe`. Write the value as the source has it, or each spelling that occurs. Events in files are compared ignoring case.",
	bad: ["host_id:A1B2"],
	good: ["host_id:12", "hostname:A1B2"],
	check(context) {
		forEachMatch(context, ({ field, value }, { literal }) => {
			if (field === null || !("text" in value) || value.kind === "parameter" || !/\p{L}/u.test(value.text)) return;
			if (context.fields.presence(field)?.caseSensitive)
				context.report(
					literal.span,
					`The source compares \`${field}\` by case: only this very spelling is found, not \`${otherCase(value.text)}\`.`,
				);
		});
	},
});

function otherCase(text: string): string {
	return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}
