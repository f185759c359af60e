// What holds for the tree of every text, however broken.
import assert from "node:assert/strict";
import type { Span } from "../../server/src/base/span.ts";
import type { Expr } from "../../server/src/meaning/expr.ts";
import { childrenOf, type Node, type QueryTree, walk } from "../../server/src/syntax/tree.ts";

/**
 * Throws unless every character that is not blank lies in exactly one token, every token is exactly one part of a node,
 * children lie in their parents and in order, and every fault lies in the text.
 */
export function checkCovering(tree: QueryTree): void {
	const { text, tokens, root } = tree;
	let end = 0;
	for (const { span } of tokens) {
		assert.ok(span[0] >= end && span[1] > span[0], `tokens in order, none empty: ${JSON.stringify(span)}`);
		assert.equal(text.slice(end, span[0]).trim(), "", "a character in no token");
		end = span[1];
	}
	assert.equal(text.slice(end).trim(), "", "a character in no token");
	assert.deepEqual(
		partsOf(root).sort((a, b) => a[0] - b[0]),
		tokens.map(({ span }) => span),
		"each token is one part of a node",
	);
	if (root) assert.deepEqual(root.span, [tokens[0]?.span[0], end], "the root covers the text");
	walk(root, checkChildren);
	for (const { rule, span } of tree.faults)
		assert.ok(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length, `${rule} at ${JSON.stringify(span)}`);
}

function checkChildren(node: Node): void {
	let end = node.span[0];
	for (const child of childrenOf(node)) {
		assert.ok(child.span[0] >= end, `children in order, inside their ${node.kind}`);
		end = child.span[1];
	}
	assert.ok(end <= node.span[1], `children inside their ${node.kind}`);
}

/** The stretches of text that belong to a node itself and not to one below it. */
function partsOf(root: Node | null): Span[] {
	const parts: Span[] = [];
	walk(root, (node) => {
		switch (node.kind) {
			case "and":
			case "or":
			case "flat":
				for (const { span } of node.operators) parts.push(span);
				break;
			case "not":
			case "must":
				parts.push(node.operator);
				break;
			case "group":
				parts.push([node.span[0], node.span[0] + 1]);
				if (node.closed) parts.push([node.span[1] - 1, node.span[1]]);
				break;
			case "clause":
				for (const part of [node.field, node.comparison, ...node.suffixes]) if (part) parts.push(part.span);
				if (node.value?.kind === "literal") parts.push(node.value.span);
				break;
			case "stray":
				parts.push(node.span);
		}
	});
	return parts;
}

/** Throws unless every node lies in the one above it. */
export function checkExpr(expr: Expr, within: Span): void {
	const { span } = expr;
	assert.ok(within[0] <= span[0] && span[0] <= span[1] && span[1] <= within[1], `${expr.kind} in its parent`);
	if (expr.kind === "not") checkExpr(expr.child, span);
	if (expr.kind === "and" || expr.kind === "or") {
		assert.ok(expr.children.length > 1, "a junction joins something");
		for (const child of expr.children) checkExpr(child, span);
	}
}
