// From the tree as written to what it says: fields distributed over brackets, comparisons and suffixes read.
import type { Span } from "../base/span.ts";
import { parseNetwork } from "../meaning/address.ts";
import type { Expr, Value } from "../meaning/expr.ts";
import type { Clause, ComparisonText, Literal, Node, QueryTree } from "../syntax/tree.ts";

/** What a clause inherits from the brackets around it: `f:=(a OR b)`. */
interface Inherited {
	readonly field: string | null;
	readonly comparison: ComparisonText;
	/** The `~` behind the brackets, which counts for each value in them. */
	readonly near: string | undefined;
}

const outside: Inherited = { field: null, comparison: ":", near: undefined };

/**
 * What the tree says. Parts that are missing are left out together with their operator; a query without any part says
 * nothing and matches nothing. Spans are offsets of the query's text.
 */
export function bind(tree: QueryTree): Expr {
	const whole: Span = [0, tree.text.length];
	return (tree.root && bindNode(tree.root, outside)) ?? { kind: "none", span: whole };
}

function bindNode(node: Node, inherited: Inherited): Expr | null {
	switch (node.kind) {
		case "and":
		case "or": {
			const children = node.children.flatMap((child) => bindNode(child, inherited) ?? []);
			const [only] = children;
			return children.length > 1 ? { kind: node.kind, children, span: node.span } : (only ?? null);
		}
		case "not": {
			const child = node.child && bindNode(node.child, inherited);
			return child && { kind: "not", child, span: node.span };
		}
		case "must":
			return node.child && bindNode(node.child, inherited);
		case "group":
			return node.child && bindNode(node.child, inherited);
		case "clause":
			return bindClause(node, inherited);
		case "stray":
			return null;
	}
}

function bindClause(clause: Clause, inherited: Inherited): Expr | null {
	if (!clause.value) return null;
	const field = clause.field ? clause.field.name : inherited.field;
	const comparison = clause.comparison?.text ?? inherited.comparison;
	const near = clause.suffixes.find(({ text }) => text.startsWith("~"))?.text ?? inherited.near;
	const positive =
		clause.value.kind === "group"
			? bindNode(clause.value, { field, comparison: comparison === "!=" ? ":" : comparison, near })
			: match({ field, comparison, near }, clause.span, clause.value);
	return positive && comparison === "!=" ? { kind: "not", child: positive, span: clause.span } : positive;
}

function match({ field, comparison, near }: Inherited, span: Span, { value }: Literal): Expr {
	if (field === "_exists_" && "text" in value) {
		return value.kind === "parameter"
			? { kind: "match", field: null, value, span }
			: { kind: "match", field: value.text, value: { kind: "exists" }, span };
	}
	const bounds = oneEnded(comparison, value);
	if (bounds) return { kind: "match", field, value: bounds, span };
	if (value.kind === "wildcard" && value.text === "*") {
		return field === null || field === "*"
			? { kind: "all", span }
			: { kind: "match", field, value: { kind: "exists" }, span };
	}
	return { kind: "match", field, value: refine(value, comparison, near), span };
}

/** `f:>5` as a range with one end; `null` for other comparisons, and for a parameter, whose value is not known yet. */
function oneEnded(comparison: ComparisonText, value: Value): Value | null {
	const sign = comparison.replace(":", "");
	if (!/^[<>]/.test(sign) || !("text" in value) || value.kind === "parameter") return null;
	const inclusive = sign.endsWith("=");
	return sign.startsWith(">")
		? { kind: "range", from: value.text, to: null, includeFrom: inclusive, includeTo: false }
		: { kind: "range", from: null, to: value.text, includeFrom: false, includeTo: inclusive };
}

function refine(value: Value, comparison: ComparisonText, near: string | undefined): Value {
	if (value.kind === "term" && near === undefined && comparison !== ":=" && isNetwork(value.text))
		return { kind: "cidr", text: value.text };
	if (!("text" in value) || value.kind === "cidr") return value;
	const whole = comparison === ":=" || (value.kind === "phrase" && value.text === "");
	const distance = near === undefined ? near : near === "~" ? 2 : Number(near.slice(1));
	return {
		...value,
		...(whole && { whole }),
		...(distance !== undefined && (value.kind === "phrase" ? { slop: distance } : { fuzziness: distance })),
	};
}

function isNetwork(text: string): boolean {
	return text.includes("/") && parseNetwork(text) !== null;
}
