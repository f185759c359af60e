// An existing detection that cannot be opened.
import { lineBreakOf, lineEnd, lineStart } from "../../base/lines.ts";
import { alone, defineRule, replace } from "../defineRule.ts";

export default defineRule({
	id: "detection-without-url",
	severity: "hint",
	docs: "The detections that exist already are reviewed before anything new is built. Of one that has only a name, nobody knows which it is once it is renamed; its address stays. Write it as the next item of the list. The fix adds that item, for the address to be filled in.",
	fix: "keeps queries",
	bad: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	good: [
		"## Hypothesis\nMalware downloads with BITS.\n\n## Existing Detections\n- BITS job starts a program\n- https://example.com/watchlists/7\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://example.com/bits\n",
	],
	checkDocument({ text, hunt, report }) {
		for (const { name, url } of hunt.existingDetections) {
			if (!name || url) continue;
			const start = lineStart(text, name.span[0]);
			const end = lineEnd(text, name.span[1]);
			const [bullet] = /^[ \t]*[-*+][ \t]+/.exec(text.slice(start, name.span[0])) ?? [];
			const item = bullet && `${lineBreakOf(text)}${bullet}https://TODO`;
			const fix = item ? alone(replace("Add a line for its address", [end, end], item)) : undefined;
			report(name.span, "This detection has no address: put it behind the name.", fix);
		}
	},
});
