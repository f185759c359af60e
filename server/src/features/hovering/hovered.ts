// What the pointer is told.
import type { Span } from "../../base/span.ts";

export interface Hover {
	/** What it is about. */
	readonly span: Span;
	readonly markdown: string;
}
