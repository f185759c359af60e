// What is known of a technique or tactic, in Markdown.
import { attackAddress } from "../../attack/address.ts";
import { standardAttack } from "../../attack/attack.ts";
import type { Tactic, Technique } from "../../attack/standardFacts.ts";
import { code } from "../../explain/code.ts";

/** Facts only: what the technique is, its page says. */
export function techniqueText(technique: Technique): string {
	const { id, fullName, parent, tactics, platforms, dataComponents, status } = technique;
	const { version, detailsVersion } = standardAttack();
	const hasDetails = platforms.length > 0 || dataComponents.length > 0;
	const details = [
		...(parent === null ? [] : [`Sub-technique of ${parent}`]),
		...listed(
			"Tactics",
			tactics.map((tactic) => titleOf(tactic)),
		),
		...listed("Platforms", platforms),
		...listed("Data components", dataComponents),
	];
	const versions = hasDetails ? `${version}; platforms and data components of ${detailsVersion}` : version;
	return joined([
		status === "custom" ? `**${code(id)}** ${code(fullName)}` : `**${id}** ${fullName}`,
		statusText(technique),
		details.join("  \n"),
		status === "custom" ? "" : pageText(id, versions),
	]);
}

export function tacticText(tactic: Tactic): string {
	const { id, name, formerNames } = tactic;
	if (isAdded(tactic)) return joined([`**${code(name)}**`, "A tactic of `huntmark.json`."]);
	const former = formerNames.length > 0 ? `Formerly ${formerNames.join(", ")}.` : "";
	return joined([`**${id}** ${name}`, former, pageText(id, standardAttack().version)]);
}

function titleOf(tactic: Tactic): string {
	return isAdded(tactic) ? code(tactic.name) : `${tactic.name} (${tactic.id})`;
}

function isAdded({ id, name }: Tactic): boolean {
	return id === name;
}

function listed(title: string, names: readonly string[]): readonly string[] {
	return names.length > 0 ? [`${title}: ${names.join(", ")}`] : [];
}

function statusText({ status, replacement }: Technique): string {
	switch (status) {
		case "revoked":
			return `Revoked: it is ${replacement} now.`;
		case "deprecated":
			return "Deprecated: nothing stands for it.";
		case "custom":
			return "A technique of `huntmark.json`.";
		case "live":
			return "";
	}
}

function pageText(id: string, versions: string): string {
	return `[MITRE ATT&CK®](${attackAddress(id)}) ${versions}`;
}

function joined(parts: readonly string[]): string {
	return parts.filter((part) => part !== "").join("\n\n");
}
