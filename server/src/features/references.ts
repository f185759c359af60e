// Every place of the workspace that names what the cursor is on.
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { type HuntMentions, isOfWorkspace, isSameThing, mentionAt, mentionsOf } from "../workspace/mentions.ts";

export interface WorkspacePlace {
	readonly uri: string;
	readonly span: Span;
}

/**
 * This document's first, then those of the other hunts in their order. `others` may hold the document itself, which is
 * left out by its `uri`. `withDefinition`: also where the thing is made.
 */
export function references(
	analysis: Analysis,
	uri: string,
	offset: number,
	others: Iterable<HuntMentions>,
	withDefinition: boolean,
): readonly WorkspacePlace[] {
	const wanted = mentionAt(analysis, offset);
	if (!wanted) return [];
	const places: WorkspacePlace[] = [];
	const add = (hunt: HuntMentions) => {
		for (const mention of hunt.mentions)
			if (isSameThing(mention, wanted) && (withDefinition || !mention.defines))
				places.push({ uri: hunt.uri, span: mention.span });
	};
	add({ uri, mentions: mentionsOf(analysis) });
	if (isOfWorkspace(wanted)) for (const hunt of others) if (hunt.uri !== uri) add(hunt);
	return places;
}
