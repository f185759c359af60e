// One look at what holds for many documents: their configurations and what their sources hold, each asked for once.
import { isRefusal } from "../base/refusal.ts";
import { emptyConfig, readsAlike } from "../config/config.ts";
import type { Hunt } from "../document/hunt.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { AnalysisContext } from "./analysis.ts";
import { configFor, type FoundConfig } from "./configFor.ts";
import { locateSource } from "./locateSource.ts";
import type { ConfigFile, ServicePorts } from "./ports.ts";

/** What is around a document, but the other hunts and the time. */
export type Surroundings = Required<Omit<AnalysisContext, "others" | "now">>;

export const noSurroundings: Surroundings = {
	catalog: null,
	config: emptyConfig,
	isHunt: false,
	missingData: new Set(),
};

export interface Look {
	/** `data`: what the tests of a hunt name; `null`: of what is none, no source is asked for. */
	around(uri: string, data: readonly string[] | null): Promise<Surroundings>;
}

/** `source`: the one that is chosen, `null`: each document's default. `undefined`: no source may be looked at. */
export type LookAround = (source: string | null | undefined) => Look;

export function createLookAround(ports: ServicePorts): LookAround {
	/** An engine may answer the same anew; what is the same stays one object, so that nothing is checked again for it. */
	const lastCatalogs = new Map<string, { readonly json: string; readonly catalog: FieldCatalog }>();

	return (source) => {
		const configs = new Map<string, Promise<ConfigFile | null>>();
		const catalogs = new Map<string, Promise<FieldCatalog | null>>();
		const remembering = {
			files: {
				...ports.files,
				/** Documents of one folder have one configuration. */
				async config(uri: string | null): Promise<ConfigFile | null> {
					const [, folder = "", name = ""] = /^(.*\/)([^/]*)$/.exec(uri ?? "") ?? [];
					const found = configs.get(folder) ?? ports.files.config(uri);
					configs.set(folder, found);
					const file = await found;
					return file?.document
						? { ...file, document: file.document.replace(/[^/]*$/, decodeURIComponent(name)) }
						: file;
				},
			},
			log: ports.log,
		};
		return {
			async around(uri, data) {
				const found = await configFor(remembering, uri);
				const { config, isHunt } = found;
				if (source === undefined || !(data || isHunt)) return { ...noSurroundings, config, isHunt };
				const key = `${found.folder} ${source ?? config.defaultSource}`;
				const catalog = catalogs.get(key) ?? readCatalog(key, found, source);
				catalogs.set(key, catalog);
				const paths = data?.filter((path) => !config.sources.has(path)) ?? [];
				const missing = paths.length > 0 ? await ports.files.missing(uri, paths) : [];
				return { config, isHunt, catalog: await catalog, missingData: new Set(missing) };
			},
		};
	};

	/** A refusal is no news: running will say it. */
	async function readCatalog(key: string, found: FoundConfig, source: string | null): Promise<FieldCatalog | null> {
		const located = await locateSource(ports.files, found, source);
		const catalog = isRefusal(located) ? located : await ports.engine.catalog(located);
		if (isRefusal(catalog)) return null;
		const json = JSON.stringify(catalog);
		const last = lastCatalogs.get(key);
		if (last?.json === json) return last.catalog;
		lastCatalogs.set(key, { json, catalog });
		return catalog;
	}
}

/** What a document was last analysed with. */
export function surroundingsOf({ catalog, config, isHunt, missingData }: AnalysisContext): Surroundings {
	return { ...noSurroundings, catalog, config, ...(isHunt && { isHunt }), ...(missingData && { missingData }) };
}

/** Whether nothing is otherwise under the one than under the other. */
export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
	return (
		a.catalog === b.catalog &&
		a.isHunt === b.isHunt &&
		readsAlike(a.config, b.config) &&
		[...a.missingData].join("\n") === [...b.missingData].join("\n")
	);
}

/** Whether a document has the same problems under both: which sources there are says only where it can run. */
export function checkedAlike(a: Surroundings, b: Surroundings): boolean {
	const withoutSources = ({ config, ...rest }: Surroundings) => ({
		...rest,
		config: { ...config, sources: emptyConfig.sources, defaultSource: null },
	});
	return sameSurroundings(withoutSources(a), withoutSources(b));
}

/** The data that the tests of a hunt name, each once, in their order. */
export function dataOf(hunt: Hunt): readonly string[] {
	return [...new Set(hunt.tests.map(({ data }) => data.text).filter((path) => path !== ""))];
}
