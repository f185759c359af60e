// Where the thing is made that the cursor is on: an analytic or query that a test names, a hunt, a detection, a data file.
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { type HuntMentions, isOfWorkspace, isSameThing, mentionAt, mentionsOf } from "../workspace/mentions.ts";

export type Definition =
	| { readonly kind: "place"; readonly uri: string; readonly from: Span; readonly span: Span }
	/** A path, relative to the document's folder. */
	| { readonly kind: "file"; readonly from: Span; readonly path: string }
	/** A field that the workspace's own configuration may define. */
	| { readonly kind: "field"; readonly from: Span; readonly name: string };

/** `from` is what the cursor is on. Empty where nothing is named, or nothing here makes it. */
export function definition(
	analysis: Analysis,
	uri: string,
	offset: number,
	others: Iterable<HuntMentions>,
): readonly Definition[] {
	const wanted = mentionAt(analysis, offset);
	if (!wanted) return [];
	const from = wanted.span;
	if (wanted.kind === "field") return [{ kind: "field", from, name: wanted.key }];
	if (wanted.kind === "data") {
		return analysis.config.sources.has(wanted.key) || analysis.missingData?.has(wanted.key)
			? []
			: [{ kind: "file", from, path: wanted.key }];
	}
	const places: Definition[] = [];
	const add = (hunt: HuntMentions) => {
		for (const mention of hunt.mentions)
			if (mention.defines && isSameThing(mention, wanted))
				places.push({ kind: "place", uri: hunt.uri, from, span: mention.span });
	};
	add({ uri, mentions: mentionsOf(analysis) });
	if (isOfWorkspace(wanted)) for (const hunt of others) if (hunt.uri !== uri) add(hunt);
	// An analytic is made by its number and its title; the first is where it begins.
	return wanted.kind === "analytic" ? places.slice(0, 1) : places;
}
