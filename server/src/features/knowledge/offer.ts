// What may be written at a place, and what it is.
import type { CompletionKind } from "../completing/item.ts";

export interface Offer {
	readonly value: string;
	/** What it means, in a line. */
	readonly detail: string;
	/** `value` where it is absent. */
	readonly kind?: CompletionKind;
}
