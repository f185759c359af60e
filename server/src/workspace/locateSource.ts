// Where the telemetry is that a configuration names.
import { isRefusal, type Refusal, refuse } from "../base/refusal.ts";
import type { FileSource } from "../engines/engine.ts";
import type { FoundConfig } from "./configFor.ts";
import type { ServicePorts } from "./ports.ts";

/** `named`: a source's name; `null`: the default one. Refused where there is no such source, or none of its files. */
export async function locateSource(
	files: ServicePorts["files"],
	{ config, folder }: FoundConfig,
	named: string | null,
): Promise<(FileSource & { readonly time: string | null }) | Refusal> {
	const known = [...config.sources.keys()].join(", ");
	const name = named ?? config.defaultSource;
	if (name === null) {
		return config.sources.size > 0
			? refuse("not-found", "No source is chosen.", `Choose one of ${known}, or name a defaultSource in huntmark.json.`)
			: refuse(
					"not-found",
					"No telemetry is configured.",
					'Put a huntmark.json beside the hunts: { "sources": { "lab": { "files": ["data/*.ndjson"] } } }.',
				);
	}
	const source = config.sources.get(name);
	if (!source) return refuse("not-found", `huntmark.json has no source ${name}.`, `Choose one of ${known}.`);
	const found = await files.expand(source.files, folder ?? ".");
	return isRefusal(found) ? found : { name, files: found, time: source.time };
}
