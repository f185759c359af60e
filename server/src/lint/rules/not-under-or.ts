// `a OR NOT b`: the negation alone finds almost everything.
import type { Expr } from "../../meaning/expr.ts";
import { type Junction, type Node, type Operator, walk } from "../../syntax/tree.ts";
import { defineRule, type QueryContext } from "../defineRule.ts";
import { negatedFlags } from "../reading/flags.ts";
import { isNegative } from "../reading/negative.ts";

export default defineRule({
	id: "not-under-or",
	severity: "warning",
	docs: "`a:1 OR NOT b:2` finds every event without `b:2`, which is nearly all of them. What should be left out is joined by AND. Lucene reads it so: there `OR NOT b:2` leaves out what has `b:2`, whatever stands before.",
	bad: ["a:1 OR NOT b:2", "(a:1 AND b:2) OR -c:3", { dialect: "lucene", query: "a:1 OR NOT b:2" }],
	good: ["a:1 AND NOT b:2", "a:1 AND (b:2 OR NOT c:3)", { dialect: "lucene", query: "a:1 AND NOT b:2" }],
	check(context) {
		const { tree, leaves } = context;
		if (leaves.length < 2 || !leaves.some(({ negated }) => negated)) return;
		const flags = negatedFlags(context).map(({ node }) => node);
		if (tree.dialect.name === "lucene") checkLucene(context, new Set(flags));
		else checkAll(context, new Set(flags.map(({ span }) => span[0])));
	},
});

function checkAll(context: QueryContext, flags: ReadonlySet<number>): void {
	if (!isNegative(context.expr, flags)) checkOr(context.expr, flags, context);
}

/** Only where no AND around it says what to look for, and no flag is meant. `flags`: where those begin. */
function checkOr(expr: Expr, flags: ReadonlySet<number>, context: QueryContext): void {
	if (expr.kind !== "or") return;
	for (const child of expr.children) {
		if (flags.has(child.span[0])) continue;
		if (isNegative(child))
			context.report(
				child.span,
				"This alone finds nearly every event, for OR asks for no more. Join what should be left out by AND.",
			);
		else checkOr(child, flags, context);
	}
}

function checkLucene({ tree, report }: QueryContext, flags: ReadonlySet<Node>): void {
	walk(tree.root, (node) => {
		if (node.kind !== "flat" || node.children.every(({ kind }) => kind === "not")) return;
		for (const negation of negatedBesideOr(node)) {
			if (flags.has(negation)) continue;
			report(
				negation.span,
				"Lucene leaves out whatever matches this, as if AND stood here: OR has no effect on a negation.",
			);
		}
	});
}

/** The negated clauses that an OR stands before, or behind. */
function negatedBesideOr({ children, operators }: Junction): readonly Node[] {
	const found = new Set<Node>();
	let next = 0;
	for (const [index, child] of children.entries()) {
		for (; next < operators.length && (operators[next] as Operator).span[0] < child.span[0]; next++) {
			if ((operators[next] as Operator).kind !== "or") continue;
			const beside = [child, children[index - 1]].find((each) => each?.kind === "not");
			if (beside) found.add(beside);
		}
	}
	return [...found];
}
