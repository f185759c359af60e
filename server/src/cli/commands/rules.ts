// `huntmark rules [ID]`: the lint rules.
import type { Command } from "commander";
import { refuse } from "../../base/refusal.ts";
import { type DocumentExample, documentOf, type Example, type Rule } from "../../lint/defineRule.ts";
import { rules } from "../../lint/registry.generated.ts";
import { severityText } from "../../lint/severityText.ts";
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
		const rows = rules.map((rule) => [rule.id, severityText(rule), fixOf(rule)]);
		return console.log(alignedTable(["RULE", "SEVERITY", "FIX"], rows, 120));
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
	const fix = fixOf(rule);
	const head = `${rule.id}: ${severityText(rule)}${fix && `; its fix ${fix}`}`;
	if ("checkDocument" in rule) {
		const documents = (said: string, examples: readonly DocumentExample[]) =>
			examples.flatMap((example) => ["", `  ${said}:`, "", indented(documentOf(example))]);
		return [head, "", rule.docs, ...documents("reported", rule.bad), ...documents("not reported", rule.good)].join(
			"\n",
		);
	}
	const bad = rule.bad.map((example) => `  reported      ${written(example)}`);
	const good = rule.good.map((example) => `  not reported  ${written(example)}`);
	return [head, "", rule.docs, "", ...bad, ...good].join("\n");
}

/** What its fix does to what a query matches; empty: it has none. */
function fixOf(rule: Rule): string {
	return rule.fix ?? "";
}

function indented(text: string): string {
	return text.trimEnd().replace(/^(?=.)/gm, "    ");
}

/** On one line, which of a long list shows the beginning. */
function written(example: Example): string {
	const { query, dialect } = typeof example === "string" ? { query: example, dialect: "redcloak" } : example;
	const line = query.replace(/\s+/g, " ");
	const shown = line.length > 100 ? `${line.slice(0, 99)}…` : line;
	return dialect === "redcloak" ? shown : `${shown}  (${dialect})`;
}
