// AND and OR side by side without brackets.
import type { Expr } from "../../meaning/expr.ts";
import { type Junction, type Node, walk } from "../../syntax/tree.ts";
import { isBroken } from "../broken.ts";
import { defineRule, edits, type QueryContext } from "../defineRule.ts";
import { wordRuns } from "../gaps.ts";

export default defineRule({
	id: "mixed-and-or",
	severity: "warning",
	fix: "keeps meaning",
	docs: "AND binds more tightly than OR, so `a:1 AND b:2 OR c:3` also finds every event with `c:3` alone. Brackets say which was meant. Lucene knows no such order: there AND makes both its neighbours required, and what is not required only ranks, so that the same query finds what has `a:1` and `b:2`, whether or not it has `c:3`.",
	bad: [
		"a:1 AND b:2 OR c:3",
		{ dialect: "lucene", query: "a:1 AND b:2 OR c:3" },
		{ dialect: "carbonblack", query: "a:1 b:2 OR c:3" },
	],
	good: [
		"(a:1 AND b:2) OR c:3",
		{ dialect: "lucene", query: "+a:1 +b:2 c:3" },
		{ dialect: "carbonblack", query: "(a:1 b:2) OR c:3" },
		{ dialect: "lucene", query: "(a:1 AND b:2) OR c:3" },
	],
	check(context) {
		const { tree } = context;
		// Three clauses and the operators between them.
		if (tree.tokens.length < 4) return;
		let starts: readonly number[] | undefined;
		walk(tree.root, (node) => {
			if (node.kind === "or") return checkOr(node, context);
			if (node.kind !== "flat" || node.operators.length === 0) return;
			starts ??= startsOf(context.expr).toSorted((a, b) => a - b);
			checkFlat(node, starts, context);
		});
	},
});

function checkOr({ children, span }: Junction, { text, tree, report }: QueryContext): void {
	const mixed = children.filter((child) => child.kind === "and" && child.children.length > 1);
	if (mixed.length === 0) return;
	const bracketed = mixed.map((child) => `(${text.slice(...child.span)})`).join(", ");
	report(
		span,
		`AND binds more tightly than OR: this is read as ${shorten(bracketed)} with OR beside it.`,
		isBroken(tree)
			? undefined
			: edits(
					"Add the brackets that are read",
					mixed.flatMap(({ span: [start, end] }) => [
						{ span: [start, start], text: "(" },
						{ span: [end, end], text: ")" },
					]),
				),
	);
}

/** Lucene: some clauses are required, so that the others do not matter. */
function checkFlat(junction: Junction, starts: readonly number[], context: QueryContext): void {
	const { children, span } = junction;
	const { text, tree, report } = context;
	let at = firstFrom(starts, span[0]);
	const ignored = children.filter((child) => {
		while ((starts[at] ?? Infinity) < child.span[0]) at++;
		return (starts[at] ?? Infinity) >= child.span[1];
	});
	if (ignored.length === 0 || ignored.length === children.length || ignored.some(({ kind }) => kind === "stray"))
		return;
	const isIgnored = new Set(ignored);
	const lowered = children.filter((child) => !isIgnored.has(child)).map((child) => text.slice(...child.span));
	const alone = ignored.map((child) => `\`${shorten(text.slice(...child.span))}\``).join(", ");
	report(
		span,
		`Lucene has no order of AND and OR: this finds \`${shorten(lowered.join(" AND "))}\`, and ${alone} makes no difference. Brackets say what was meant.`,
		tree.dialect.defaultOperator === "OR" && !isBroken(tree) && !wordsWouldFollow(junction, text)
			? edits("Write with signs how it is read", signed(children, isIgnored))
			: undefined,
	);
}

/** Whether without its operators a word would stand behind a value, and seem to belong to it. */
function wordsWouldFollow(junction: Junction, text: string): boolean {
	return wordRuns({ ...junction, sideBySide: junction.children.map((_, index) => index) }, text).length > 0;
}

/** `+` for what is required, `-` stays, and nothing for what only ranks. */
function signed(children: readonly Node[], ignored: ReadonlySet<Node>) {
	return children.map((child, index) => {
		const plus = child.kind === "not" || child.kind === "must" || ignored.has(child) ? "" : "+";
		const before = children[index - 1];
		return { span: [before?.span[1] ?? child.span[0], child.span[0]] as const, text: (before ? " " : "") + plus };
	});
}

/** The index of the first number that is at least `least`; they are in order. */
function firstFrom(numbers: readonly number[], least: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] as number) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Where the clauses begin that have a say in what is found. */
function startsOf(expr: Expr): readonly number[] {
	if (expr.kind === "and" || expr.kind === "or") return expr.children.flatMap(startsOf);
	return expr.kind === "not" ? startsOf(expr.child) : [expr.span[0]];
}

function shorten(text: string): string {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
