// Telemetry that is named, or that a hunt has by default.
import { isRefusal, type Refusal, refuse } from "../base/refusal.ts";
import type { SourceConfig } from "../config/config.ts";
import { type LocatedSource, readFields } from "../runs.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import { analyse } from "../workspace/analysis.ts";
import { configFor, type FoundConfig } from "../workspace/configFor.ts";
import type { ServicePorts } from "../workspace/ports.ts";
import type { HuntFile } from "./hunts.ts";
import { CliRefusal, granted } from "./refusal.ts";
import { showingProgress } from "./report/progress.ts";
import { tell, uriOf, type WithPorts } from "./world.ts";

/**
 * The telemetry that `--data` or `--source` names, or the default source of the `huntmark.json` near `path`.
 * @throws CliRefusal
 */
export async function sourceFor(
	ports: ServicePorts,
	path: string | null,
	options: { readonly data?: readonly string[]; readonly source?: string },
): Promise<LocatedSource> {
	if (options.data) {
		return {
			name: options.data.join(", "),
			files: granted(await ports.files.expand(options.data, process.cwd())),
			time: null,
		};
	}
	const { config, folder } = await configFor(ports, uriOf(path ?? "huntmark.json"));
	const name = options.source ?? config.defaultSource;
	const source = name === null ? undefined : config.sources.get(name);
	if (folder === null || name === null || !source) {
		const known = [...config.sources.keys()].join(", ");
		const detail = options.source ? `There is no source ${options.source} in huntmark.json.` : "No telemetry is named.";
		throw new CliRefusal(
			refuse(
				"not-found",
				detail,
				known
					? `Use --source with one of ${known}, or --data PATH.`
					: "Use --data PATH, or put a huntmark.json with sources beside the hunts.",
			),
		);
	}
	return granted(await locate(ports, name, source, folder));
}

async function locate(
	ports: ServicePorts,
	name: string,
	source: SourceConfig,
	folder: string,
): Promise<LocatedSource | Refusal> {
	const files = await ports.files.expand(source.files, folder);
	return isRefusal(files) ? files : { name, files, time: source.time };
}

/**
 * The hunts checked with what their own default sources hold, each of which is read once. One that cannot be read is told,
 * and its hunts stay as they are.
 * @throws CliRefusal where reading is cancelled
 */
export async function withOwnSources(hunts: readonly HuntFile[], withPorts: WithPorts): Promise<readonly HuntFile[]> {
	// Most of the time goes into starting the engine.
	if (hunts.every(({ found }) => found.config.defaultSource === null)) return hunts;
	return withPorts(async (ports, signal) => {
		const catalogs = new Map<string, FieldCatalog | null>();
		const checked: HuntFile[] = [];
		for (const hunt of hunts) {
			const { config, folder } = hunt.found;
			const key = `${folder} ${config.defaultSource}`;
			const catalog = catalogs.get(key) ?? (catalogs.has(key) ? null : await ownCatalog(ports, hunt.found, signal));
			catalogs.set(key, catalog);
			const { analysis } = hunt;
			checked.push(catalog ? { ...hunt, analysis: analyse(analysis.text, analysis, { ...analysis, catalog }) } : hunt);
		}
		return checked;
	});
}

/** What the default source holds; `null` where there is none, or where it cannot be read, which is told. */
async function ownCatalog(
	ports: ServicePorts,
	{ config, folder }: FoundConfig,
	signal: AbortSignal,
): Promise<FieldCatalog | null> {
	const name = config.defaultSource;
	const source = name === null ? undefined : config.sources.get(name);
	if (name === null || folder === null || !source) return null;
	const located = await locate(ports, name, source, folder);
	const catalog = isRefusal(located)
		? located
		: await showingProgress((onProgress) => readFields(ports, located, { signal, onProgress }));
	if (!isRefusal(catalog)) return catalog;
	if (catalog.reason === "cancelled") throw new CliRefusal(catalog);
	tell(`huntmark.json in ${folder}: Source ${name} was not looked at: ${catalog.detail}`);
	return null;
}
