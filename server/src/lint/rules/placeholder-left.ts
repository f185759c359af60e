// Words of a template that were to be replaced.
import { holds, type Span } from "../../base/span.ts";
import type { Section } from "../../document/hunt.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "placeholder-left",
	severity: "warning",
	docs: "Templates of hunts say what to write where: “Brief description of the TTP…”, `Txxxx`, `T.../`, `priority: 1-5`, `TODO`. Left in a hunt they look like content, and searches find them. Words in angle brackets are not reported: `<user>` is how paths are written.",
	bad: [
		"## Hypothesis\nMalware downloads with BITS (Txxxx).\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"---\npriority: 1-5\n---\n## Hypothesis\nTODO\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"## Hypothesis\nBrief description of the TTP and why it matters.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T.../\n",
	],
	good: [
		"---\npriority: 2\n---\n## Hypothesis\nMalware downloads with BITS to C:\\Users\\<user>\\todo.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ text, hunt, report }) {
		const { meta, title, sections, analytics } = hunt;
		const found = [
			...(meta ? placeholdersIn(text, meta.span) : []),
			...(title ? placeholdersIn(text, title.span) : []),
		];
		for (const section of sections) found.push(...placeholdersOf(text, section));
		if (found.length === 0) return;
		const queries = analytics.flatMap(({ queries }) => queries.map(({ span }) => span));
		for (const span of found) {
			if (queries.some((query) => holds(query, span))) continue;
			report(span, `“${text.slice(...span)}” is a template's: write what it stands for, or leave it out.`);
		}
	},
});

const placeholders = new RegExp(
	[
		String.raw`(?<![\w\\/.-])TODO(?![\w-])`,
		String.raw`https?:\/\/TODO\b`,
		String.raw`(?<![\w])T(?:A)?[xX]{4}(?:\.[xX]{3})?(?!\w)`,
		String.raw`(?<![\w])TA?\.{3}(?=[\/\s)]|$)`,
		String.raw`^priority:[ \t]*1[ \t]*-[ \t]*5(?=\s*$)`,
		String.raw`Brief description of the (?:TTP|hunt|technique|behaviou?r)\b[^\r\n]*`,
		String.raw`\[(?:Your|Insert|Add|Describe|Enter|Provide)\b[^\]\r\n]*\](?!\()`,
		String.raw`(?<!\w)YYYY-MM-DD(?!\w)`,
		String.raw`Lorem ipsum\b`,
	].join("|"),
	"gm",
);

/** By section, which stands where it stood as long as it is the same object: a section that an edit did not touch is not read again. */
const known = new WeakMap<Section, readonly Span[]>();

function placeholdersOf(text: string, section: Section): readonly Span[] {
	const found = known.get(section) ?? placeholdersIn(text, section.span);
	known.set(section, found);
	return found;
}

function placeholdersIn(text: string, [start, end]: Span): Span[] {
	return [...text.slice(start, end).matchAll(placeholders)].map(({ 0: words, index }) => [
		start + index,
		start + index + words.trimEnd().length,
	]);
}
