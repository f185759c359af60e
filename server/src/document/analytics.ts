// What the headings of analytics say of them.
import type { Span } from "../base/span.ts";
import type { Analytic, Hunt, Section, Text } from "./hunt.ts";

/** The section that an analytic is. */
export function sectionOf({ sections }: Pick<Hunt, "sections">, { span }: Pick<Analytic, "span">): Section | undefined {
	return sections.find((section) => section.span[0] === span[0]);
}

/** The heading that it begins with. */
export function headingOf(hunt: Pick<Hunt, "sections">, analytic: Pick<Analytic, "span">): Text | undefined {
	return sectionOf(hunt, analytic)?.heading;
}

/** Where the heading of an analytic says its number in digits; `null` where it has none, or a Roman one. */
export function numberIn(heading: Text | undefined, { number }: Pick<Analytic, "number">): Span | null {
	if (number === null || !heading) return null;
	for (const { 0: digits, index } of heading.text.matchAll(/\d+/g)) {
		const start = heading.span[0] + index;
		if (Number(digits) === number) return [start, start + digits.length];
	}
	return null;
}

/** The number behind the highest. */
export function nextNumber({ analytics }: Pick<Hunt, "analytics">): number {
	return Math.max(0, ...analytics.map(({ number }) => number ?? 0)) + 1;
}
