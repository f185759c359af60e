// The outline of a hunt: title, sections, analytics, queries.
import { oneLine } from "../../base/lines.ts";
import { cover, type Span } from "../../base/span.ts";
import type { Section } from "../../document/hunt.ts";
import type { Analysis } from "../../workspace/analysis.ts";

export interface HuntSymbol {
	/** Never empty. */
	readonly name: string;
	readonly kind: "hunt" | "section" | "analytic" | "query";
	/** All that belongs to it, children included. */
	readonly span: Span;
	/** Within `span`: what to go to. */
	readonly selection: Span;
	readonly children: readonly HuntSymbol[];
}

/** One tree; several where the hunt has no title. */
export function outline({ hunt, text }: Analysis): readonly HuntSymbol[] {
	if (!hunt) return [];
	const queries = hunt.analytics.map((analytic) =>
		analytic.queries.map((query): HuntSymbol => {
			const name = oneLine(query.text);
			return { name, kind: "query", span: query.span, selection: query.span, children: [] };
		}),
	);
	const sections = nested(hunt.sections, queries);
	const { title } = hunt;
	if (!title) return sections;
	const span: Span = [title.span[0], Math.max(title.span[1], text.trimEnd().length)];
	return [{ name: title.text || "Hunt", kind: "hunt", span, selection: title.span, children: sections }];
}

/** Sections under the nearest one before of a higher level. `queries`: of each analytic, in order. */
function nested(sections: readonly Section[], queries: readonly (readonly HuntSymbol[])[]): readonly HuntSymbol[] {
	let analytics = 0;
	let at = 0;
	return below(0);

	function below(level: number): readonly HuntSymbol[] {
		const found: HuntSymbol[] = [];
		for (;;) {
			const section = sections[at];
			if (!section || section.level <= level) return found;
			at++;
			const own = section.kind === "analytic" ? (queries[analytics++] ?? []) : [];
			const children = [...own, ...below(section.level)];
			found.push({
				name: section.heading.text || "Section",
				kind: section.kind === "analytic" ? "analytic" : "section",
				span: children.reduce((span, child) => cover(span, child.span), section.span),
				selection: section.heading.span,
				children,
			});
		}
	}
}
