// Two analytics of one number.
import { headingOf, nextNumber, numberIn } from "../../document/analytics.ts";
import type { Analytic } from "../../document/hunt.ts";
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
	checkDocument({ hunt, report }) {
		const first = new Map<number, Analytic>();
		let free = nextNumber(hunt);
		for (const analytic of hunt.analytics) {
			const { number, span } = analytic;
			if (number === null) continue;
			const other = first.get(number);
			if (!other) {
				first.set(number, analytic);
				continue;
			}
			const heading = headingOf(hunt, analytic);
			const digits = numberIn(heading, analytic);
			const fix = digits ? replace(`Change to ${free}`, digits, String(free)) : undefined;
			report(heading?.span ?? span, `There is an Analytic ${number} already.`, fix, undefined, [
				{ span: other.title?.span ?? other.span, message: "The first one" },
			]);
			free++;
		}
	},
});
