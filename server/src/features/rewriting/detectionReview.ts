// The date on which somebody last looked whether an existing detection still does what the hunt relies on.
import { dayOf } from "../../base/day.ts";
import { lineEnd } from "../../base/lines.ts";
import type { TextEdit } from "../../base/problem.ts";
import type { ExistingDetection } from "../../document/hunt.ts";
import type { Analysis } from "../../workspace/analysis.ts";

export interface Review {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** Marks the detection at the offset as reviewed today, in UTC. `null` where there is none that has a name, or it is already. */
export function markReviewed({ hunt, text, now }: Analysis, offset: number): Review | null {
	const detection = hunt?.existingDetections.find(({ span }) => span[0] <= offset && offset <= span[1]);
	if (!detection?.name) return null;
	const today = dayOf(now);
	if (detection.reviewed?.text === today) return null;
	const edit = detection.reviewed
		? { span: detection.reviewed.span, text: today }
		: insertion(text, detection, ` (reviewed ${today})`);
	return edit && { title: "Mark as reviewed today", edits: [edit] };
}

/** Behind the name, or behind the link that it is the text of. In a row of a table there is no place for it. */
function insertion(text: string, { name, url }: ExistingDetection, words: string): TextEdit | null {
	if (!name) return null;
	const end = lineEnd(text, name.span[1]);
	const isLink = url !== null && url.span[0] >= name.span[1] && url.span[1] <= end;
	const after = text.slice(isLink ? url.span[1] : name.span[1], end);
	if (after.includes("|")) return null;
	const at = isLink ? url.span[1] + (after.startsWith(")") ? 1 : 0) : name.span[1];
	return { span: [at, at], text: words };
}
