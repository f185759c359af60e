// A query that is fenced code.
import type { SyntaxNode } from "@lezer/common";
import { shift } from "../../base/span.ts";
import { fenceQuery } from "../queryText.ts";
import { trimmed } from "../sourceText.ts";
import { QueryBlock } from "../tokens.ts";
import { type Block, prose } from "./block.ts";

/** Prose if its tag or text says that it is no query. */
export function fence(node: SyntaxNode, source: string): Block {
	const info = node.getChild("CodeInfo");
	const tag = info ? (source.slice(info.from, info.to).split(/[\s{:,]/, 1)[0] ?? "") : "";
	const code = node.getChild("CodeText");
	const text = trimmed(source, code ? [code.from, code.to] : [node.to, node.to]);
	const query = fenceQuery(tag, source.slice(text[0], text[1]));
	if (!query) return prose(node);
	return {
		type: QueryBlock,
		span: [node.from, node.to],
		payload: { kind: "query", text: shift(text, -node.from), form: "fence", ...query },
	};
}
