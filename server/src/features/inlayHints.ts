// Beside a field's name, the names under which the chosen source has it.
import type { Span } from "../base/span.ts";
import { code } from "../explain/code.ts";
import { walk } from "../syntax/tree.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";
import { type Analysis, placeSpan } from "../workspace/analysis.ts";
import { namesInSource } from "./knowledge/sourceFields.ts";

export interface InlayHint {
	/** It stands before this offset. */
	readonly offset: number;
	readonly label: string;
	readonly tooltip: string;
}

/** More names than these do not fit in a line: an editor cuts what all hints of it say. */
const mostNamed = 1;

/**
 * Of the queries that reach into `range`: the names that a run asks, where they are not the written one, and otherwise that
 * the source has the same thing under others, too. None without a source.
 */
export function inlayHints(analysis: Analysis, range: Span): readonly InlayHint[] {
	const { catalog, vocabulary } = analysis;
	if (!catalog) return [];
	return analysis.queries
		.filter(({ query }) => query.span[0] <= range[1] && range[0] <= query.span[1])
		.flatMap(({ query, tree }) => {
			const hints: InlayHint[] = [];
			walk(tree.root, (node) => {
				if (node.kind !== "clause" || !node.field || /[*?]/.test(node.field.name)) return;
				const [, offset] = placeSpan(query, node.field.span);
				const hint = offset < range[0] || range[1] < offset ? null : hintFor(node.field.name, catalog, vocabulary);
				if (hint) hints.push({ offset, ...hint });
			});
			return hints;
		});
}

function hintFor(name: string, catalog: FieldCatalog, vocabulary: Vocabulary): Omit<InlayHint, "offset"> | null {
	const { used, siblings } = namesInSource(name, catalog, vocabulary);
	if (!used.includes(name)) {
		if (used.length === 0) return null;
		return { label: ` = ${listed(used)}`, tooltip: `The source has ${code(name)} as ${used.map(code).join(", ")}.` };
	}
	if (siblings.length === 0) return null;
	const tooltip = `The source has this name, so only it is asked. The same thing stands under ${siblings.map(code).join(", ")}, too.`;
	return { label: ` not ${listed(siblings)}`, tooltip };
}

function listed(names: readonly string[]): string {
	const more = names.length > mostNamed ? ` +${names.length - mostNamed}` : "";
	return names.slice(0, mostNamed).join(" | ") + more;
}
