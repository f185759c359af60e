// `commandline:(-enc OR -nop)`: flags that are read as negations.

import type { DialectName } from "../../base/dialect.ts";
import type { Value } from "../../meaning/expr.ts";
import { quote } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";
import { negatedFlags } from "../reading/flags.ts";
import { writtenPattern } from "../reading/rewrite.ts";

export default defineRule({
	id: "negation-in-list",
	severity: "warning",
	fix: "changes meaning",
	docs: "Inside brackets a `-` negates: `commandline:(-enc OR -nop)` finds nearly every event, namely all that lack one of the two words. To look for the flags, quote them. To leave values out, negate the whole list: `-commandline:(a OR b)`.",
	bad: ["commandline:(-enc OR -nop)", "commandline:(-e*)", { dialect: "lucene", query: "commandline:(-enc OR -nop)" }],
	good: [
		'commandline:("-enc" OR "-nop")',
		String.raw`commandline:(\-e*)`,
		{ dialect: "lucene", query: 'commandline:("-enc" OR "-nop")' },
	],
	check(context) {
		const { text, tree, report } = context;
		for (const { node, literal } of negatedFlags(context)) {
			const flag = flagItself(literal.value, tree.dialect.name);
			report(
				node.span,
				`In a list \`-\` negates: this finds events without \`${text.slice(...literal.span)}\`. Quote the flag to look for it.`,
				flag === undefined ? undefined : replace("Look for the flag itself", node.span, flag),
			);
		}
	},
});

function flagItself(value: Value, dialect: DialectName): string | undefined {
	if (value.kind === "term") return quote(`-${value.text}`);
	// In Carbon Black a backslash would make it look like a path.
	return value.kind === "wildcard" && dialect !== "carbonblack" ? writtenPattern(`-${value.text}`, dialect) : undefined;
}
