// `a:x OR a:x*`: a clause that changes nothing, because another says it already.
import type { Fix } from "../../base/problem.ts";
import type { Expr, MatchExpr } from "../../meaning/expr.ts";
import { type Junction, type QueryTree, walk } from "../../syntax/tree.ts";
import { defineRule, replace } from "../defineRule.ts";
import { isBroken } from "../reading/broken.ts";
import { keyOf, subsumes } from "../reading/subsumes.ts";

/** Above it only the same clause again is looked for: every clause is compared with every other. */
const mostCompared = 64;

export default defineRule({
	id: "duplicate-clause",
	severity: "hint",
	fix: "keeps meaning",
	docs: "A clause that stands twice, or that another one includes, changes nothing: `a:x` finds nothing that `a:x*` does not find. Often something else was meant. Among more than 64 clauses side by side only those are found that stand there twice.",
	bad: ["a:x OR a:x", "a:x OR a:x*", "a:x AND a:x* AND b:1", "a:(x OR y OR x)", 'b:1 AND a:"x y" AND a:y'],
	good: ["a:x", "a:x*", "a:x AND b:1", "a:(x OR y)", 'b:1 AND a:"x y"', "a:xy OR a:x", "a:x OR a:?x"],
	check({ text, tree, expr, leaves, report }) {
		if (leaves.length < 2) return;
		let places: ReadonlyMap<string, JoinedClause> | undefined;
		forEachList(expr, (kind, items) => {
			for (const { item, by } of redundant(kind, items)) {
				places ??= removable(tree);
				const place = places.get(item.span.join());
				const [own, other] = [text.slice(...item.span), text.slice(...by.span)];
				report(
					item.span,
					own === other
						? `\`${own}\` stands here more than once.`
						: `\`${other}\` says it already: this ${kind === "or" ? "finds nothing more" : "leaves nothing more out"}.`,
					place && removal(place, text),
				);
			}
		});
	},
});

/** A clause or a negated clause; `span` is all of it. */
interface Item {
	readonly match: MatchExpr;
	readonly negated: boolean;
	readonly span: Expr["span"];
}

/** Calls `visit` for the clauses of each `and` and `or`, those of the same kind in it included. */
function forEachList(expr: Expr, visit: (kind: "and" | "or", items: readonly Item[]) => void): void {
	if (expr.kind === "not") return forEachList(expr.child, visit);
	if (expr.kind !== "and" && expr.kind !== "or") return;
	const items: Item[] = [];
	const parts: Expr[] = [];
	collectParts(expr, expr.kind, parts);
	for (const part of parts) {
		if (part.kind === "match") items.push({ match: part, negated: false, span: part.span });
		else if (part.kind === "not" && part.child.kind === "match")
			items.push({ match: part.child, negated: true, span: part.span });
		else forEachList(part, visit);
	}
	if (items.length > 1) visit(expr.kind, items);
}

function collectParts(expr: Expr, kind: "and" | "or", parts: Expr[]): void {
	if (expr.kind !== kind) parts.push(expr);
	else for (const child of expr.children) collectParts(child, kind, parts);
}

interface Redundant {
	readonly item: Item;
	/** What makes it so. */
	readonly by: Item;
}

function redundant(kind: "and" | "or", items: readonly Item[]): readonly Redundant[] {
	if (items.length > mostCompared) return repeated(items);
	const found: Redundant[] = [];
	const gone = new Set<Item>();
	for (const [index, item] of items.entries()) {
		const by = items.find((other, at) => {
			if (other === item || other.negated !== item.negated || gone.has(other)) return false;
			// Of two that say the same, the later one goes.
			return isCovered(kind, item, other) && (at < index || !isCovered(kind, other, item));
		});
		if (!by) continue;
		gone.add(item);
		found.push({ item, by });
	}
	return found;
}

/** Whether `item` changes nothing beside `other`: the wider of two in an `and`, the narrower in an `or`. */
function isCovered(kind: "and" | "or", item: Item, other: Item): boolean {
	return (kind === "or") === item.negated ? subsumes(item.match, other.match) : subsumes(other.match, item.match);
}

function repeated(items: readonly Item[]): readonly Redundant[] {
	const first = new Map<string, Item>();
	return items.flatMap((item) => {
		const key = `${item.negated ? "-" : ""}${keyOf(item.match)}`;
		const by = first.get(key);
		if (!by) first.set(key, item);
		return by ? [{ item, by }] : [];
	});
}

/** Where a clause stands among those that are joined with it. */
interface JoinedClause {
	readonly junction: Junction;
	readonly index: number;
}

/** By where they begin and end: the clauses that could be taken away without changing what their neighbours say. */
function removable(tree: QueryTree): ReadonlyMap<string, JoinedClause> {
	const places = new Map<string, JoinedClause>();
	if (isBroken(tree)) return places;
	walk(tree.root, (node) => {
		if (!("sideBySide" in node) || !isUniform(node)) return;
		for (const [index, { span }] of node.children.entries()) places.set(span.join(), { junction: node, index });
	});
	return places;
}

/** Takes the clause away with the operator beside it. */
function removal({ junction: { children }, index }: JoinedClause, text: string): Fix | undefined {
	const [before, own, next] = [children[index - 1], children[index], children[index + 1]];
	// What is left would only say what it does not want.
	if (children.every((child) => child === own || child.kind === "not")) return undefined;
	// A lone `-` would become the sign of whatever comes to stand behind it.
	if (
		!own ||
		holdsComma(text.slice(...own.span)) ||
		(before && /[-+!]$/.test(text.slice(before.span[1] - 1, before.span[1])))
	)
		return undefined;
	if (before) return replace("Remove it", [before.span[1], own.span[1]], "");
	return next && replace("Remove it", [own.span[0], next.span[0]], "");
}

/** What looks like a list of its own would look so all the more where nothing else stands there. */
function holdsComma(written: string): boolean {
	return /[,;]/.test(written);
}

/** Whether all clauses are joined alike, by operators. */
function isUniform({ kind, children, operators, sideBySide }: Junction): boolean {
	if (sideBySide.length > 0) return false;
	if (kind !== "flat") return true;
	return (
		operators.every((operator) => operator.kind === operators[0]?.kind) &&
		children.every((child) => child.kind === "clause")
	);
}
