// A tactic that ATT&CK does not have, or has under another name.
import { type Attack, attackWith, otherDomain } from "../../attack/attack.ts";
import type { Tactic } from "../../attack/standardFacts.ts";
import { type Citation, citationsOf, citeInstead } from "../../document/citations.ts";
import { alone, defineRule, edits } from "../defineRule.ts";
import { isLeftToFillIn } from "../reading/leftToFillIn.ts";

export default defineRule({
	id: "unknown-tactic",
	severity: "warning",
	docs: "Hunts are sorted by tactics of MITRE ATT&CK®, so one that nothing else calls by this name stands alone. Version 19 renamed Defense Evasion to Stealth (TA0005) and made a tactic of its own of what weakens defences: Defense Impairment (TA0112). Tactics are looked for in the front matter's `tactics`, in links to attack.mitre.org, as ids in the text, and as names after a label `Tactic:` and in a column `Tactic`; there only names are judged that are nearly right.",
	fix: "keeps queries",
	bad: [
		"---\ntactics: [Defense Evasion]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/tactics/TA0005/\n",
		"| Tactic | Idea |\n|---|---|\n| Exfiltraton | Archives |\n\n## Hypothesis\nArchives leave.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/tactics/TA0010/\n",
	],
	good: [
		"---\ntactics: [Stealth]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/tactics/TA0005/\n",
		"| Tactic | Idea |\n|---|---|\n| Exfiltration | Archives |\n\n## Hypothesis\nArchives leave.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/tactics/TA0010/\n",
	],
	checkDocument({ text, hunt, config, report }) {
		const attack = attackWith(config.techniques);
		for (const citation of citationsOf(hunt, text)) {
			if (citation.kind !== "tactic") continue;
			const { id, span } = citation;
			const known = attack.tacticNamed(id);
			const change = ({ id: tacticId, name }: Tactic) =>
				edits(`Change to ${name} (${tacticId})`, [
					citeInstead(text, citation, isId(id) ? tacticId : inStyleOf(id, name)),
				]);
			if (known?.renamed) {
				const { tactic } = known;
				report(
					span,
					`${id} was renamed: in MITRE ATT&CK® ${attack.version} ${tactic.id} is ${tactic.name}.`,
					change(tactic),
				);
			} else if (!known) {
				const near = nearestTo(citation, attack);
				if (!near) continue;
				const listed = near.map((tactic) => `${tactic.name} (${tactic.id})`).join(", ");
				report(
					span,
					`MITRE ATT&CK® ${attack.version} (Enterprise) has no tactic \`${id}\`.${listed && ` Did you mean ${listed}?`}`,
					near.map((tactic) => alone(change(tactic))),
				);
			}
		}
	},
});

/** `null`: it is none of ours to judge. */
function nearestTo({ id, source }: Citation, attack: Attack): readonly Tactic[] | null {
	if (otherDomain(id) || isLeftToFillIn(id)) return null;
	const near = attack.nearestTactics(id, 3);
	if (source !== "text" || isId(id)) return near;
	const alike = near.filter(({ name, formerNames }) =>
		[name, ...formerNames].some((each) => Math.abs(each.length - id.length) <= 2),
	);
	return alike.length > 0 ? alike : null;
}

function isId(text: string): boolean {
	return /^TA\d/i.test(text);
}

/** The name as a hunt that writes `defense-evasion` or `defense evasion` writes it. */
function inStyleOf(written: string, name: string): string {
	const cased = written === written.toLowerCase() ? name.toLowerCase() : name;
	const joint = /\s/.test(written) ? null : /[-_]/.exec(written)?.[0];
	return joint ? cased.replaceAll(" ", joint) : cased;
}
