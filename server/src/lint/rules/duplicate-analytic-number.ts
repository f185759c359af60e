// Two analytics of one number.
import { defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "duplicate-analytic-number",
	severity: "warning",
	docs: "Tests, results and people name an analytic by its number. Of two with the same one, the first is meant. The fix gives the second the next free number.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Analytic 1 - Downloads\n`user:admin`\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Analytic 1 - Jobs\n`user:root`\n\n## Analytic 2 - Downloads\n`user:admin`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt: { analytics, sections }, report }) {
		const first = new Map<number, (typeof analytics)[number]>();
		let free = Math.max(0, ...analytics.map(({ number }) => number ?? 0)) + 1;
		for (const analytic of analytics) {
			const { number, span } = analytic;
			if (number === null) continue;
			const other = first.get(number);
			if (!other) {
				first.set(number, analytic);
				continue;
			}
			const heading = sections.find((section) => section.span[0] === span[0])?.heading;
			const digits = heading && new RegExp(`(?<!\\d)0*${number}(?!\\d)`).exec(heading.text);
			const start = (heading?.span[0] ?? 0) + (digits?.index ?? 0);
			const fix = digits ? replace(`Change to ${free}`, [start, start + digits[0].length], String(free)) : undefined;
			report(heading?.span ?? span, `There is an Analytic ${number} already.`, fix, undefined, [
				{ span: other.title?.span ?? other.span, message: "The first one" },
			]);
			free++;
		}
	},
});
