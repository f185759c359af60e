// Whether a Markdown document is a hunt, by what is in it.
import { isDialectName } from "../base/dialect.ts";
import type { ReadSection } from "./readSections.ts";
import { OtherHeading } from "./tokens.ts";

/**
 * It is one if a heading with marks names a hypothesis or an analytic, and has content. Where only a bold line does, or words
 * before a colon, or where there is a query of ours under another heading that hunts use, at least half of the sections must
 * be such that hunts have. `statesHypothesis`: a table or the front matter does.
 */
export function isHuntByContent(sections: readonly ReadSection[], statesHypothesis: boolean): boolean {
	if (sections.some((it) => it.heading.isHuntsOwn && it.said && isMarked(it))) return true;
	const usual = sections.filter(({ type }) => type !== OtherHeading).length;
	if (usual < sections.length - usual) return false;
	const hasAnalytic = sections.some(({ analytic }) => analytic !== null);
	return (
		statesHypothesis ||
		sections.some(
			({ heading, section, said, analytic }) =>
				(said !== null && (heading.isHuntsOwn || (section.kind === "hypothesis" && hasAnalytic))) ||
				analytic?.queries.some(({ dialect }) => isDialectName(dialect)),
		)
	);
}

function isMarked({ heading: { style } }: ReadSection): boolean {
	return style === "marks" || style === "unspaced";
}
