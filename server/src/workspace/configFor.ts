// The configuration that holds for a document, its mistakes logged.
import { type Config, configKeys, emptyConfig, readConfig } from "../config/config.ts";
import { rules } from "../lint/registry.generated.ts";
import { nearestNames } from "../taxonomies/lookup.ts";
import type { ServicePorts } from "./ports.ts";

/** The configuration that holds for a document. */
export interface FoundConfig {
	readonly config: Config;
	/** Absolute path of the folder whose `huntmark.json` it is; `null` where there is none, and nothing is configured. */
	readonly folder: string | null;
	/** What is wrong with the file, in sentences. They are logged already. */
	readonly mistakes: readonly string[];
}

export async function configFor(ports: Pick<ServicePorts, "files" | "log">, uri: string | null): Promise<FoundConfig> {
	const file = await ports.files.config(uri);
	if (!file) return { config: emptyConfig, folder: null, mistakes: [] };
	const { config, unknownKeys, ...read } = readConfig(file.text);
	const ids = rules.map(({ id }) => id);
	const unknownRules = Object.keys(config.rules).filter((id) => !ids.includes(id));
	const mistakes = [
		...read.mistakes,
		...unknownKeys.map((key) => unknown(`"${key}" means nothing here.`, key, configKeys)),
		...unknownRules.map((id) => unknown(`There is no rule ${id}.`, id, ids)),
	];
	for (const mistake of mistakes) ports.log(`huntmark.json in ${file.folder}: ${mistake}`);
	return { config, folder: file.folder, mistakes };
}

function unknown(said: string, name: string, known: readonly string[]): string {
	const [near] = nearestNames(name, known, 1);
	return near ? `${said} Did you mean ${near}?` : said;
}
