// A name, an address, or both.
import { type Span, shift } from "../../base/span.ts";
import { trimmed } from "../sourceText.ts";
import { LinkItem, NameItem, UrlItem } from "../tokens.ts";
import type { Block } from "./block.ts";

/** What an item says; spans are of the text that it was read from. */
export interface NamedAddress {
	readonly name: Span | null;
	readonly url: Span | null;
	readonly reviewed: Span | null;
}

/** The block of an item that is all of `span`, which is not blank. */
export function itemAt(source: string, span: Span): Block {
	const { name, url, reviewed } = namedAddress(source, span);
	const type = name && url ? LinkItem : url ? UrlItem : NameItem;
	const placed = (part: Span | null) => part && shift(part, -span[0]);
	return { type, span, payload: { kind: "item", name: placed(name), url: placed(url), reviewed: placed(reviewed) } };
}

/** `Name`, an address, `[Name](address)` or `Name: address`; `(reviewed YYYY-MM-DD)` behind the name or at the end. */
export function namedAddress(source: string, span: Span): NamedAddress {
	const [whole, atEnd] = withoutReview(source, span);
	const url = wholeUrl(source, whole);
	if (url) return { name: null, url, reviewed: atEnd };
	const written = source.slice(...whole);
	const at = (from: number, length: number): Span => [whole[0] + from, whole[0] + from + length];
	const link = markdownLink.exec(written);
	if (link?.indices) {
		const [label, address] = [link.indices[1], link.indices[2]] as [Span, Span];
		return {
			name: label[0] < label[1] ? trimmed(source, shift(label, whole[0])) : null,
			url: shift(address, whole[0]),
			reviewed: atEnd,
		};
	}
	const last = lastAddress.exec(written);
	if (!last) return { name: whole, url: null, reviewed: atEnd };
	const [, before = "", parting = "", opening = "", address = ""] = last;
	const [name, reviewed] = withoutReview(source, at(0, before.length));
	return {
		name,
		url: at(before.length + parting.length + opening.length, address.length),
		reviewed: reviewed ?? atEnd,
	};
}

/** The address, without `<>`, if the span is one and nothing else. */
export function wholeUrl(source: string, [start, end]: Span): Span | null {
	const match = /^(<?)(?:https?|ftp):\/\/[^\s<>]+(>?)$/i.exec(source.slice(start, end));
	if (!match || match[1]?.length !== match[2]?.length) return null;
	return match[1] ? [start + 1, end - 1] : [start, end];
}

/** Brackets may stand in an address in pairs. */
const markdownLink =
	/^[*_]*\[([^\]\r\n]*)\]\(<?((?:https?|ftp):\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:[ \t]+"[^"\r\n]*")?\)/di;
const lastAddress = /^(.*?[^\s:|–—-])(\s*(?:[:|–—]|-+)?\s+)(<?)((?:https?|ftp):\/\/[^\s<>]+)>?$/is;

/** The span without the review at its end, and the date of that. */
function withoutReview(source: string, span: Span): readonly [Span, Span | null] {
	const review = /\s*\(reviewed:? (\d{4}-\d{2}-\d{2})\)$/di.exec(source.slice(...span));
	const date = review?.indices?.[1];
	if (!review || !date) return [span, null];
	return [[span[0], span[0] + review.index], shift(date, span[0])];
}
