// Folders on disk that are gone when the tests of a file are.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

export interface Folder {
	readonly path: string;
	/** Of a file in it. */
	uri(name: string): string;
	write(name: string, text: string): void;
	remove(name: string): void;
}

/** A new folder with these files in it, by their paths. */
export function folderWith(files: Readonly<Record<string, string>> = {}): Folder {
	const path = mkdtempSync(join(tmpdir(), "huntmark-"));
	after(() => rmSync(path, { recursive: true, force: true }));
	const folder: Folder = {
		path,
		uri: (name) => pathToFileURL(join(path, name)).href,
		write(name, text) {
			mkdirSync(dirname(join(path, name)), { recursive: true });
			writeFileSync(join(path, name), text);
		},
		remove: (name) => rmSync(join(path, name), { recursive: true }),
	};
	for (const [name, text] of Object.entries(files)) folder.write(name, text);
	return folder;
}
