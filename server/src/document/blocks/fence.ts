// A query that is a block of code.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { blockQuery, isNoQuery, spanQuery } from "../queryText.ts";
import { linesOf, trimmed } from "../sourceText.ts";
import { type Block, prose } from "./block.ts";
import { queryBlock, unreadCode } from "./queryBlock.ts";

/** Prose if its tag or text says that it is no query. */
export function fence(node: SyntaxNode, source: string): Block {
	const info = node.getChild("CodeInfo");
	const tag = info ? (source.slice(info.from, info.to).split(/[\s{:,]/, 1)[0] ?? "") : "";
	const code = node.getChildren("CodeText");
	const text = trimmed(source, [code[0]?.from ?? node.to, code.at(-1)?.to ?? node.to]);
	const query = blockQuery(tag, source.slice(text[0], text[1]));
	if (query) return queryBlock([node.from, node.to], text, "fence", query);
	return isNoQuery(tag) || text[0] === text[1] ? prose(node) : unreadCode([node.from, node.to], null);
}

/**
 * Indented code. Blank lines part its queries, since nothing else can. Lines that carry backticks were meant as code
 * spans: a tab or four blanks stand before them by mistake, most often below a heading.
 */
export function indented(node: SyntaxNode, source: string): Block[] {
	return parts(source, [node.from, node.to]).map((part) => {
		const text = withoutBackticks(source, part);
		const written = source.slice(text[0], text[1]);
		const query = text === part ? blockQuery("", written) : spanQuery(written);
		return query ? queryBlock(part, text, "indented", query) : unreadCode(part, null);
	});
}

/** The stretches between blank lines; a line with a backtick begins one, too. */
function parts(source: string, span: Span): readonly Span[] {
	const found: Span[] = [];
	for (const [from, to] of linesOf(source, span)) {
		const last = found.at(-1);
		const follows = last && source[from] !== "`" && !/\n[ \t\r]*\n/.test(source.slice(last[1], from));
		if (follows) found[found.length - 1] = [last[0], to];
		else found.push([from, to]);
	}
	return found;
}

/** The same span where it begins with none. */
export function withoutBackticks(source: string, span: Span): Span {
	const [, opening = "", closing = ""] = /^(`*)[\s\S]*?(`*)$/.exec(source.slice(span[0], span[1])) ?? [];
	return opening ? trimmed(source, [span[0] + opening.length, span[1] - closing.length]) : span;
}
