// A paragraph that is a heading in all but marks.
import type { SyntaxNode } from "@lezer/common";
import { dialectOfHeading } from "../dialects.ts";
import { type Block, prose } from "./block.ts";

/** A paragraph of one line that is bold, but for a colon. */
export function boldLine(node: SyntaxNode, source: string): Block | null {
	const [, words] = /^(?:\*\*|__)([^\r\n]+?)(?:\*\*|__)[ \t]*:?\s*$/.exec(source) ?? [];
	if (words === undefined || node.getChildren("StrongEmphasis").length !== 1) return null;
	return { ...prose(node), payload: { kind: "label", dialect: dialectOfHeading(words) } };
}
