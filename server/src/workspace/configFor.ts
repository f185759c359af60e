// The configuration that holds for a document, its mistakes logged.
import { type Config, emptyConfig, readConfig } from "../config/config.ts";
import { rules } from "../lint/registry.generated.ts";
import { nearestNames } from "../taxonomies/lookup.ts";
import type { ServicePorts } from "./ports.ts";

/** `folder`: absolute path of the folder whose `huntmark.json` it is; `null` where there is none, and nothing is configured. */
export async function configFor(
	ports: Pick<ServicePorts, "files" | "log">,
	uri: string | null,
): Promise<{ readonly config: Config; readonly folder: string | null }> {
	const file = await ports.files.config(uri);
	if (!file) return { config: emptyConfig, folder: null };
	const { config, mistakes } = readConfig(file.text);
	for (const mistake of [...mistakes, ...unknownRules(config)])
		ports.log(`huntmark.json in ${file.folder}: ${mistake}`);
	return { config, folder: file.folder };
}

function unknownRules({ rules: severities }: Config): readonly string[] {
	const ids = rules.map(({ id }) => id);
	return Object.keys(severities)
		.filter((id) => !ids.includes(id))
		.map((id) => {
			const [near] = nearestNames(id, ids, 1);
			return `There is no rule ${id}.${near ? ` Did you mean ${near}?` : ""}`;
		});
}
