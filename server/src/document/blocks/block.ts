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
}

export function prose({ from, to }: Pick<SyntaxNode, "from" | "to">): Block {
	return { type: Prose, span: [from, to], payload: null };
}
