// The files of a source, looked at before they are read.
import { statSync } from "node:fs";
import { type Refusal, refuse } from "../base/refusal.ts";
import { type FileIdentity, type FileProfile, profileFile } from "./profile/fileProfile.ts";
import type { ProfileCache } from "./profile/profileCache.ts";

/** How a file stands now. */
export function identify(path: string): FileIdentity | Refusal {
	try {
		const { size, mtimeMs } = statSync(path);
		return { path, size, modified: mtimeMs };
	} catch {
		return refuse("not-found", `The file ${path} cannot be read.`, "Check the path and its permissions.");
	}
}

/** Whether the file is still the one that was profiled. */
export function isUnchanged({ identity }: FileProfile): boolean {
	const now = identify(identity.path);
	return !("kind" in now) && now.size === identity.size && now.modified === identity.modified;
}

/** Bytes of a stage of the work that are done, of so many. */
export type OnBytes = (done: number, total: number) => void;

/** The profiles of the files, from the cache where they are known. @throws the signal's reason when it is aborted. */
export async function profileAll(
	files: readonly string[],
	cache: ProfileCache,
	signal: AbortSignal,
	onBytes: OnBytes,
): Promise<readonly FileProfile[] | Refusal> {
	const identities: FileIdentity[] = [];
	for (const path of files) {
		const identity = identify(path);
		if ("kind" in identity) return identity;
		identities.push(identity);
	}
	const total = identities.reduce((sum, { size }) => sum + size, 0);
	let done = 0;
	const profiles: FileProfile[] = [];
	for (const identity of identities) {
		signal.throwIfAborted();
		const known = cache.find(identity);
		const before = done;
		const profile =
			known ??
			(await profileFile(identity, signal, (bytes) => {
				done += bytes;
				onBytes(done, total);
			}).catch((error: unknown) => {
				signal.throwIfAborted();
				return refuse("bad-input", `The file ${identity.path} cannot be read: ${messageOf(error)}.`, "Check the file.");
			}));
		if ("kind" in profile) return profile;
		if (known === null) {
			if (!isUnchanged(profile)) return changed(identity.path);
			cache.keep(profile);
		}
		done = before + identity.size;
		profiles.push(profile);
	}
	return profiles;
}

/** A file was written to while it was read, or since. */
export function changed(path: string): Refusal {
	return refuse("bad-input", `The file ${path} has changed since it was read.`, "Run again.");
}

/** What an error says, without the full stop. */
export function messageOf(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
