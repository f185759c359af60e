// `npm run package`: this platform's VSIX, with only its own DuckDB binary in it.
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vsce from "@vscode/vsce";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Parts of package.json that are of no use in an installed extension. */
const leftOut = [
	"type",
	"private",
	"scripts",
	"devDependencies",
	"dependencies",
	"allowScripts",
	"bin",
	"exports",
	"files",
];

/** Packs what `esbuild.mjs` has built. Answers the file's absolute path. */
export async function packageVsix(): Promise<string> {
	const stage = join(root, "out", "stage");
	await rm(stage, { recursive: true, force: true });
	await mkdir(stage, { recursive: true });
	for (const name of [
		"out/client",
		"out/server",
		"schemas",
		"syntaxes",
		"README.md",
		"CHANGELOG.md",
		"LICENSE",
		"docs/rules",
		"NOTICE",
	]) {
		await cp(join(root, name), join(stage, name), { recursive: true });
	}
	const manifest: Record<string, unknown> = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
	for (const key of leftOut) delete manifest[key];
	await writeFile(join(stage, "package.json"), JSON.stringify(manifest, null, "\t"));
	// All that stands in the stage is wanted.
	await writeFile(join(stage, ".vscodeignore"), "");
	for (const folder of await duckdbPackages()) {
		// Beside the runner: vsce leaves out a `node_modules` at the top.
		const name = folder.slice(folder.lastIndexOf("node_modules"));
		const filter = (path: string): boolean => !path.endsWith(".d.ts");
		await cp(folder, join(stage, "out", "server", name), { recursive: true, filter });
	}
	const target = `${process.platform}-${process.arch}`;
	const packagePath = join(root, "out", `huntmark-${target}-${String(manifest.version)}.vsix`);
	await vsce.createVSIX({
		cwd: stage,
		packagePath,
		target,
		dependencies: false,
		skipLicense: true,
		allowMissingRepository: true,
		// There is no public repository yet that a relative link could be made to lead to.
		rewriteRelativeLinks: false,
	});
	return packagePath;
}

/** Folders of DuckDB's packages: its interface, its loader and the one binary that this machine can load. */
async function duckdbPackages(): Promise<readonly string[]> {
	const found: string[] = [];
	const look = async (name: string, from: string): Promise<void> => {
		const folder = packageFolder(name, from);
		if (folder === undefined || found.includes(folder)) return;
		found.push(folder);
		const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
			await readFile(join(folder, "package.json"), "utf8"),
		);
		for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) await look(other, folder);
	};
	await look("@duckdb/node-api", root);
	return found;
}

/** `undefined` where it is not installed: the other platforms' binaries are not. */
function packageFolder(name: string, from: string): string | undefined {
	const paths = createRequire(join(from, "package.json")).resolve.paths(name) ?? [];
	for (const path of paths) {
		const folder = join(path, name);
		if (existsSync(join(folder, "package.json"))) return folder;
	}
	return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packageVsix());
