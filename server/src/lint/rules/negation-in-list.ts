// `commandline:(-enc OR -nop)`: flags that are read as negations.
import type { DialectName } from "../../base/dialect.ts";
import type { Fix, TextEdit } from "../../base/problem.ts";
import type { Value } from "../../meaning/expr.ts";
import { quote } from "../../syntax/literal.ts";
import { defineRule, edits } from "../defineRule.ts";
import { type Flag, listsOfFlags } from "../reading/flags.ts";
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
		for (const flags of listsOfFlags(context)) {
			const fix = flagsThemselves(flags, tree.dialect.name);
			for (const { node, literal } of flags)
				report(
					node.span,
					`In a list \`-\` negates: this finds events without \`${text.slice(...literal.span)}\`. Quote the flag to look for it.`,
					fix,
				);
		}
	},
});

/** All of a list: of one that is quoted alone, its neighbours would say something else. */
function flagsThemselves(flags: readonly Flag[], dialect: DialectName): Fix | undefined {
	const list: TextEdit[] = [];
	for (const { node, literal } of flags) {
		const text = flagItself(literal.value, dialect);
		if (text === undefined) return undefined;
		list.push({ span: node.span, text });
	}
	return edits(flags.length > 1 ? "Look for the flags themselves" : "Look for the flag itself", list);
}

function flagItself(value: Value, dialect: DialectName): string | undefined {
	if (value.kind === "term" && !/[*?]/.test(value.text)) return quote(`-${value.text}`);
	// In Carbon Black a backslash would make it look like a path.
	return value.kind === "wildcard" && dialect !== "carbonblack" ? writtenPattern(`-${value.text}`, dialect) : undefined;
}
