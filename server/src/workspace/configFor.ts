// The configuration that holds for a document, its mistakes logged once.
import { lineIndex } from "../base/lineIndex.ts";
import type { Problem } from "../base/problem.ts";
import { type Config, emptyConfig, type ReadConfig, readConfig } from "../config/config.ts";
import { rules } from "../lint/registry.generated.ts";
import { isNamed } from "./globs.ts";
import type { ServicePorts } from "./ports.ts";

/** The configuration that holds for a document. */
export interface FoundConfig {
	readonly config: Config;
	/** Absolute path of the folder whose `huntmark.json` it is; `null` where there is none, and nothing is configured. */
	readonly folder: string | null;
	/** What is wrong with the file; its text is what the spans are of. They are logged when they are new. */
	readonly problems: readonly Problem[];
	/** Whether it says that the document is a hunt, whatever is in it. */
	readonly isHunt: boolean;
}

export async function configFor(ports: Pick<ServicePorts, "files" | "log">, uri: string | null): Promise<FoundConfig> {
	const file = await ports.files.config(uri);
	if (!file) return { config: emptyConfig, folder: null, problems: [], isHunt: false };
	const { text, folder, document } = file;
	const { config, problems } = read(text, `${folder}/huntmark.json`, ports.log);
	return { config, folder, problems, isHunt: document !== undefined && isNamed(config.hunts, document) };
}

/** What is wrong with the text of a `huntmark.json`, in text order; a fix that is not `alone` is certain. */
export function checkConfig(text: string): readonly Problem[] {
	return readConfig(text, ruleIds).problems;
}

const ruleIds = rules.map(({ id }) => id);

const lastRead = new Map<string, { readonly text: string; readonly read: ReadConfig }>();

/** Documents of the same file share one configuration, and with it all that is worked out from it. */
function read(text: string, path: string, log: ServicePorts["log"]): ReadConfig {
	const last = lastRead.get(path);
	if (last?.text === text) return last.read;
	const fresh = readConfig(text, ruleIds);
	lastRead.set(path, { text, read: fresh });
	const { positionAt } = lineIndex(text);
	for (const { span, message } of fresh.problems) {
		const { line, character } = positionAt(span[0]);
		log(`${path}:${line + 1}:${character + 1}: ${message}`);
	}
	return fresh;
}
