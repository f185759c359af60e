// What is offered at the cursor.
import type { Span } from "../../base/span.ts";

export interface Completion {
	/** What an accepted item replaces. */
	readonly span: Span;
	/** Best first. */
	readonly items: readonly CompletionItem[];
}

/** `snippet`: what it inserts has places to fill in. */
export type CompletionKind =
	| "field"
	| "operator"
	| "value"
	| "key"
	| "heading"
	| "reference"
	| "file"
	| "technique"
	| "snippet";

export interface CompletionItem {
	readonly label: string;
	readonly kind: CompletionKind;
	/** One line: a field's type, the meaning of an operator or value. */
	readonly detail: string;
	readonly documentation: string;
	readonly insert: string;
}
