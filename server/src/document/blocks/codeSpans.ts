// Queries that are code spans.
import type { SyntaxNode } from "@lezer/common";
import { shift } from "../../base/span.ts";
import { spanQuery } from "../queryText.ts";
import { trimmed } from "../sourceText.ts";
import { QueryBlock } from "../tokens.ts";
import { type Block, prose } from "./block.ts";

/** A paragraph of nothing but code spans, each alone on its line; those without a field are prose. */
export function codeSpans(node: SyntaxNode, source: string): Block[] | null {
	const spans = node.getChildren("InlineCode");
	let end = node.from;
	for (const span of spans) {
		const between = source.slice(end, span.from);
		if (between.trim() !== "" || (end !== node.from && !between.includes("\n"))) return null;
		end = span.to;
	}
	if (spans.length === 0 || source.slice(end, node.to).trim() !== "") return null;
	return spans.map((code) => {
		const text = trimmed(source, [code.firstChild?.to ?? code.from, code.lastChild?.from ?? code.to]);
		const query = spanQuery(source.slice(text[0], text[1]));
		if (!query) return prose(code);
		return {
			type: QueryBlock,
			span: [code.from, code.to],
			payload: { kind: "query", text: shift(text, -code.from), form: "span", ...query },
		};
	});
}
