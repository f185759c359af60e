// Two clauses side by side.
import type { Fix, TextEdit } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { type Keyword, writtenKeyword } from "../../syntax/keyword.ts";
import type { Junction, Node, QueryTree } from "../../syntax/tree.ts";
import { defineRule, edits, type QueryContext } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { liesInBrokenPath } from "../reading/brokenPaths.ts";
import { commaAt } from "../reading/commas.ts";
import { forEachSideBySide, holdsBlankLine, isLoneSign, wordRuns } from "../reading/gaps.ts";
import { beginsOrEndsInOperator } from "../reading/operatorWords.ts";
import type { Place } from "../reading/places.ts";
import { liesIn, singleQuoted } from "../reading/singleQuotes.ts";

export default defineRule({
	id: "implicit-operator",
	severity: "warning",
	severityIn: { lucene: "hint" },
	fix: "changes meaning",
	docs: "Two clauses without an operator are joined by AND in some tools and by OR in others. Write the operator, and the query means the same to every reader. Lucene joins them by its default operator, mostly OR; Kibana takes words for one value of which any may match, and refuses other clauses side by side. Carbon Black's AND is usual there and not reported. An empty line between two clauses mostly parts two queries: put each into a fence of its own.",
	bad: ["a:1 b:2", "a:(x y)", { dialect: "lucene", query: "a:1 b:2" }, { dialect: "kibana", query: "a:1 b:2" }],
	good: [
		"a:1 AND b:2",
		"a:(x OR y)",
		{ dialect: "lucene", query: "a:1 OR b:2" },
		{ dialect: "kibana", query: "a:1 and b:2" },
		{ dialect: "kibana", query: "a:(x or y)" },
		{ dialect: "lucene", query: "+a:1 -b:2" },
		{ dialect: "carbonblack", query: "a:1 b:2" },
	],
	check(context) {
		const { tree } = context;
		const quoted = singleQuoted(context);
		let said: ReadonlySet<number> | undefined;
		forEachSideBySide(tree, (junction, place) => {
			said ??= tree.dialect.name === "lucene" ? wordsSaid(tree) : new Set();
			const all = gapsOf(junction, place, { quoted, said }, context);
			const gaps = all.filter((gap) => !partsQueries(gap, context));
			if (gaps.length < all.length) reportQueries(all, junction, context);
			if (gaps.length === 0 || tree.dialect.name === "carbonblack") return;
			if (junction.kind === "flat") reportLucene(junction, gaps, context);
			else if (tree.dialect.name === "kibana" && junction.kind === "or") reportWords(junction, gaps, place, context);
			else reportAnd(junction, gaps, place, context);
		});
	},
});

type Gap = readonly [before: Node, after: Node];

/** The gaps of which no other rule says what is wrong. */
function gapsOf(
	junction: Junction,
	{ inList }: Place,
	{ quoted, said }: { readonly quoted: readonly Span[]; readonly said: ReadonlySet<number> },
	{ text, tree }: QueryContext,
): readonly Gap[] {
	const inRuns = new Set<number>();
	if (tree.dialect.name !== "kibana")
		for (const { index, count } of wordRuns(junction, text))
			for (let gap = index; gap < index + count; gap++) inRuns.add(gap);
	const isPlainValue = (node: Node) => node.kind === "clause" && !node.field && node.value?.kind === "literal";
	return junction.sideBySide.flatMap((index) => {
		const [before, after] = [junction.children[index] as Node, junction.children[index + 1] as Node];
		const explained =
			before.kind === "stray" ||
			after.kind === "stray" ||
			said.has(before.span[0]) ||
			said.has(after.span[0]) ||
			inRuns.has(index) ||
			liesInBrokenPath(tree, [before.span[1], after.span[0]]) ||
			(quoted.length > 0 && liesIn(quoted, [before.span[1], after.span[0]])) ||
			(inList && isPlainValue(after) && (endsInComma(before, text) || endsInComma(after, text)));
		return explained ? [] : [[before, after] as const];
	});
}

/** Lucene: where the words begin that other rules take for operators, and what stands beside a sign. */
function wordsSaid({ text, tokens, faults }: QueryTree): ReadonlySet<number> {
	const starts = new Set(faults.flatMap(({ rule, span }) => (rule === "lowercase-operator" ? [span[0]] : [])));
	for (const [index, { kind, span }] of tokens.entries())
		if (kind === "value" && span[1] - span[0] < 3 && isLoneSign(text.slice(...span)))
			for (const each of [tokens[index - 1], tokens[index], tokens[index + 1]]) if (each) starts.add(each.span[0]);
	return starts;
}

function endsInComma(node: Node, text: string): boolean {
	return node.kind === "clause" && node.value?.kind === "literal" && commaAt(text, node.value) >= 0;
}

