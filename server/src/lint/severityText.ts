// A rule's severity in words, for its page and the list of rules.
import type { Rule } from "./defineRule.ts";

/** The usual one, and in brackets where it is another. */
export function severityText(rule: Rule): string {
	if ("checkDocument" in rule) return rule.severity;
	const others = Object.entries(rule.severityIn ?? {}).map(([dialect, severity]) => `${severity} in ${dialect}`);
	if (rule.severityIndexed) others.push(`${rule.severityIndexed} on an index`);
	return others.length === 0 ? rule.severity : `${rule.severity} (${others.join(", ")})`;
}
