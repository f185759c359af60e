// An existing detection that nobody has looked at for a long time.
import { dayOf } from "../../base/day.ts";
import { alone, defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "review-stale",
	severity: "warning",
	docs: "`- Name (reviewed 2026-11-01)` says when somebody last looked whether a detection still does what the hunt relies on. Detections are changed, silenced and switched off; after `reviewAfter` of `huntmark.json` (180 days if it says nothing) the date no longer vouches for it. Look at the detection, then let the fix write today's date.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program (reviewed 2024-02-01)\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program (reviewed 2024-13-01)\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program (reviewed 2026-01-01)\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ hunt, config, now, report }) {
		const today = dayOf(now);
		for (const { reviewed } of hunt.existingDetections) {
			if (!reviewed) continue;
			const then = Date.parse(`${reviewed.text}T00:00:00Z`);
			const days = Math.floor((now - then) / (24 * 60 * 60 * 1000));
			if (days <= config.reviewAfter) continue;
			const said = Number.isNaN(then)
				? `There is no day ${reviewed.text}.`
				: `This was reviewed ${days} days ago; after ${config.reviewAfter} it is to be looked at again.`;
			// Only whoever has looked may say so.
			report(reviewed.span, said, alone(replace("It was reviewed today", reviewed.span, today)));
		}
	},
});
