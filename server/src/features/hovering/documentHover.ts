// What the pointer is told about a name outside the queries: a technique, a detection, a hunt, an analytic.

import { attackWith } from "../../attack/attack.ts";
import { holds } from "../../base/span.ts";
import { code } from "../../explain/code.ts";
import type { Analysis } from "../../workspace/analysis.ts";
import { type HuntMentions, isSameThing, type Mention, mentionAt } from "../../workspace/mentions.ts";
import { tacticText, techniqueText } from "../knowledge/techniqueText.ts";
import type { Hover } from "./hovered.ts";

/** A hunt of the workspace. */
export interface NamedHunt extends HuntMentions {
	readonly title: string;
}

/** More hunts than these are counted, not listed. */
const mostListed = 10;

/** `null` where nothing is named that anything is known of. `others`: the hunts of the workspace; this one is left out by its `uri`. */
export function documentHover(
	analysis: Analysis,
	uri: string,
	offset: number,
	others: Iterable<NamedHunt>,
): Hover | null {
	const mention = mentionAt(analysis, offset);
	const markdown =
		mention &&
		textOf(
			mention,
			analysis,
			[...others].filter((hunt) => hunt.uri !== uri),
		);
	return mention && markdown ? { span: mention.span, markdown } : null;
}

function textOf(mention: Mention, { hunt, config }: Analysis, others: readonly NamedHunt[]): string | null {
	const naming = (verb: string) =>
		namedBy(
			others.filter(({ mentions }) => mentions.some((each) => isSameThing(each, mention))),
			verb,
		);
	switch (mention.kind) {
		case "technique": {
			const technique = attackWith(config.techniques).techniqueById(mention.key);
			return technique && joined(techniqueText(technique), naming("cites it"));
		}
		case "tactic": {
			const found = attackWith(config.techniques).tacticNamed(mention.key);
			return found && joined(tacticText(found.tactic), naming("cites it"));
		}
		case "detection":
			return joined(detectionText(mention, hunt), naming("cites it") ?? "No other hunt of the workspace cites it.");
		case "hunt": {
			const named = others.find(({ mentions }) => mentions.some((each) => each.defines && isSameThing(each, mention)));
			return named ? `**${named.title}**` : mention.defines ? naming("names it") : null;
		}
		case "analytic": {
			const analytic = hunt?.analytics[Number(mention.key)];
			if (!analytic || mention.defines) return null;
			const queries = analytic.queries.map(({ text }) => code(text));
			return joined(`**${analytic.title?.text ?? `Analytic ${analytic.number}`}**`, ...queries);
		}
		case "query": {
			const [analytic, index] = mention.key.split(".").map(Number);
			const query = hunt?.analytics[analytic ?? -1]?.queries[index ?? -1];
			return query && !mention.defines ? code(query.text) : null;
		}
		case "field":
		case "data":
			return null;
	}
}

function detectionText({ span }: Mention, hunt: Analysis["hunt"]): string {
	const own = hunt?.existingDetections.find((each) => holds(each.span, span));
	const review = own?.reviewed ? `Reviewed ${own.reviewed.text}.` : "No date of a review.";
	return joined(`**${own?.name?.text ?? "Detection"}**`, review);
}

function namedBy(hunts: readonly NamedHunt[], verb: string): string | null {
	if (hunts.length === 0) return null;
	const listed = hunts.slice(0, mostListed).map(({ uri, title }) => `- [${title.replace(/[[\]]/g, "\\$&")}](${uri})`);
	const more = hunts.length > listed.length ? [`- and ${hunts.length - listed.length} more`] : [];
	const count =
		hunts.length === 1 ? `One other hunt ${verb}:` : `${hunts.length} other hunts ${verb.replace(/s(?= )/, "")}:`;
	return [count, "", ...listed, ...more].join("\n");
}

function joined(...parts: readonly (string | null)[]): string {
	return parts.filter((part) => part !== null).join("\n\n");
}
