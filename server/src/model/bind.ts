// From the tree as written to what it says: fields distributed over brackets, comparisons and suffixes read.
import type { Dialect, DialectName } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import { parseNetwork } from "../meaning/address.ts";
import type { Expr, MatchExpr, Value } from "../meaning/expr.ts";
import type { Clause, ComparisonText, Junction, Literal, Node, QueryTree } from "../syntax/tree.ts";
import { occurrences } from "./occurrences.ts";

/** What a clause inherits from the brackets around it: `f:=(a OR b)`. */
interface Inherited {
	readonly field: string | null;
	readonly comparison: ComparisonText;
	/** The `~` behind the brackets, which counts for each value in them. */
	readonly near: string | undefined;
	/** What stands before every field's name: the nested object whose braces are around it. */
	readonly prefix: string;
}

const outside: Inherited = { field: null, comparison: ":", near: undefined, prefix: "" };

/** Levels of `and`, `or` and `not` in one another that are read; what lies deeper is `none`, and `too-many-clauses` says so. */
export const deepest = 200;

/**
 * What the tree says. Parts that are missing are left out together with their operator; a query without any part says
 * nothing and matches nothing. Spans are offsets of the query's text.
 */
export function bind(tree: QueryTree): Expr {
	const root = tree.root && new Binder(tree.dialect).bind(tree.root, outside, 0);
	return root ?? { kind: "none", span: [0, tree.text.length] };
}

class Binder {
	readonly #dialect: Dialect;

	constructor(dialect: Dialect) {
		this.#dialect = dialect;
	}

	bind(node: Node, inherited: Inherited, depth: number): Expr | null {
		if (depth > deepest) return { kind: "none", span: node.span };
		switch (node.kind) {
			case "and":
			case "or": {
				const words = node.operators.length === 0 && node.kind === "or" ? wordsOf(node, inherited) : inherited;
				const children: Expr[] = [];
				for (const child of node.children) {
					const bound = this.bind(child, children.length === 0 ? inherited : words, depth + 1);
					if (bound) children.push(bound);
				}
				return children.length > 1 ? { kind: node.kind, children, span: node.span } : (children[0] ?? null);
			}
			case "flat":
				return this.#lower(node.children, node, inherited, depth);
			case "not":
				// Alone, it is a group that only forbids.
				if (this.#dialect.name === "lucene")
					return this.#lower([node], { span: node.span, operators: [] }, inherited, depth);
				return this.#negated(node.child, node.span, inherited, depth);
			case "must":
				return node.child && this.bind(node.child, inherited, depth + 1);
			case "clause":
				return this.#clause(node, inherited, depth);
			case "group":
				return node.child && this.bind(node.child, inherited, depth + 1);
			case "stray":
				return null;
		}
	}

	#negated(node: Node | null, span: Span, inherited: Inherited, depth: number): Expr | null {
		const child = node && this.bind(node, inherited, depth + 1);
		return child && { kind: "not", child, span };
	}

