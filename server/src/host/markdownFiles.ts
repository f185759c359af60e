// The Markdown files of folders on disk: which there are, and what is in them.
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import type { HuntFilesPort } from "../workspace/ports.ts";

/** Never hunts of the workspace's own. What begins with a dot is left out, too. */
const notOwn = ["**/node_modules/**"];

/** `folders`: absolute paths, asked each time. */
export function markdownFiles(folders: () => readonly string[]): Pick<HuntFilesPort, "markdown" | "read" | "stamp"> {
	return {
		async markdown(exclude) {
			// A pattern that names a folder means all that is in it.
			const ignore = [...notOwn, ...exclude.flatMap((pattern) => [pattern, `${pattern}/**`])];
			const found = await Promise.all(
				folders().map((cwd) =>
					glob("**/*.md", { cwd, ignore, absolute: true, expandDirectories: false, followSymbolicLinks: false }).catch(
						// A folder that is gone, or that may not be read, has no hunts.
						() => [],
					),
				),
			);
			return [...new Set(found.flat().map((path) => pathToFileURL(path).href))];
		},
		async read(uri) {
			const path = pathOf(uri);
			if (path === null) return null;
			try {
				const before = await stat(path);
				return { text: await readFile(path, "utf8"), stamp: stampOf(before) };
			} catch {
				return null;
			}
		},
		async stamp(uri) {
			const path = pathOf(uri);
			const info = path === null ? null : await stat(path).catch(() => null);
			return info && stampOf(info);
		},
	};
}

function stampOf({ mtimeMs, size, ino }: { readonly mtimeMs: number; readonly size: number; readonly ino: number }) {
	return `${mtimeMs} ${size} ${ino}`;
}

function pathOf(uri: string): string | null {
	return uri.startsWith("file:") ? fileURLToPath(uri) : null;
}
