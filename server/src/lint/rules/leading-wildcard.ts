// A value that begins with a wildcard.
import { defineRule } from "../defineRule.ts";
import { forEachMatch } from "../reading/matches.ts";

export default defineRule({
	id: "leading-wildcard",
	severity: "off",
	severityIndexed: "warning",
	docs: "An index is sorted by how values begin, so a wildcard at the start makes it read all of them. It is rarely needed: a value stands as a whole word anywhere. Reported where the source has an index; events in files are all read anyway.",
	bad: ["f:*admin", "f:(a OR ?x)"],
	good: ["f:admin", "f:admin*"],
	check(context) {
		forEachMatch(context, ({ value }, { literal }) => {
			if (value.kind === "wildcard" && /^[*?]/.test(value.text))
				context.report(
					literal.span,
					"A wildcard at the start makes an index read every value. Leave it out where a whole word is meant.",
				);
		});
	},
});
