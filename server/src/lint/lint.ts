// Runs the rules over a query or a document. Rules know nothing of each other.
import type { Fix, Problem, RuleSeverities, Severity } from "../base/problem.ts";
import { ignoredAt } from "../document/ignores.ts";
import type { ReadDocument } from "../document/readDocument.ts";
import type { Expr } from "../meaning/expr.ts";
import type { QueryTree, SyntaxFault } from "../syntax/tree.ts";
import type { DocumentContext, DocumentRule, QueryRule, Report, Rule } from "./defineRule.ts";
import type { Fields } from "./reading/fields.ts";
import { leavesOf } from "./reading/leaves.ts";
import { matchesOf } from "./reading/matches.ts";
import { rules } from "./registry.generated.ts";

/** The problems of one query, in text order; spans are offsets of its text. */
export function lintQuery(
	tree: QueryTree,
	expr: Expr,
	fields: Fields,
	configuredSeverities: RuleSeverities = {},
): readonly Problem[] {
	const problems: Problem[] = [];
	const faults = tree.faults.length > 0 ? byRule(tree.faults) : null;
	// One context for all: `report` knows whose turn it is, and most rules have nothing to say.
	let turn: (() => Report) | null = null;
	let reporting: Report | null = null;
	const report: Report = (...problem) => {
		reporting ??= (turn as () => Report)();
		reporting(...problem);
	};
	const leaves = leavesOf(tree);
	const context = { text: tree.text, tree, expr, leaves, matches: matchesOf(expr, leaves), fields, report };
	for (const rule of queryRules) {
		const own = rule.checkFaults && faults?.get(rule.id);
		if (!own && !rule.check) continue;
		const configured = configuredSeverities[rule.id];
		const severity = configured ?? rule.severityIn?.[tree.dialect.name] ?? usualSeverity(rule, fields);
		if (severity === "off") continue;
		reporting = null;
		turn = () => reporter(rule, severity, problems, configured !== undefined);
		if (own) rule.checkFaults?.(own, context);
		rule.check?.(context);
	}
	if (problems.length < 2) return problems;
	return withoutExplained(problems).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

const queryRules = rules.filter((rule): rule is QueryRule => !("checkDocument" in rule));
const explaining = new Map(queryRules.flatMap(({ id, explains }) => (explains ? [[id, explains] as const] : [])));
const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Leaves out what another problem of the same place says already, which is then as serious as what it stands for. */
function withoutExplained(problems: Problem[]): Problem[] {
	const explained = new Set<Problem>();
	const kept = problems.map((problem) => {
		const others = explaining.get(problem.rule);
		if (!others) return problem;
		const own = problems.filter(
			(other) =>
				other.rule !== problem.rule &&
				(others === "all" || others.includes(other.rule)) &&
				other.span[0] < problem.span[1] &&
				problem.span[0] < other.span[1],
		);
		for (const each of own) explained.add(each);
		const worst = Math.min(...[problem, ...own].map(({ severity }) => severities.indexOf(severity)));
		return { ...problem, severity: severities[worst] as Severity };
	});
	return explained.size === 0 ? problems : kept.filter((_, index) => !explained.has(problems[index] as Problem));
}

/** What a document is checked in the light of. */
export type DocumentSurroundings = Pick<DocumentContext, "config" | "others" | "missingData" | "now">;

/** The problems of a document outside its queries, but those that it says to ignore; none of one that is no hunt. */
export function lintDocument(
	text: string,
	{ hunt, faults, ignores }: Pick<ReadDocument, "hunt" | "faults" | "ignores">,
	surroundings: DocumentSurroundings,
): readonly Problem[] {
	const problems: Problem[] = [];
	if (!hunt) return problems;
	const context = { ...surroundings, text, hunt, ignores, ruleIds };
	for (const rule of documentRules) {
		const configured = surroundings.config.rules[rule.id];
		const severity = configured ?? rule.severity;
		if (severity === "off") continue;
		const own = faults.filter((fault) => fault.rule === rule.id);
		const report = reporter(rule, severity, problems, configured !== undefined);
		rule.checkDocument({ ...context, faults: own, report });
	}
	return problems.filter(({ rule, span }) => !ignoredAt(ignores, span).has(rule));
}

const documentRules = rules.filter((rule): rule is DocumentRule => "checkDocument" in rule);
const ruleIds = rules.map(({ id }) => id);

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

/** Of one rule and one text: a generated query that is wrong all over would only bury its reader. */
const mostReported = 100;

function reporter(rule: Rule, severity: Severity, problems: Problem[], isConfigured = false): Report {
	let reported = 0;
	return (span, message, fix, own = severity, related) => {
		reported++;
		if (reported <= mostReported)
			problems.push({
				rule: rule.id,
				severity: isConfigured ? severity : own,
				span,
				message,
				...chosenFrom(fix),
				...(related && related.length > 0 && { related }),
				...("tag" in rule && rule.tag && { tag: rule.tag }),
			});
		else if (reported === mostReported + 1) {
			const last = problems.pop() as Problem;
			problems.push({ ...last, message: `${last.message} There are more like this; only ${mostReported} are shown.` });
		}
	};
}

function chosenFrom(fix: Fix | readonly Fix[] | undefined): Pick<Problem, "fix" | "fixes"> {
	if (!fix) return {};
	if (!("length" in fix)) return { fix };
	const [first] = fix;
	return first ? { fix: first, ...(fix.length > 1 && { fixes: fix }) } : {};
}
