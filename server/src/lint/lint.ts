// Runs the rules over a query or a document. Rules know nothing of each other.
import type { Problem, RuleSeverities, Severity } from "../base/problem.ts";
import type { ReadDocument } from "../document/readDocument.ts";
import type { Expr } from "../meaning/expr.ts";
import type { QueryTree, SyntaxFault } from "../syntax/tree.ts";
import type { QueryRule, Report, Rule } from "./defineRule.ts";
import type { Fields } from "./fields.ts";
import { leavesOf } from "./leaves.ts";
import { rules } from "./registry.generated.ts";

/** The problems of one query, in text order; spans are offsets of its text. */
export function lintQuery(
	tree: QueryTree,
	expr: Expr,
	fields: Fields,
	severities: RuleSeverities = {},
): readonly Problem[] {
	const problems: Problem[] = [];
	const faults = tree.faults.length > 0 ? byRule(tree.faults) : null;
	// One context for all: `report` knows whose turn it is.
	let reporting: Report = () => {};
	const report: Report = (...problem) => reporting(...problem);
	const context = { text: tree.text, tree, expr, leaves: leavesOf(tree), fields, report };
	for (const rule of rules) {
		if (!("bad" in rule)) continue;
		const configured = severities[rule.id];
		const severity = configured ?? rule.severityIn?.[tree.dialect.name] ?? usualSeverity(rule, fields);
		if (severity === "off") continue;
		const own = rule.checkFaults && faults?.get(rule.id);
		if (!own && !rule.check) continue;
		reporting = reporter(rule, severity, problems, configured !== undefined);
		if (own) rule.checkFaults?.(own, context);
		rule.check?.(context);
	}
	return problems.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The problems of a document outside its queries; none of one that is no hunt. */
export function lintDocument(
	{ hunt, faults, ignores }: Pick<ReadDocument, "hunt" | "faults" | "ignores">,
	severities: RuleSeverities = {},
): readonly Problem[] {
	const problems: Problem[] = [];
	if (!hunt) return problems;
	const ruleIds = rules.map(({ id }) => id);
	for (const rule of rules) {
		const severity = severities[rule.id] ?? rule.severity;
		if (!("checkDocument" in rule) || severity === "off") continue;
		const own = faults.filter((fault) => fault.rule === rule.id);
		rule.checkDocument({ hunt, faults: own, ignores, ruleIds, report: reporter(rule, severity, problems) });
	}
	return problems;
}

function usualSeverity({ severity, severityIndexed }: QueryRule, { catalog }: Fields): Severity | "off" {
	return (catalog?.indexed && severityIndexed) || severity;
}

function byRule(faults: readonly SyntaxFault[]): ReadonlyMap<string, readonly SyntaxFault[]> {
	const groups = new Map<string, SyntaxFault[]>();
	for (const fault of faults) {
		const group = groups.get(fault.rule);
		if (group) group.push(fault);
		else groups.set(fault.rule, [fault]);
	}
	return groups;
}

function reporter({ id }: Rule, severity: Severity, problems: Problem[], isConfigured = false): Report {
	return (span, message, fix, own = severity) =>
		problems.push({ rule: id, severity: isConfigured ? severity : own, span, message, ...(fix && { fix }) });
}
