// What the forms of a block have in common.
import type { SyntaxNode } from "@lezer/common";
import type { TokenType } from "chevrotain";
import type { Span } from "../../base/span.ts";
import { type BlockPayload, Prose } from "../tokens.ts";

/** What one Markdown block is, wherever it stands: `span` counts from the start of the block, its payload from that of `span`. */
export interface Block {
	readonly type: TokenType;
	readonly span: Span;
	readonly payload: BlockPayload;
	/** Of what is a heading in some places only: the blocks behind it, and those that it and they are where it is none. */
	readonly rest?: readonly Block[];
	readonly otherwise?: readonly Block[];
}

export function prose({ from, to }: Pick<SyntaxNode, "from" | "to">): Block {
	return { type: Prose, span: [from, to], payload: null };
}

/** What the blocks in a block are; given to forms that hold others. */
export type Classify = (node: SyntaxNode, source: string) => readonly Block[];