	/**
	 * Lucene's occurrence rules, as its classic query parser has them (`QueryParserBase.addClause`): an operator makes its
	 * neighbours required or optional, and where one is required the optional ones only rank.
	 */
	#lower(
		children: readonly Node[],
		{ span, operators }: Pick<Junction, "span" | "operators">,
		inherited: Inherited,
		depth: number,
	): Expr | null {
		const required: Expr[] = [];
		const optional: Expr[] = [];
		const forbidden: Expr[] = [];
		for (const { node, occurs } of occurrences(children, operators, this.#dialect.defaultOperator)) {
			if (occurs === "forbidden" && node.kind === "not") {
				const bound = this.#negated(node.child, node.span, inherited, depth + 1);
				if (bound) forbidden.push(bound);
				continue;
			}
			const bound = this.bind(node, inherited, depth + 1);
			if (bound) (occurs === "required" ? required : optional).push(bound);
		}
		const positive = required.length > 0 ? required : joined("or", optional, spanOf(optional, span));
		if (positive.length === 0 && !this.#dialect.es && forbidden.length > 0) return { kind: "none", span };
		const all = [...positive, ...forbidden].sort((a, b) => a.span[0] - b.span[0]);
		return joined("and", all, span)[0] ?? null;
	}

	#clause(clause: Clause, inherited: Inherited, depth: number): Expr | null {
		const { value } = clause;
		if (!value) return null;
		if (!clause.field && !clause.comparison && value.kind === "group" && clause.suffixes.length === 0) {
			// Brackets in brackets are followed without a call for each.
			let child = value.child;
			while (child?.kind === "clause" && !child.field && child.value?.kind === "group" && child.suffixes.length === 0)
				child = child.value.child;
			return child && this.bind(child, inherited, depth);
		}
		const field = clause.field ? inherited.prefix + clause.field.name : inherited.field;
		const comparison = clause.comparison?.text ?? inherited.comparison;
		const near = clause.suffixes.find(({ text }) => text.startsWith("~"))?.text ?? inherited.near;
		if (value.kind === "literal") {
			const positive = match({ field, comparison, near }, clause.span, value, this.#dialect.name);
			return comparison === "!=" ? { kind: "not", child: positive, span: clause.span } : positive;
		}
		const inside: Inherited = value.braces
			? { ...outside, prefix: field === null ? inherited.prefix : `${field}.` }
			: { field, comparison: comparison === "!=" ? ":" : comparison, near, prefix: inherited.prefix };
		const positive = value.child && this.bind(value.child, inside, depth + 1);
		return positive && comparison === "!=" ? { kind: "not", child: positive, span: clause.span } : positive;
	}
}

/** What the words behind a first word inherit: they are more words of its value. */
function wordsOf({ children }: Junction, inherited: Inherited): Inherited {
	const [first] = children;
	if (first?.kind !== "clause" || !first.field) return inherited;
	return {
		...inherited,
		field: inherited.prefix + first.field.name,
		comparison: first.comparison?.text ?? inherited.comparison,
	};
}

/** None, the only one, or all of them joined. */
function joined(kind: "and" | "or", children: readonly Expr[], span: Span): readonly Expr[] {
	return children.length > 1 ? [{ kind, children, span }] : children;
}

function spanOf(children: readonly Expr[], whole: Span): Span {
	return children.length === 0 ? whole : [(children[0] as Expr).span[0], (children.at(-1) as Expr).span[1]];
}

function match(
	inherited: Omit<Inherited, "prefix">,
	span: Span,
	{ value }: Literal,
	dialect: DialectName,
): MatchExpr | Extract<Expr, { kind: "all" | "none" }> {
	const { field, comparison } = inherited;
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
	return { kind: "match", field, value: refine(value, inherited, dialect), span };
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

/** In these a slash must be quoted or escaped, so that quotes say nothing of what is meant. */
const networksInQuotes: ReadonlySet<DialectName> = new Set(["lucene", "kibana"]);

function refine(value: Value, { comparison, near }: Omit<Inherited, "prefix" | "field">, dialect: DialectName): Value {
	const mayBeNetwork = value.kind === "term" || (value.kind === "phrase" && networksInQuotes.has(dialect));
	if (mayBeNetwork && near === undefined && comparison !== ":=" && isNetwork(value.text))
		return { kind: "cidr", text: value.text };
	if (!("text" in value) || value.kind === "cidr") return value;
	const whole = comparison === ":=" || (value.kind === "phrase" && value.text === "");
	// Alone, `~` allows a word two edits and a phrase nothing.
	const usual = value.kind === "phrase" ? undefined : 2;
	const distance = near === undefined ? near : near === "~" ? usual : Number(near.slice(1));
	return {
		...value,
		...(whole && { whole }),
		...(distance !== undefined && (value.kind === "phrase" ? { slop: distance } : { fuzziness: distance })),
	};
}

function isNetwork(text: string): boolean {
	return text.includes("/") && parseNetwork(text) !== null;
}
