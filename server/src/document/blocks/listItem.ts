// An item of a list: a name or an address.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { trimmed } from "../sourceText.ts";
import { NameItem } from "../tokens.ts";
import { urlItem, wholeUrl } from "./addresses.ts";
import { type Block, prose } from "./block.ts";

/** The item's first paragraph is a name or an address; items in it follow. */
export function listItem(item: SyntaxNode, source: string): Block[] {
	const nested = [...item.getChildren("BulletList"), ...item.getChildren("OrderedList")];
	const inner = nested.flatMap((list) => list.getChildren("ListItem")).flatMap((child) => listItem(child, source));
	const paragraph = item.getChild("Paragraph");
	const text = trimmed(source, paragraph ? [paragraph.from, paragraph.to] : [item.to, item.to]);
	if (text[0] === text[1]) return [prose(item), ...inner];
	const url = wholeUrl(source, text);
	if (url) return [urlItem(text, url), ...inner];
	const review = /\s*\(reviewed (\d{4}-\d{2}-\d{2})\)$/i.exec(source.slice(text[0], text[1]));
	const length = text[1] - text[0];
	const name: Span = [0, review ? review.index : length];
	// The date stands before the closing bracket.
	const reviewed: Span | null = review && [length - 11, length - 1];
	return [{ type: NameItem, span: text, payload: { kind: "item", text: name, reviewed } }, ...inner];
}
