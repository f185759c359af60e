// The block of a query whose text stands in the document.
import { type Span, shift } from "../../base/span.ts";
import type { HuntQuery } from "../hunt.ts";
import type { QueryCode } from "../queryText.ts";
import { Prose, QueryBlock, QueryItem } from "../tokens.ts";
import type { Block } from "./block.ts";

/** `span`: with its marks; `text`: without them. */
export function queryBlock(span: Span, text: Span, form: HuntQuery["form"], code: QueryCode): Block {
	const payload = { kind: "query" as const, text: shift(text, -span[0]), cuts: [], conditions: null, form, ...code };
	return { type: form === "list" ? QueryItem : QueryBlock, span, payload };
}

/** A block of code that is no query. */
export function unreadCode(span: Span, because: string | null): Block {
	return { type: Prose, span, payload: { kind: "unread-code", because } };
}
