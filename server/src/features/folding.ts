// What can be folded away: sections, front matter, queries over several lines.
import type { Span } from "../base/span.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { type HuntSymbol, outline } from "./knowledge/outline.ts";

/** Stretches of at least two lines, from the line that stays visible to the last that is hidden. */
export function foldings(analysis: Analysis): readonly Span[] {
	const { hunt, text } = analysis;
	if (!hunt) return [];
	const meta = hunt.meta ? [hunt.meta.span] : [];
	return [...meta, ...outline(analysis).flatMap(spansOf)].filter((span) => text.slice(...span).includes("\n"));
}

function spansOf({ span, children }: HuntSymbol): readonly Span[] {
	return [span, ...children.flatMap(spansOf)];
}
