// Keeps profiles: in memory for this process, and in the user's cache folder for the next one.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileIdentity, FileProfile } from "./fileProfile.ts";

/** Finds and keeps profiles. Nothing here fails: a cache that cannot be read or written is as good as none. */
export interface ProfileCache {
	find(identity: FileIdentity): FileProfile | null;
	keep(profile: FileProfile): void;
}

/** A new number makes older profiles unknown: raise it with every change of their shape or meaning. */
const version = 2;
/** Most bytes of profiles on disk; the longest unused go first. */
const maximumBytes = 256 << 20;
/** Most profiles in memory. */
const maximumHeld = 512;

/** @param folder where profiles are kept; `null`: only in memory. */
export function openProfileCache(folder: string | null): ProfileCache {
	const held = new Map<string, FileProfile>();
	return {
		find(identity) {
			const known = held.get(identity.path) ?? read(identity);
			if (known === null || !isSame(known.identity, identity)) return null;
			hold(known);
			return known;
		},
		keep(profile) {
			hold(profile);
			write(profile);
		},
	};

	function hold(profile: FileProfile): void {
		held.delete(profile.identity.path);
		held.set(profile.identity.path, profile);
		for (const path of held.keys()) {
			if (held.size <= maximumHeld) return;
			held.delete(path);
		}
	}

	function read(identity: FileIdentity): FileProfile | null {
		if (folder === null) return null;
		const file = fileOf(folder, identity.path);
		try {
			const [found, body] = readFileSync(file, "utf8").split("\n");
			if (body === undefined || found !== digest(body)) return null;
			const now = new Date();
			utimesSync(file, now, now);
			return JSON.parse(body) as FileProfile;
		} catch {
			return null;
		}
	}

	function write(profile: FileProfile): void {
		if (folder === null) return;
		const file = fileOf(folder, profile.identity.path);
		const draft = `${file}.${process.pid}`;
		try {
			mkdirSync(folder, { recursive: true });
			const body = JSON.stringify(profile);
			writeFileSync(draft, `${digest(body)}\n${body}`);
			renameSync(draft, file);
			prune(folder);
		} catch {
			remove(draft);
		}
	}
}

function isSame(a: FileIdentity, b: FileIdentity): boolean {
	return a.path === b.path && a.size === b.size && a.modified === b.modified;
}

function fileOf(folder: string, path: string): string {
	return join(folder, `${digest(path).slice(0, 32)}.profile`);
}

/** Of the content as well as the version, so that what is damaged or older is not taken for a profile. */
function digest(text: string): string {
	return createHash("sha256").update(`${version}\n${text}`).digest("hex");
}

function prune(folder: string): void {
	const kept = readdirSync(folder)
		.filter((name) => name.endsWith(".profile"))
		.map((name) => ({ file: join(folder, name), ...pick(statSync(join(folder, name))) }))
		.sort((a, b) => b.used - a.used);
	let bytes = 0;
	for (const { file, size } of kept) {
		bytes += size;
		if (bytes > maximumBytes) remove(file);
	}
}

function remove(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// What cannot be removed was never written.
	}
}

function pick(stats: { readonly size: number; readonly mtimeMs: number }): { size: number; used: number } {
	return { size: stats.size, used: stats.mtimeMs };
}
