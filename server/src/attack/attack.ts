// Looks up techniques and tactics of MITRE ATT&CK®, and those that a workspace adds.
import { nearestNames } from "../taxonomies/lookup.ts";
import { nearestIds } from "./nearestIds.ts";
import { type Domain, standardFacts, type Tactic, type Technique } from "./standardFacts.ts";

/** A technique that `huntmark.json` adds. */
export interface CustomTechnique {
	/** Any text without blanks; it goes before ATT&CK's technique of the same id. */
	readonly id: string;
	readonly name: string;
	/** Ids or names; those that ATT&CK does not have are added too. */
	readonly tactics: readonly string[];
}

/** All that is known of techniques and tactics. Immutable. */
export interface Attack {
	/** Of ATT&CK, as `19.2`. */
	readonly version: string;
	/** Of ATT&CK: what platforms and data components are from. */
	readonly detailsVersion: string;
	/** All, also the revoked and deprecated: ATT&CK's by id, then the added. */
	readonly techniques: readonly Technique[];
	readonly tactics: readonly Tactic[];
	/** In any case. */
	techniqueById(id: string): Technique | null;
	/** The live ones of that name, in any case; sub-techniques of several techniques may share one. */
	techniquesNamed(name: string): readonly Technique[];
	/** By id, name or short name, in any case, with hyphens or blanks; `renamed`: the name is a former one. */
	tacticNamed(text: string): { readonly tactic: Tactic; readonly renamed: boolean } | null;
	/** The live ones that were probably meant by an id or a name, best first; for an id there is always one. */
	nearestTechniques(text: string, limit: number): readonly Technique[];
	/** Tactics that were probably meant by an id or a name, best first. */
	nearestTactics(text: string, limit: number): readonly Tactic[];
	/** The live one that stands for a revoked one. */
	replacementOf(technique: Technique): Technique | null;
}

const none: readonly CustomTechnique[] = [];
const known = new WeakMap<readonly CustomTechnique[], Attack>();

/** ATT&CK alone. The facts are read when it is first asked for. */
export function standardAttack(): Attack {
	return attackWith(none);
}

/** ATT&CK and the techniques that a workspace adds. The same array gets the same value. */
export function attackWith(custom: readonly CustomTechnique[]): Attack {
	const found = known.get(custom) ?? build(custom);
	known.set(custom, found);
	return found;
}

/** Which other matrix has an id of this number, as far as numbers tell: Huntmark does not know its techniques. */
export function otherDomain(id: string): Exclude<Domain, "enterprise"> | null {
	const [, kind, digits] = /^T(A?)(\d{4})/i.exec(id) ?? [];
	const number = Number(digits);
	const within = (from: number, to: number) => from <= number && number <= to;
	if (kind === "A") return within(27, 41) && number !== 40 ? "mobile" : within(100, 111) ? "ics" : null;
	return within(800, 899) ? "ics" : within(1398, 1479) ? "mobile" : null;
}

function build(custom: readonly CustomTechnique[]): Attack {
	const { version, detailsVersion, tactics: standardTactics, techniques: standardTechniques } = standardFacts();
	const tactics = [...standardTactics];
	const named = new Map(tactics.flatMap((tactic) => [tactic.id, tactic.name].map((name) => [tacticKey(name), tactic])));
	const former = new Map(tactics.flatMap((tactic) => tactic.formerNames.map((name) => [tacticKey(name), tactic])));
	const addTactic = (name: string): Tactic => {
		const tactic: Tactic = { id: name, name, domain: "enterprise", formerNames: [] };
		tactics.push(tactic);
		named.set(tacticKey(name), tactic);
		return tactic;
	};
	const byId = new Map(standardTechniques.map((technique) => [technique.id.toUpperCase(), technique]));
	for (const { id, name, tactics: served } of custom) {
		byId.set(id.toUpperCase(), {
			id,
			name,
			fullName: name,
			domain: "enterprise",
			tactics: served.map((text) => named.get(tacticKey(text)) ?? former.get(tacticKey(text)) ?? addTactic(text)),
			parent: null,
			platforms: [],
			dataComponents: [],
			status: "custom",
			replacement: null,
		});
	}
	const techniques = [...byId.values()];
	const live = techniques.filter(({ status }) => status === "live" || status === "custom");
	const liveIds = live.map(({ id }) => id);
	const liveNames = [...new Set(live.map(({ name }) => name))];
	const tacticIds = tactics.map(({ id }) => id);
	const tacticNames = tactics.flatMap(({ name, formerNames }) => [name, ...formerNames]);
	const byName = new Map<string, Technique[]>();
	for (const technique of live) {
		const key = technique.name.toLowerCase();
		byName.set(key, [...(byName.get(key) ?? []), technique]);
	}

	const techniqueById = (id: string) => byId.get(id.toUpperCase()) ?? null;
	const techniquesNamed = (name: string) => byName.get(name.toLowerCase()) ?? [];
	const tacticNamed = (text: string) => {
		const key = tacticKey(text);
		const tactic = named.get(key) ?? former.get(key);
		return tactic ? { tactic, renamed: !named.has(key) } : null;
	};
	const tacticsAmong = (names: readonly string[]) => [
		...new Set(names.flatMap((name) => tacticNamed(name)?.tactic ?? [])),
	];
	return {
		version,
		detailsVersion,
		techniques,
		tactics,
		techniqueById,
		techniquesNamed,
		tacticNamed,
		nearestTechniques: remembered((text) =>
			/^T\d/i.test(text)
				? nearestIds(text, liveIds).flatMap((id) => techniqueById(id) ?? [])
				: nearestNames(text, liveNames, mostNear).flatMap(techniquesNamed),
		),
		nearestTactics: remembered((text) =>
			tacticsAmong(/^TA\d/i.test(text) ? nearestIds(text, tacticIds) : nearestNames(text, tacticNames, mostNear)),
		),
		replacementOf: ({ replacement }) => (replacement === null ? null : techniqueById(replacement)),
	};
}

const mostNear = 5;

/** A wrong id is asked about again with every key that is typed elsewhere. */
function remembered<T>(search: (text: string) => readonly T[]): (text: string, limit: number) => readonly T[] {
	const answers = new Map<string, readonly T[]>();
	return (text, limit) => {
		const answer = answers.get(text) ?? search(text);
		if (answers.size >= mostRemembered) answers.clear();
		answers.set(text, answer);
		return answer.slice(0, limit);
	};
}

const mostRemembered = 1000;

/** `Command & Control`, `command-and-control` and `Command_and_Control` are one. */
function tacticKey(text: string): string {
	return text
		.toLowerCase()
		.replaceAll("&", " and ")
		.replace(/[\s_-]+/g, " ")
		.trim();
}
