// A technique that ATT&CK has given up.
import { attackWith } from "../../attack/attack.ts";
import { citationsOf } from "../../document/citations.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "deprecated-technique",
	severity: "hint",
	tag: "deprecated",
	docs: "MITRE ATT&CK® keeps the page of this technique, but no longer counts it as one, and names none that stands for it. Look for the technique that describes best what the hunt looks for.",
	bad: [
		"---\ntechniques: [T1064]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n",
	],
	good: [
		"---\ntechniques: [T1059]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/\n",
	],
	checkDocument({ text, hunt, config, report }) {
		const attack = attackWith(config.techniques);
		for (const { kind, id, span } of citationsOf(hunt, text)) {
			const technique = kind === "technique" ? attack.techniqueById(id) : null;
			if (technique?.status !== "deprecated") continue;
			report(
				span,
				`${technique.id} (${technique.name}) is deprecated in MITRE ATT&CK® ${attack.version}, which names no other for it.`,
			);
		}
	},
});
