// Markdown blocks to the words of the hunt's grammar.
import { Tree } from "@lezer/common";
import type { IToken, TokenType } from "chevrotain";
import type { Span } from "../base/span.ts";
import { type Block, prose } from "./blocks/block.ts";
import { classify } from "./blocks/classify.ts";
import { type HeadingReader, headingReader } from "./headingPlaces.ts";
import type { BlockPayload } from "./tokens.ts";

/** A top-level node of the Markdown tree and what it is: one block, or several where it is a list, a table or lines of queries. */
interface Classified {
	readonly tree: Tree;
	/** Offset in the Markdown. */
	readonly at: number;
	readonly blocks: readonly Block[];
}

/** All of a text in order. Only offsets are kept, no text, so that old versions of a document are not held in memory. */
export type Classification = readonly Classified[];

/**
 * Says of every top-level node of the tree of `text` what it is. A node that survived an edit stands for the same text;
 * since an edit is one stretch, what is known of those before and after it is taken over from the previous classification.
 */
export function classifyBlocks(root: Tree, text: string, previous: Classification): Classification {
	const nodes: Unclassified[] = [];
	flatten(root, 0, nodes, previous);
	const moved = previous.length - nodes.length;
	let inTail = true;
	for (let i = nodes.length - 1; i >= 0; i--) {
		const node = nodes[i];
		if (!node || node.blocks) break;
		const { tree, at } = node;
		const known = previous[i + moved];
		inTail = inTail && known?.tree === tree;
		node.blocks = inTail && known ? known.blocks : classify(tree.topNode, text.slice(at, at + tree.length));
	}
	return nodes as Classification;
}

/** A node whose blocks are not known yet. */
type Unclassified = Omit<Classified, "blocks"> & { blocks: Classified["blocks"] | null };

/**
 * The parser groups many blocks in nodes without a name, to keep the tree shallow. As long as nodes are those of the
 * previous classification, they are taken from there.
 */
function flatten(tree: Tree, offset: number, into: Unclassified[], previous: Classification): void {
	for (let i = 0; i < tree.children.length; i++) {
		const child = tree.children[i];
		if (!(child instanceof Tree)) continue;
		const at = offset + (tree.positions[i] ?? 0);
		if (child.type.isAnonymous) {
			flatten(child, at, into, previous);
			continue;
		}
		const same = into.length === 0 || into[into.length - 1]?.blocks ? previous[into.length] : undefined;
		into.push(same?.tree === child && same.at === at ? same : { tree: child, at, blocks: null });
	}
}

/** The tokens of all blocks, their offsets moved right by `offset`. `isTitled`: the document has a title before them. */
export function blockTokens(classification: Classification, offset: number, isTitled: boolean): IToken[] {
	const tokens: IToken[] = [];
	const headingHere = headingReader(isTitled);
	for (const { at, blocks } of classification) addTokens(blocks, offset + at, headingHere, tokens);
	return tokens;
}

function addTokens(blocks: readonly Block[], offset: number, headingHere: HeadingReader, into: IToken[]): void {
	for (const { type, span, payload, rest, otherwise } of blocks) {
		const typeHere = payload?.kind === "heading" ? headingHere(type, payload) : type;
		if (typeHere) into.push(token(typeHere, offset, span, payload));
		const others = typeHere ? rest : (otherwise ?? [prose({ from: span[0], to: span[1] })]);
		if (others) addTokens(others, offset, headingHere, into);
	}
}

/** A token of the grammar, which looks at types only: it has no image. Its span is moved right by `offset`. */
export function token(tokenType: TokenType, offset: number, span: Span, payload: BlockPayload): IToken {
	// A literal rather than `createTokenInstance`: thousands are made a keystroke, and a field added later costs as much again.
	const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
	return {
		image: "",
		startOffset: offset + span[0],
		endOffset: offset + span[1] - 1,
		tokenType,
		tokenTypeIdx,
		payload,
	};
}
