// AND and OR side by side without brackets.
import { ranking } from "../../model/occurrences.ts";
import { type Junction, type Node, walk } from "../../syntax/tree.ts";
import { defineRule, edits, type QueryContext } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { endsEscaping } from "../reading/endsEscaping.ts";
import { wordRuns } from "../reading/gaps.ts";
import { singleQuoted } from "../reading/singleQuotes.ts";

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
		walk(tree.root, (node) => {
			if (node.kind === "or") checkOr(node, context);
		});
		for (const [group, clauses] of ranking(tree, context.expr)) checkFlat(group, new Set(clauses), context);
	},
});

function checkOr({ children, span }: Junction, context: QueryContext): void {
	const { text, tree, report } = context;
	const mixed = children.filter((child) => child.kind === "and" && child.children.length > 1);
	if (mixed.length === 0) return;
	const bracketed = mixed.map((child) => `(${text.slice(...child.span)})`).join(", ");
	report(
		span,
		`AND binds more tightly than OR: this is read as ${shorten(bracketed)} with OR beside it.`,
		isBroken(tree) || singleQuoted(context).length > 0 || mixed.some((child) => endsEscaping(text.slice(...child.span)))
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
function checkFlat(junction: Junction, isIgnored: ReadonlySet<Node>, context: QueryContext): void {
	const { children, operators, span } = junction;
	const { text, tree, report } = context;
	if (operators.length === 0 || children.some(({ kind }) => kind === "stray")) return;
	const counts = (child: Node) => !isIgnored.has(child) && !(child.kind === "clause" && !child.value);
	const lowered = children.filter(counts).map((child) => text.slice(...child.span));
	const alone = [...isIgnored].map((child) => `\`${shorten(text.slice(...child.span))}\``).join(", ");
	report(
		span,
		`Lucene has no order of AND and OR: this finds \`${shorten(lowered.join(" AND "))}\`, and ${alone} makes no difference. Brackets say what was meant.`,
		tree.dialect.defaultOperator === "OR" &&
			!isBroken(tree) &&
			!beginsSingleQuote.test(text.slice(...span)) &&
			!wordsWouldFollow(junction, text)
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

/** What is between two single quotes on one line may look like quoted. */
const beginsSingleQuote = /(?:^|[\s(:=])'/;

function shorten(text: string): string {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
