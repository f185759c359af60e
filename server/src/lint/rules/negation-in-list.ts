// `commandline:(-enc OR -nop)`: flags that are read as negations.

import { quote } from "../../syntax/literal.ts";
import { defineRule, replace } from "../defineRule.ts";
import { negatedFlags } from "../flags.ts";
import { writtenPattern } from "../rewrite.ts";

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
		for (const { node, literal } of negatedFlags(context)) {
			const { value } = literal;
			if (!("text" in value)) continue;
			const flag = value.kind === "wildcard" ? `\\-${writtenPattern(value.text)}` : quote(`-${value.text}`);
			const word = context.text.slice(...literal.span);
			context.report(
				node.span,
				`In a list \`-\` negates: this finds events without \`${word}\`. Quote the flag to look for it.`,
				replace("Look for the flag itself", node.span, flag),
			);
		}
	},
});
