// Puts the sections of a hunt in the order in which hunts are read.
import { lineBreakOf, lineStart } from "../../base/lines.ts";
import type { TextEdit } from "../../base/problem.ts";
import type { Section, SectionKind } from "../../document/hunt.ts";
import type { Analysis } from "../../workspace/analysis.ts";

const order: readonly SectionKind[] = [
	"hypothesis",
	"description",
	"detections",
	"analytic",
	"exclusions",
	"tests",
	"findings",
	"references",
];

/**
 * Hypothesis, description, existing detections, analytics, exclusions, tests, findings, references. Any other section stays
 * behind the one that it stands behind; sections below others move with them. No text changes, only its place.
 */
export function organizeSections({ hunt, text }: Analysis): readonly TextEdit[] {
	const level = Math.min(...(hunt?.sections ?? []).map((section) => section.level));
	const top = hunt?.sections.filter((section) => section.level === level) ?? [];
	const [first] = top;
	if (!first) return [];
	const chunks = top.map((section, index) => ({
		rank: order.indexOf(kindOf(section, hunt?.sections ?? [])),
		text: text.slice(startOf(text, section), endOf(text, top[index + 1])),
	}));
	let rank = -1;
	const ranked = chunks.map((chunk) => {
		if (chunk.rank >= 0) rank = chunk.rank;
		return { text: chunk.text, rank };
	});
	const sorted = [...ranked].sort((a, b) => a.rank - b.rank);
	if (sorted.every((chunk, index) => chunk === ranked[index])) return [];
	// The last section may end without the blank line that a heading wants before it.
	const lineBreak = lineBreakOf(text);
	const ending = /\s*$/.exec(text)?.[0] ?? "";
	const ordered = sorted.map((chunk) => chunk.text.trimEnd()).join(lineBreak + lineBreak);
	return [{ span: [startOf(text, first), text.length], text: ordered + ending }];
}

/** With the blanks before it in its line. */
function startOf(text: string, { span }: Section): number {
	const line = lineStart(text, span[0]);
	return /^[ \t]*$/.test(text.slice(line, span[0])) ? line : span[0];
}

function endOf(text: string, next: Section | undefined): number {
	return next ? startOf(text, next) : text.length;
}

/** A heading round analytics is of their kind. */
function kindOf(section: Section, sections: readonly Section[]): SectionKind {
	if (section.kind !== "other") return section.kind;
	const below = sections.slice(sections.indexOf(section) + 1);
	const end = below.findIndex(({ level }) => level <= section.level);
	const inside = end < 0 ? below : below.slice(0, end);
	return inside.some(({ kind }) => kind === "analytic") ? "analytic" : "other";
}
