// An id that no technique of ATT&CK has.
import { type Attack, attackWith, otherDomain } from "../../attack/attack.ts";
import type { Technique } from "../../attack/standardFacts.ts";
import { type Citation, citationsOf, citeInstead } from "../../document/citations.ts";
import { alone, defineRule, edits } from "../defineRule.ts";
import { isLeftToFillIn } from "../reading/leftToFillIn.ts";

export default defineRule({
	id: "unknown-technique",
	severity: "warning",
	docs: "Coverage and links are counted by the id of a technique of MITRE ATT&CK®, so an id that nothing has counts for nothing. Ids are looked for in the front matter's `techniques`, in the text and in links to attack.mitre.org; queries, code blocks and comments are left alone. Huntmark knows the Enterprise matrix: ids that by their number belong to the ICS (T08…) or Mobile matrix (T1398 to T1479) are not judged. Techniques of your own belong into `techniques` in `huntmark.json`.",
	fix: "keeps queries",
	bad: [
		"---\ntechniques: [T1059.01]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/001/\n",
		"---\ntechniques: BITS Jobs\n---\n## Hypothesis\nJobs fetch what nobody asked for.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1197/\n",
		"## Hypothesis\nThis is about T1059.999.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/\n",
		"## Hypothesis\nThis is about T9999.\n\n## Analytic 1\n`user:root`\n",
	],
	good: [
		"---\ntechniques: [T1059.001]\n---\n## Hypothesis\nScripts run where no one is logged on.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/001/\n",
		"---\ntechniques: T1197\n---\n## Hypothesis\nJobs fetch what nobody asked for.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1197/\n",
		"## Hypothesis\nThis is about T1059.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1059/\n",
	],
	checkDocument({ text, hunt, config, report }) {
		const attack = attackWith(config.techniques);
		for (const citation of citationsOf(hunt, text)) {
			const { kind, id, span } = citation;
			if (kind !== "technique" || attack.techniqueById(id) || otherDomain(id) || isLeftToFillIn(id)) continue;
			const { message, meant, isCertain } = judge(citation, attack);
			const fixes = meant.map((technique) => {
				const title = `Change to ${named(technique)}`;
				const fix = edits(title, [citeInstead(text, citation, technique.id)]);
				return isCertain ? fix : alone(fix);
			});
			report(span, message, fixes);
		}
	},
});

interface Judgement {
	readonly message: string;
	/** The likeliest first. */
	readonly meant: readonly Technique[];
	readonly isCertain: boolean;
}

function judge({ id }: Citation, attack: Attack): Judgement {
	const padded = attack.techniqueById(id.replace(/\.(\d{1,2})$/, (_, digits: string) => `.${digits.padStart(3, "0")}`));
	if (padded)
		return {
			message: `\`${id}\` is no id: sub-techniques have three digits. ${named(padded)} is.`,
			meant: [padded],
			isCertain: true,
		};
	const sameName = attack.techniquesNamed(id);
	if (sameName.length > 0)
		return {
			message: `A technique is cited by its id: ${id} is ${sameName.map((technique) => technique.id).join(" or ")}.`,
			meant: sameName,
			isCertain: sameName.length === 1,
		};
	const near = attack.nearestTechniques(id, 3);
	const nearest = near.length > 0 ? ` Did you mean ${near.map(named).join(", ")}?` : "";
	return {
		message: `MITRE ATT&CK® ${attack.version} (Enterprise) has no technique \`${id}\`.${nearest}`,
		meant: near,
		isCertain: false,
	};
}

function named({ id, fullName }: Technique): string {
	return `${id} (${fullName})`;
}
