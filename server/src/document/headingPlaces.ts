// What a heading is where it stands: the same words open a section here and are a part of one there.
import type { TokenType } from "chevrotain";
import {
	AnalyticHeading,
	AnalyticsHeading,
	AsideHeading,
	DescriptionHeading,
	FindingsHeading,
	type HeadingPayload,
	HypothesisHeading,
	OtherHeading,
	type Phase,
	QueriesHeading,
	SubHeading,
	TitleHeading,
} from "./tokens.ts";

/** Given a document's headings in order, says of each what it is there; `null`: no heading at all. */
export type HeadingReader = (type: TokenType, heading: HeadingPayload) => TokenType | null;

/** The sections of the phases that follow the first one of a hunt. */
const phaseTypes: Readonly<Partial<Record<Phase, TokenType>>> = {
	observe: HypothesisHeading,
	check: QueriesHeading,
	keep: FindingsHeading,
	execute: QueriesHeading,
	act: FindingsHeading,
};

/** An analytic has those of its own. */
const partsOfAnalytics: ReadonlySet<TokenType> = new Set([
	OtherHeading,
	AsideHeading,
	DescriptionHeading,
	QueriesHeading,
]);

/**
 * The first heading may be the title. One that is deeper than that of the open section is a part of it, unless it names a
 * section of its own. Below a heading over analytics or queries, the headings of the next level name them. `isTitled`: the
 * title stands elsewhere, so a first heading over queries is one.
 */
export function headingReader(isTitled: boolean): HeadingReader {
	let first = true;
	let inPhases = false;
	let open: (Pick<HeadingPayload, "level" | "style"> & { readonly type: TokenType }) | null = null;
	/** The heading over analytics or queries that the place is under. */
	let around: { readonly type: TokenType; readonly level: number } | null = null;

	/** Words before a colon, and items, are headings only among others of their kind, or where no section is open yet. */
	const counts = (type: TokenType, { style, level }: HeadingPayload): boolean => {
		if (style === "item")
			return around !== null || (open !== null && (open.type === OtherHeading || level === open.level));
		if (style === "unspaced") return (first && level === 1) || type !== OtherHeading;
		if (style !== "prefix") return true;
		if (open === null) return type !== OtherHeading;
		if (open.style === "prefix") return true;
		const isMinor = open.type === OtherHeading || open.type === AsideHeading || open.type === DescriptionHeading;
		return type === HypothesisHeading && isMinor;
	};

	return (words, heading) => {
		const { level, style, phase } = heading;
		let type = words;
		if (phase === "learn" || phase === "prepare") {
			inPhases = true;
			if (phase === "learn") type = DescriptionHeading;
		} else if (phase && inPhases) type = phaseTypes[phase] ?? type;
		if (!counts(type, heading)) return null;

		const isTitle = type === OtherHeading || (type === QueriesHeading && !isTitled);
		if (first && level === 1 && isTitle) {
			first = false;
			return TitleHeading;
		}
		if (around && level <= around.level) around = null;
		const isDeeper: boolean = open !== null && level > open.level;
		const isInAnalytic =
			isDeeper && (open?.type === AnalyticHeading || (open?.type === QueriesHeading && around?.level !== open.level));
		if (isInAnalytic && partsOfAnalytics.has(type)) return SubHeading;
		if (isDeeper && type === open?.type && type !== AnalyticHeading && type !== QueriesHeading) return SubHeading;
		if (around && type === OtherHeading && (around.type === AnalyticsHeading || style === "marks"))
			type = around.type === AnalyticsHeading ? AnalyticHeading : QueriesHeading;
		if (type === OtherHeading || type === AsideHeading) {
			if (isDeeper || (open === null && style !== "marks" && style !== "unspaced")) return SubHeading;
		}
		first = false;
		open = { type, level, style };
		const isOver = type === AnalyticsHeading || (type === QueriesHeading && heading.number === null);
		if (isOver && !around) around = { type, level };
		return type;
	};
}
