// Hunts and analytics of the whole workspace, found by name.
import { lettersInOrder } from "../base/lettersInOrder.ts";
import type { Span } from "../base/span.ts";

/** What the search needs to know of a hunt. */
export interface SearchedHunt {
	readonly uri: string;
	/** With its id, if it has one. */
	readonly title: string;
	/** Where it says its title, or begins. */
	readonly span: Span;
	readonly analytics: readonly { readonly title: string; readonly span: Span }[];
}

export interface WorkspaceSymbol {
	readonly name: string;
	readonly kind: "hunt" | "analytic";
	readonly uri: string;
	readonly span: Span;
	/** The hunt of an analytic. */
	readonly container: string | null;
}

/** An editor filters and ranks what it gets once more; more than these would only be cut off. */
const most = 1000;

/** Those whose name has the query's letters in their order, ignoring case; all for an empty query. */
export function workspaceSymbols(query: string, hunts: Iterable<SearchedHunt>): readonly WorkspaceSymbol[] {
	const found: WorkspaceSymbol[] = [];
	const fits = lettersInOrder(query);
	for (const { uri, title, span, analytics } of hunts) {
		if (fits(title)) found.push({ name: title, kind: "hunt", uri, span, container: null });
		for (const analytic of analytics)
			if (fits(analytic.title))
				found.push({ name: analytic.title, kind: "analytic", uri, span: analytic.span, container: title });
		if (found.length >= most) break;
	}
	return found.slice(0, most);
}
