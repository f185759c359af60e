// Runs the rules over a query or a document. Rules know nothing of each other.
import type { Fault, Problem } from "../base/problem.ts";
import type { Expr } from "../meaning/expr.ts";
import type { QueryTree } from "../syntax/tree.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Report, Rule } from "./defineRule.ts";
import { rules } from "./registry.generated.ts";

/** The problems of one query, in text order; spans are offsets of its text. */
export function lintQuery(tree: QueryTree, expr: Expr, catalog: FieldCatalog | null): readonly Problem[] {
	const problems: Problem[] = [];
	for (const rule of rules) {
		if (!("check" in rule)) continue;
		const faults = tree.faults.filter((fault) => fault.rule === rule.id);
		rule.check({ text: tree.text, tree, expr, catalog, faults, report: reporter(rule, problems) });
	}
	return problems.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The problems of a document outside its queries. */
export function lintDocument(faults: readonly Fault[]): readonly Problem[] {
	const problems: Problem[] = [];
	for (const rule of rules) {
		if (!("checkDocument" in rule)) continue;
		rule.checkDocument({ faults: faults.filter((fault) => fault.rule === rule.id), report: reporter(rule, problems) });
	}
	return problems;
}

function reporter(rule: Rule, problems: Problem[]): Report {
	return (span, message, fix) =>
		problems.push({ rule: rule.id, severity: rule.severity, span, message, ...(fix && { fix }) });
}