function partsQueries([before, after]: Gap, { text }: QueryContext): boolean {
	return holdsBlankLine(text, [before.span[1], after.span[0]]);
}

/** Each empty line between two clauses. */
function reportQueries(gaps: readonly Gap[], { kind }: Junction, context: QueryContext): void {
	const { tree, report } = context;
	const any = kind === "or" || (kind === "flat" && tree.dialect.defaultOperator === "OR");
	for (const gap of gaps)
		if (partsQueries(gap, context))
			report(
				covering([gap]),
				`An empty line stands between these: probably they are two queries, but they are read as one, of which ${any ? "any part may match (OR)" : "all parts must match (AND)"}. Put each into a fence of its own, or write the operator.`,
				undefined,
				"warning",
			);
}

function reportAnd({ children, operators }: Junction, gaps: readonly Gap[], place: Place, context: QueryContext): void {
	const { tree, report } = context;
	// A list is only one of alternatives if nothing in it says otherwise.
	const isList =
		place.inList && operators.length === 0 && children.every((child) => child.kind === "clause" && !child.field);
	const refused =
		tree.dialect.name === "kibana" ? "Kibana refuses clauses without an operator between them. Here " : "";
	const operator = isList ? "OR" : "AND";
	report(
		covering(gaps),
		`${refused || "Nothing stands between these, so "}all of them must match (AND)${isList ? "; a list of values usually means OR" : ""}.`,
		insertion(operator, gaps, context),
	);
}

/** Where signs or other operators stand, they say more than the default, and inserting it could change that. */
function reportLucene({ children, operators }: Junction, gaps: readonly Gap[], context: QueryContext): void {
	const { tree, report } = context;
	const { defaultOperator } = tree.dialect;
	const kind = defaultOperator === "AND" ? "and" : "or";
	if (operators.some((operator) => operator.kind !== kind)) return;
	if (children.some((child) => child.kind === "not" || child.kind === "must")) return;
	report(
		covering(gaps),
		`Nothing stands between these: Lucene reads its default operator, ${defaultOperator}, so ${kind === "or" ? "any of them may match" : "all of them must match"}.`,
		insertion(defaultOperator, gaps, context),
	);
}

/** Kibana: words of one value. Brackets keep them together. */
function reportWords({ children }: Junction, gaps: readonly Gap[], place: Place, context: QueryContext): void {
	const first = children[0];
	if (first?.kind !== "clause" || !first.value || gaps.length < children.length - 1) return;
	const { text, report } = context;
	// Those of a list with commas are said to be one.
	if (first.field && children.some((child) => endsInComma(child, text))) return;
	const end = (children.at(-1) as Node).span[1];
	const start = first.value.span[0];
	const brackets = first.field !== null || !place.alone;
	report(
		covering(gaps),
		`Kibana reads these words as one value${first.field ? ` of \`${first.field.name}\`` : ""}, and any of them may match. In quotes all must stand there, in this order.`,
		insertion("OR", gaps, context, brackets ? [start, end] : undefined),
		"hint",
	);
}

function covering(gaps: readonly Gap[]): Span {
	return [(gaps[0] as Gap)[0].span[0], (gaps.at(-1) as Gap)[1].span[1]];
}

/**
 * The operator in each gap, in brackets where these are needed. Line breaks stay where they are. `undefined` where it would
 * stand beside a word that would then be an operator without a clause.
 */
function insertion(
	operator: Keyword,
	gaps: readonly Gap[],
	{ text, tree }: QueryContext,
	brackets?: Span,
): Fix | undefined {
	if (isBroken(tree) || gaps.some((gap) => gap.some(({ span }) => beginsOrEndsInOperator(text, span))))
		return undefined;
	// `a: b` would be a field without a value, and a comma is said to join.
	if (gaps.some(([before]) => text[before.span[1] - 1] === ":")) return undefined;
	if (gaps.some((gap) => gap.some(({ span }) => /[,;]/.test(text.charAt(span[1] - 1))))) return undefined;
	const word = writtenKeyword(operator, tree.dialect.name);
	const inserted = gaps.map(([before, after]): TextEdit => {
		const span: Span = [before.span[1], after.span[0]];
		return { span, text: ` ${word}${text.slice(...span) || " "}` };
	});
	if (!brackets) return edits(`Insert ${word}`, inserted);
	const [start, end] = brackets;
	// In brackets a sign is no longer the value's own, nor could a range that is none be told from them.
	if (/^[-+!]|[[\]{}]/.test(text.slice(start, end)) || /[-+!]/.test(text.charAt(start - 1))) return undefined;
	return edits(`Insert ${word}`, [{ span: [start, start], text: "(" }, ...inserted, { span: [end, end], text: ")" }]);
}
