// The facts of MITRE ATT&CK®, from the compact text that the generator writes.
import { facts } from "./facts.generated.ts";

/** A matrix of ATT&CK. The facts are of Enterprise; of the others only the numbers of their ids are known. */
export type Domain = "enterprise" | "mobile" | "ics";

/** What techniques are for. */
export interface Tactic {
	/** As `TA0005`. One that only `huntmark.json` knows has its name here. */
	readonly id: string;
	readonly name: string;
	readonly domain: Domain;
	/** Names that it had in earlier versions. */
	readonly formerNames: readonly string[];
}

/** A technique or sub-technique. */
export interface Technique {
	/** As `T1059` or `T1059.001`. */
	readonly id: string;
	/** A sub-technique's own, without its parent's. */
	readonly name: string;
	/** With its parent's: `Command and Scripting Interpreter: PowerShell`. */
	readonly fullName: string;
	readonly domain: Domain;
	/** What it is for; empty if it is not live. */
	readonly tactics: readonly Tactic[];
	/** The id of the technique that it is a case of. */
	readonly parent: string | null;
	/** Both as of `Facts.detailsVersion`: empty where the technique is newer or not live. */
	readonly platforms: readonly string[];
	readonly dataComponents: readonly string[];
	/** `custom`: it comes from `huntmark.json`. */
	readonly status: "live" | "revoked" | "deprecated" | "custom";
	/** The id of the live technique that stands for a revoked one. */
	readonly replacement: string | null;
}

export interface Facts {
	/** Of ATT&CK, as `19.2`. */
	readonly version: string;
	readonly detailsVersion: string;
	/** By id. */
	readonly tactics: readonly Tactic[];
	/** By id, whatever their status. */
	readonly techniques: readonly Technique[];
}

let known: Facts | null = null;

/** Read when it is first asked for. */
export function standardFacts(): Facts {
	known ??= readFacts();
	return known;
}

/**
 * The lines: domain and versions; names of platforms; names of data components; a line a tactic (id, name,
 * former names); a line a technique (id, name, then `>` and its replacement, or `!` if deprecated, or the indexes of its
 * tactics, platforms and data components in the lines above).
 */
function readFacts(): Facts {
	const [head = "", platforms = "", components = "", ...lines] = facts.split("\n");
	const [domain, version = "", detailsVersion = ""] = head.split("|") as [Domain, ...string[]];
	const tactics: Tactic[] = [];
	const techniques: Technique[] = [];
	const platformNames = platforms.split("|");
	const componentNames = components.split("|");
	let wholeName = "";
	for (const line of lines) {
		const [id = "", name = "", ...cells] = line.split("|");
		if (id.startsWith("TA")) {
			tactics.push({ id, name, domain, formerNames: cells });
			continue;
		}
		const [first = "", second, third] = cells;
		const replacement = first.startsWith(">") ? first.slice(1) : null;
		const status = replacement ? "revoked" : first === "!" ? "deprecated" : "live";
		const dot = id.indexOf(".");
		// Those of a technique come right behind it.
		if (dot < 0) wholeName = name;
		techniques.push({
			id,
			name,
			fullName: dot < 0 ? name : `${wholeName}: ${name}`,
			domain,
			tactics: status === "live" ? pick(tactics, first) : [],
			parent: dot < 0 ? null : id.slice(0, dot),
			platforms: pick(platformNames, second),
			dataComponents: pick(componentNames, third),
			status,
			replacement,
		});
	}
	return { version, detailsVersion, tactics, techniques };
}

/** Those at the indexes, which stand between commas. */
function pick<T>(all: readonly T[], indexes = ""): readonly T[] {
	return indexes === "" ? [] : indexes.split(",").map((index) => all[Number(index)] as T);
}
