// A technique that ATT&CK has replaced by another.
import { attackWith } from "../../attack/attack.ts";
import type { Technique } from "../../attack/standardFacts.ts";
import type { TextEdit } from "../../base/problem.ts";
import { type Citation, citationsOf, citeInstead } from "../../document/citations.ts";
import { defineRule, edits } from "../defineRule.ts";

export default defineRule({
	id: "revoked-technique",
	severity: "warning",
	docs: "MITRE ATT&CK® gave what this id meant to another one. Current reports and matrices know only that, so a hunt that cites the old one is missing in them. The fix names the technique that stands for it, in links as their address; where the old name follows the id, it becomes the new one.",
	fix: "keeps queries",
	bad: [
		"---\ntechniques: [T1086]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1086/\n",
		"## Hypothesis\nT1002 (Data Compressed) comes before the data leaves.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/wiki/Technique/T1002\n",
	],
	good: [
		"---\ntechniques: [T1059.001]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/001/\n",
		"## Hypothesis\nT1560 (Archive Collected Data) comes before the data leaves.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1560\n",
	],
	checkDocument({ text, hunt, config, report }) {
		const attack = attackWith(config.techniques);
		for (const citation of citationsOf(hunt, text)) {
			const revoked = citation.kind === "technique" ? attack.techniqueById(citation.id) : null;
			const replacement = revoked && attack.replacementOf(revoked);
			if (!replacement) continue;
			report(
				citation.span,
				`${revoked.id} (${revoked.name}) was revoked: in MITRE ATT&CK® ${attack.version} it is ${replacement.id} (${replacement.fullName}).`,
				edits(`Change to ${replacement.id}`, [replaced(text, citation, revoked, replacement)]),
			);
		}
	},
});

/** With the name, where it follows the id and is now another. */
function replaced(text: string, citation: Citation, revoked: Technique, replacement: Technique): TextEdit {
	const edit = citeInstead(text, citation, replacement.id);
	const [start, end] = edit.span;
	if (citation.source === "link" || revoked.name === replacement.name) return edit;
	const [between = ""] = /^[ \t]*(?:[-–—:(][ \t]*)?/.exec(text.slice(end, end + 20)) ?? [];
	const nameEnd = end + between.length + revoked.name.length;
	if (!text.startsWith(revoked.name, end + between.length) || /^\w/.test(text.slice(nameEnd, nameEnd + 1))) return edit;
	return { span: [start, nameEnd], text: `${edit.text}${between}${replacement.name}` };
}
