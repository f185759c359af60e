// What the pointer is told, in queries and around them.
import type { Analysis } from "../workspace/analysis.ts";
import { documentHover, type NamedHunt } from "./hovering/documentHover.ts";
import type { Hover } from "./hovering/hovered.ts";
import { queryHover } from "./hovering/queryHover.ts";

/** `null` where there is nothing to say. `uri`: the document's; `others`: the hunts of the workspace. */
export function hover(analysis: Analysis, offset: number, uri = "", others: Iterable<NamedHunt> = []): Hover | null {
	return queryHover(analysis, offset) ?? documentHover(analysis, uri, offset, others);
}
