// The other places of a document that name what the cursor is on.
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { isSameThing, mentionAt, mentionsOf } from "../workspace/mentions.ts";

export interface Highlight {
	readonly span: Span;
	/** Whether the thing is made there. */
	readonly defines: boolean;
}

/** In text order, the one at the offset included; none where nothing is named there. */
export function highlights(analysis: Analysis, offset: number): readonly Highlight[] {
	const wanted = mentionAt(analysis, offset);
	if (!wanted) return [];
	return mentionsOf(analysis)
		.filter((mention) => isSameThing(mention, wanted))
		.map(({ span, defines }) => ({ span, defines }));
}
