// What the pointer is told about a part of a query.
import { type Span, touches } from "../base/span.ts";
import type { Expr, MatchExpr } from "../meaning/expr.ts";
import { type QueryToken, type QueryTree, walk } from "../syntax/tree.ts";
import { type Analysis, type PlacedQuery, placeSpan, queryAt } from "../workspace/analysis.ts";
import { clauseText, comparisonText, operatorText, suffixText } from "./knowledge/clauseText.ts";
import { fieldText } from "./knowledge/fieldText.ts";

export interface Hover {
	/** What it is about. */
	readonly span: Span;
	readonly markdown: string;
}

/** `null` outside queries, and where there is nothing to say. Problems are not repeated here. */
export function hover(analysis: Analysis, offset: number): Hover | null {
	const place = queryAt(analysis, offset);
	if (!place) return null;
	const { placed, at } = place;
	const { tokens } = placed.tree;
	const token =
		tokens.find(({ span }) => span[0] <= at && at < span[1]) ?? tokens.findLast(({ span }) => touches(span, at));
	const markdown = token && tokenText(token, placed, analysis);
	return markdown ? { span: placeSpan(placed.query, token.span), markdown } : null;
}

function tokenText({ kind, span }: QueryToken, { tree, expr }: PlacedQuery, { catalog }: Analysis): string | null {
	const written = tree.text.slice(...span);
	switch (kind) {
		case "operator":
			return operatorText(written);
		case "field":
			return fieldText(fieldNameAt(tree, span) ?? written, catalog);
		case "comparison":
			return comparisonText(written);
		case "value": {
			const match = matchAt(expr, span);
			// The value of `_exists_:` is a field.
			const asked = match?.value.kind === "exists" && written !== "*" ? match.field : null;
			return (asked && fieldText(asked, catalog)) ?? (match && clauseText(match));
		}
		case "suffix":
			return suffixText(written);
		case "bracket":
		case "stray":
			return null;
	}
}

function fieldNameAt(tree: QueryTree, span: Span): string | null {
	let name: string | null = null;
	walk(tree.root, (node) => {
		if (node.kind === "clause" && node.field?.span[0] === span[0]) name = node.field.name;
	});
	return name;
}

/** The clause that the span stands in. */
function matchAt(expr: Expr, span: Span): MatchExpr | null {
	switch (expr.kind) {
		case "and":
		case "or":
			return expr.children.map((child) => matchAt(child, span)).find((found) => found !== null) ?? null;
		case "not":
			return matchAt(expr.child, span);
		case "match":
			return expr.span[0] <= span[0] && span[1] <= expr.span[1] ? expr : null;
		case "all":
		case "none":
			return null;
	}
}
