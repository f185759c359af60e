// Where a problem of all of a hunt is shown.
import type { Span } from "../base/span.ts";
import type { Hunt } from "../document/hunt.ts";

/** Its title; where it has none in its text, its first heading, and otherwise its first line. */
export function startOf({ title, sections, meta }: Hunt): Span {
	const heading = sections[0]?.heading.span;
	if (title) return title.span;
	return heading ?? (meta ? [meta.span[0], meta.span[0] + "---".length] : [0, 0]);
}
