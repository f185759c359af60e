// What the files of a source hold together.
import type { Refusal } from "../base/refusal.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import { mergeStructures, type Structure, toCatalog } from "./profile/fieldTree.ts";
import { eventsOf } from "./profile/fileProfile.ts";
import type { ProfileCache } from "./profile/profileCache.ts";
import { type OnBytes, profileAll } from "./source.ts";

/** The fields of all files, counted over all events. @throws the signal's reason when it is aborted. */
export async function catalogOf(
	files: readonly string[],
	cache: ProfileCache,
	signal: AbortSignal,
	onBytes: OnBytes,
): Promise<FieldCatalog | Refusal> {
	const profiles = await profileAll(files, cache, signal, onBytes);
	if ("kind" in profiles) return profiles;
	const nothing: Structure = { tree: { k: 0 }, filled: {} };
	const structure = profiles.reduce((sum, profile) => mergeStructures(sum, profile.structure), nothing);
	return toCatalog(
		structure,
		profiles.reduce((sum, profile) => sum + eventsOf(profile), 0),
	);
}
