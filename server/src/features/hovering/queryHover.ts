// What the pointer is told about a part of a query, or about all of it.
import { holds, type Span } from "../../base/span.ts";
import { code } from "../../explain/code.ts";
import { operatorWords } from "../../explain/dialects.ts";
import { onlyRanking } from "../../explain/explain.ts";
import type { Expr } from "../../meaning/expr.ts";
import { type Clause, type Node, type QueryToken, type QueryTree, walk } from "../../syntax/tree.ts";
import { type Analysis, type PlacedQuery, placeSpan, placesOf, queryAt } from "../../workspace/analysis.ts";
import { clauseText, comparisonText, suffixText } from "../knowledge/clauseText.ts";
import { fieldText } from "../knowledge/fieldText.ts";
import { onlyRanks, partText, queryText } from "../knowledge/queryText.ts";
import { pieceText, valueNote } from "../knowledge/valueText.ts";
import type { Hover } from "./hovered.ts";

/**
 * The piece at the offset; between pieces, on the backticks round the query, and in a table beside fields and terms, the
 * whole query. `null` outside queries, and where there is nothing to say. Problems are not repeated here.
 */
export function queryHover(analysis: Analysis, offset: number): Hover | null {
	const inside = queryAt(analysis, offset);
	const placed = inside?.placed ?? queryRound(analysis, offset);
	if (!placed) return null;
	const { tree, query } = placed;
	const token = inside && tree.tokens.find(({ span }) => span[0] <= inside.at && inside.at < span[1]);
	if (!inside || !token || placesOf(query, token.span).length === 0)
		return { span: query.span, markdown: queryText(placed) };
	const found = aboutToken(token, inside.at, placed, analysis);
	return found && { span: placeSpan(query, found.span), markdown: found.markdown };
}

function queryRound(analysis: Analysis, offset: number): PlacedQuery | undefined {
	if (analysis.text[offset] === "`") return queryAt(analysis, offset + 1)?.placed;
	return analysis.queries.find(
		({ query: { form, span } }) => form === "table" && span[0] <= offset && offset <= span[1],
	);
}

function aboutToken(token: QueryToken, at: number, placed: PlacedQuery, analysis: Analysis): Hover | null {
	if (token.kind === "value") return aboutValue(token, at, placed, analysis);
	const markdown = tokenText(token, placed, analysis);
	return markdown === null ? null : { span: token.span, markdown };
}

function tokenText({ kind, span }: QueryToken, placed: PlacedQuery, analysis: Analysis): string | null {
	const { tree, expr } = placed;
	const written = tree.text.slice(...span);
	switch (kind) {
		case "operator":
			return withPart(operatorWords(written, tree.dialect), nodeOf(tree, span), placed);
		case "bracket": {
			const node = nodeOf(tree, span);
			return withPart(bracketText(node), node, placed);
		}
		case "field":
			return fieldText(fieldNameAt(tree, span) ?? written, analysis);
		case "comparison":
			return comparisonText(written);
		case "suffix": {
			const leaf = leafAt(expr, span)?.leaf;
			return suffixText(written, leaf?.kind === "match" ? leaf : null, placed.vocabulary);
		}
		case "value":
		case "stray":
			return null;
	}
}

/** The words for a piece, and below a line what it is a part of. */
function withPart(text: string, node: Node | null, placed: PlacedQuery): string {
	const isWhole = node === null || node === placed.tree.root;
	return [text, "---", isWhole ? queryText(placed) : partText(placed, node.span)].join("\n\n");
}

function bracketText(node: Node | null): string {
	const clause = node?.kind === "clause" ? node : null;
	const braces = clause?.value?.kind === "group" && clause.value.braces;
	if (!clause?.field) return "**( )**: what is in the brackets is read first, as one condition.";
	const name = code(clause.field.name);
	return braces
		? `**{ }**: the fields in the braces are those of the object ${name}.`
		: `**( )**: ${name} is asked for each value in the brackets.`;
}

function aboutValue({ span, written }: QueryToken, at: number, placed: PlacedQuery, analysis: Analysis): Hover | null {
	const { tree, expr } = placed;
	const text = tree.text.slice(...span);
	const { leaf, negated } = leafAt(expr, span) ?? { leaf: null, negated: false };
	// The value of `_exists_:` is a field.
	const asked = leaf?.kind === "match" && leaf.value.kind === "exists" && text !== "*" ? leaf.field : null;
	const ofField = asked && fieldText(asked, analysis);
	if (ofField) return { span, markdown: ofField };
	const value = { text, written, dialect: tree.dialect.name };
	const piece = pieceText(value, at - span[0]);
	const clause = leaf ? leafText(leaf, placed) : rankingText(placed, span);
	const parts = [piece?.markdown, clause, valueNote(value), negated ? "It stands under a negation." : null].filter(
		(part) => part != null,
	);
	if (parts.length === 0) return null;
	return {
		span: piece ? [span[0] + piece.span[0], span[0] + piece.span[1]] : span,
		markdown: parts.join("\n\n"),
	};
}

function rankingText(placed: PlacedQuery, span: Span): string | null {
	return onlyRanking(placed).some((part) => holds(part, span)) ? onlyRanks : null;
}

/** What an operator joins or negates, or what brackets enclose, with their field. */
function nodeOf(tree: QueryTree, span: Span): Node | null {
	let found: Node | null = null;
	walk(tree.root, (node) => {
		if (owns(node, span[0])) found = node;
	});
	return found;
}

function owns(node: Node, offset: number): boolean {
	switch (node.kind) {
		case "and":
		case "or":
		case "flat":
			return node.operators.some(({ span }) => span[0] === offset);
		case "not":
		case "must":
			return node.operator[0] === offset;
		case "clause":
			return node.value?.kind === "group" && isEdge(node.value, offset);
		case "group":
		case "stray":
			return false;
	}
}

function isEdge({ span, closed }: Extract<Clause["value"], { kind: "group" }>, offset: number): boolean {
	return span[0] === offset || (closed && span[1] - 1 === offset);
}

function fieldNameAt(tree: QueryTree, span: Span): string | null {
	let name: string | null = null;
	walk(tree.root, (node) => {
		if (node.kind === "clause" && node.field?.span[0] === span[0]) name = node.field.name;
	});
	return name;
}

function leafText(leaf: Leaf, placed: PlacedQuery): string {
	return leaf.kind === "match" ? clauseText(leaf, placed.vocabulary) : partText(placed, leaf.span);
}

type Leaf = Exclude<Expr, { kind: "and" | "or" | "not" }>;

/** The clause that the span stands in, or a part that says all or nothing; whether an odd number of negations is around it. */
function leafAt(expr: Expr, span: Span, negated = false): { readonly leaf: Leaf; readonly negated: boolean } | null {
	switch (expr.kind) {
		case "and":
		case "or": {
			for (const child of expr.children) {
				const found = leafAt(child, span, negated);
				if (found) return found;
			}
			return null;
		}
		case "not":
			return leafAt(expr.child, span, !negated);
		case "match":
		case "all":
		case "none":
			return holds(expr.span, span) ? { leaf: expr, negated } : null;
	}
}
