// `huntmark rules [ID]`: the lint rules.
import type { Command } from "commander";
import { refuse } from "../../base/refusal.ts";
import type { Rule } from "../../lint/defineRule.ts";
import { rules } from "../../lint/registry.generated.ts";
import { nearestNames } from "../../taxonomies/lookup.ts";
import { CliRefusal } from "../refusal.ts";
import { alignedTable } from "../report/table.ts";

export function addRules(program: Command): void {
	program
		.command("rules")
		.description("list the lint rules, or print one rule's page")
		.argument("[id]", "a rule")
		.action(printRules);
}

function printRules(id: string | undefined): void {
	if (id === undefined) {
		console.log(
			alignedTable(
				["RULE", "SEVERITY"],
				rules.map((rule) => [rule.id, rule.severity]),
				120,
			),
		);
		return;
	}
	const rule = rules.find((each) => each.id === id);
	if (rule) return console.log(page(rule));
	const near = nearestNames(
		id,
		rules.map((each) => each.id),
		3,
	);
	throw new CliRefusal(
		refuse(
			"not-found",
			`There is no rule ${id}.`,
			near.length > 0 ? `Did you mean ${near.join(", ")}?` : "Run huntmark rules for all of them.",
		),
	);
}

function page(rule: Rule): string {
	const examples =
		"check" in rule
			? [
					...rule.bad.map((query) => `  reported      ${query}`),
					...rule.good.map((query) => `  not reported  ${query}`),
				]
			: [];
	return [`${rule.id} (${rule.severity})`, "", rule.docs, ...(examples.length > 0 ? ["", ...examples] : [])].join("\n");
}
