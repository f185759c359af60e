// A comment of HTML: it may hold instructions to ignore a rule.
import type { SyntaxNode } from "@lezer/common";
import { ignoresIn } from "../ignores.ts";
import { type Block, prose } from "./block.ts";

export function comment(node: SyntaxNode, source: string): Block {
	return { ...prose(node), payload: { kind: "comment", ignores: ignoresIn(source) } };
}
