// What changes a whole hunt at once, as editors do it on save.
import type { TextEdit } from "../base/problem.ts";
import type { Analysis } from "../workspace/analysis.ts";
import { fixAll } from "../workspace/fixAll.ts";
import { formatEdits } from "../workspace/formatDocument.ts";
import { organizeSections } from "./rewriting/organizeSections.ts";

/** As an editor's settings name them. */
export type SourceActionKind =
	| "source.fixAll.huntmark"
	| "source.formatQueries.huntmark"
	| "source.organizeSections.huntmark";

export interface SourceAction {
	readonly title: string;
	readonly kind: SourceActionKind;
	/** In text order; none overlap. */
	readonly edits: readonly TextEdit[];
}

const actions: Readonly<
	Record<SourceActionKind, { readonly title: string; edits(analysis: Analysis): readonly TextEdit[] }>
> = {
	"source.fixAll.huntmark": {
		title: "Fix all problems of this hunt",
		edits: (analysis) => changedStretch(analysis.text, fixAll(analysis).analysis.text),
	},
	"source.formatQueries.huntmark": {
		title: "Format the queries of this hunt",
		edits: (analysis) => formatEdits(analysis),
	},
	"source.organizeSections.huntmark": {
		title: "Put the sections of this hunt in order",
		edits: organizeSections,
	},
};

export const sourceActionKinds = Object.keys(actions) as readonly SourceActionKind[];

/** Those of the kinds that are wanted that would change something. */
export function sourceActions(analysis: Analysis, wants: (kind: SourceActionKind) => boolean): readonly SourceAction[] {
	return sourceActionKinds
		.filter(wants)
		.map((kind) => ({ kind, title: actions[kind].title, edits: actions[kind].edits(analysis) }))
		.filter(({ edits }) => edits.length > 0);
}

/** The lines from the first that differs to the last, so that the cursor and marks elsewhere stay. */
function changedStretch(before: string, after: string): readonly TextEdit[] {
	if (before === after) return [];
	const lines = before.split(/(?<=\n)/);
	const newLines = after.split(/(?<=\n)/);
	const shorter = Math.min(lines.length, newLines.length);
	let first = 0;
	while (first < shorter && lines[first] === newLines[first]) first++;
	let last = 0;
	while (last < shorter - first && lines.at(-1 - last) === newLines.at(-1 - last)) last++;
	const start = lines.slice(0, first).join("").length;
	const end = before.length - lines.slice(lines.length - last).join("").length;
	return [{ span: [start, end], text: newLines.slice(first, newLines.length - last).join("") }];
}
