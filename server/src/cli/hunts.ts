// Hunts on disk.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import { type Refusal, refuse } from "../base/refusal.ts";
import { nodeFiles } from "../host/nodePorts.ts";
import { type Analysis, analyse, noContext } from "../workspace/analysis.ts";
import { configFor, type FoundConfig } from "../workspace/configFor.ts";
import { createHuntIndex, saidBy } from "../workspace/huntIndex.ts";
import { CliRefusal, systemReason } from "./refusal.ts";
import { tell, uriOf } from "./world.ts";

/** A hunt that was read from disk. */
export interface HuntFile {
	/** As the user named it, or relative to the working folder. */
	readonly path: string;
	readonly analysis: Analysis;
	/** What holds for it. */
	readonly found: FoundConfig;
}

/** How each of several things is done: `orRefused` goes on after one that is refused, by default that ends them all. */
type Attempt = <T>(work: () => Promise<T>) => Promise<T | null>;

/**
 * The hunts that the paths name; a folder stands for all hunts below it. Other Markdown in a folder is passed over. None
 * only where something was refused and the attempt went on.
 * @throws CliRefusal where nothing is a hunt, and what the attempt throws where a path is missing or cannot be read
 */
export async function readHunts(
	paths: readonly string[],
	attempt: Attempt = (work) => work(),
): Promise<readonly HuntFile[]> {
	const read: (HuntFile | null)[] = [];
	for (const path of paths) read.push(...((await attempt(() => huntsAt(path, attempt))) ?? [null]));
	const hunts = read.filter((hunt) => hunt !== null);
	if (read.length > 0) return amongEachOther(hunts);
	throw new CliRefusal(
		refuse(
			"not-found",
			`There is no hunt in ${paths.join(", ")}.`,
			"A hunt is a Markdown file with a Hypothesis or an Analytic heading.",
		),
	);
}

/** Each checked in the light of the others. */
function amongEachOther(hunts: readonly HuntFile[]): readonly HuntFile[] {
	if (hunts.length < 2) return hunts;
	const index = createHuntIndex();
	for (const { path, analysis } of hunts) index.update(uriOf(path), saidBy(uriOf(path), analysis));
	return hunts.map((hunt) => {
		const { path, analysis } = hunt;
		const others = index.othersOf(uriOf(path));
		return { ...hunt, analysis: analyse(analysis.text, analysis, { ...analysis, others }) };
	});
}

/** The hunt at the path, or those below it; `null` for each that was refused. */
async function huntsAt(path: string, attempt: Attempt): Promise<readonly (HuntFile | null)[]> {
	const info = await stat(path).catch(() => null);
	if (!info) throw new CliRefusal(noSuchFile(path));
	if (!info.isDirectory()) return [await readHunt(path)];
	const found = await glob("**/*.md", { cwd: path, ignore: ["**/node_modules/**"], expandDirectories: false });
	const read = await Promise.all(found.sort().map((file) => attempt(() => readDocumentFile(join(path, file)))));
	return read.filter((file) => file === null || file.analysis.hunt);
}

/**
 * Any Markdown file, as the configuration near it says.
 * @throws CliRefusal
 */
export async function readDocumentFile(path: string): Promise<HuntFile> {
	const text = await readText(path);
	const found = await configFor({ files: nodeFiles([]), log: tell }, uriOf(path));
	const { config, isHunt } = found;
	return { path, analysis: analyse(text, null, { ...noContext, config, isHunt, now: Date.now() }), found };
}

/**
 * A file's text.
 * @throws CliRefusal
 */
async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT") throw new CliRefusal(noSuchFile(path));
		if (code === "EISDIR")
			throw new CliRefusal(refuse("bad-input", `${path} is a folder.`, "Name a Markdown file in it."));
		throw new CliRefusal(
			refuse("bad-input", `${path} cannot be read: ${systemReason(error)}.`, "Check the file's permissions."),
		);
	}
}

/** @throws CliRefusal for what is no hunt */
async function readHunt(path: string): Promise<HuntFile> {
	const file = await readDocumentFile(path);
	if (file.analysis.hunt) return file;
	throw new CliRefusal(
		file.analysis.text.trim() === ""
			? refuse("bad-input", `${path} is empty.`, "Write a hunt in it: a Hypothesis, and an Analytic with a query.")
			: refuse(
					"bad-input",
					`${path} is no hunt: it has neither a hypothesis nor an analytic.`,
					"Add a heading such as “Analytic 1 - Title” with a query such as `image_path:bitsadmin.exe` under it.",
				),
	);
}

function noSuchFile(path: string): Refusal {
	return refuse("not-found", `There is no file ${path}.`, `Check the path; it is looked for from ${process.cwd()}.`);
}
