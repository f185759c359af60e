// A technique that serves none of the tactics that its hunt names.
import { attackWith } from "../../attack/attack.ts";
import { citationsOf } from "../../document/citations.ts";
import { defineRule } from "../defineRule.ts";

export default defineRule({
	id: "technique-tactic-mismatch",
	severity: "off",
	docs: "The front matter names tactics of MITRE ATT&CK®, and a technique that serves none of them: one of both may be an oversight. It is off by default, since a hunt may well look at one purpose of a technique that ATT&CK does not list.",
	bad: [
		"---\ntactics: [Impact]\ntechniques: [T1197]\n---\n## Hypothesis\nJobs fetch what nobody asked for.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1197/\n",
	],
	good: [
		"---\ntactics: [Persistence]\ntechniques: [T1197]\n---\n## Hypothesis\nJobs fetch what nobody asked for.\n\n## Analytic 1\n`user:root`\n\n## References\nhttps://attack.mitre.org/techniques/T1197/\n",
	],
	checkDocument({ text, hunt, config, report }) {
		const attack = attackWith(config.techniques);
		const stated = citationsOf(hunt, text).filter(({ source }) => source === "front matter");
		const named = stated.flatMap(({ kind, id, span }) => {
			const tactic = kind === "tactic" ? attack.tacticNamed(id)?.tactic : undefined;
			return tactic ? [{ tactic, span }] : [];
		});
		if (named.length === 0) return;
		for (const { kind, id, span } of stated) {
			const technique = kind === "technique" ? attack.techniqueById(id) : null;
			if (!technique || technique.tactics.length === 0) continue;
			if (technique.tactics.some((served) => named.some(({ tactic }) => tactic === served))) continue;
			const serves = technique.tactics.map(({ name }) => name).join(", ");
			report(
				span,
				`${technique.id} (${technique.fullName}) serves ${serves}, none of the tactics that this hunt names.`,
				undefined,
				undefined,
				named.map(({ tactic, span: place }) => ({ span: place, message: `The hunt is for ${tactic.name}.` })),
			);
		}
	},
});
