// Where the pages of the rules are, which come with the program.
import { existsSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The page of a rule as a URI; `null` for what has none. */
export function rulePage(rule: string): string | null {
	const known = pages.get(rule);
	if (known !== undefined) return known;
	const path = join(folder, `${rule}.md`);
	const page = existsSync(path) ? pathToFileURL(path).href : null;
	pages.set(rule, page);
	return page;
}

const pages = new Map<string, string | null>();
const here = fileURLToPath(import.meta.url);
/** Two folders above the bundle's out/server, three above this source. */
const folder = join(dirname(here), "../..", extname(here) === ".ts" ? ".." : "", "docs", "rules");
