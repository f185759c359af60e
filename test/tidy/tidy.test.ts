// Habits that no other tool can check.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../server/src/lint/registry.generated.ts";
import { defaultSettings } from "../../server/src/protocol/settings.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
	.trim()
	.split("\n");
const files = tracked.filter((file) => existsSync(root + file));
const read = (file: string) => readFileSync(root + file, "utf8");
const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith(".d.ts"));
const manifest = JSON.parse(read("package.json")) as {
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
	};
	readonly [group: string]: unknown;
};

test("every source opens with a line that says what it is for", () => {
	assert.deepEqual(
		sources.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(read(file))),
		[],
	);
});

test("no source that people write is longer than 400 lines", () => {
	assert.deepEqual(
		sources.filter((file) => !file.endsWith(".generated.ts") && read(file).split("\n").length > 401),
		[],
	);
});

test("a rule's id is its file's name, and every rule has a page", () => {
	for (const { id } of rules) {
		assert.ok(files.includes(`server/src/lint/rules/${id}.ts`), id);
		assert.ok(files.includes(`docs/rules/${id}.md`), id);
	}
});

test("every command of the manifest has a file that registers it", () => {
	for (const { command } of manifest.contributes.commands) {
		const name = command.replace("huntmark.", "");
		const file = `client/src/commands/${name}.ts`;
		assert.ok(files.includes(file), command);
	}
});

test("the settings of the manifest are those that the code reads, with the same defaults", () => {
	const { properties } = manifest.contributes.configuration;
	const declared = Object.entries(properties).map(([name, setting]) => [
		name.replace("huntmark.", ""),
		setting.default,
	]);
	assert.deepEqual(Object.fromEntries(declared), defaultSettings);
});

test("what Node 18 does not have is not used by what runs on it", () => {
	const newer =
		/\.(toSorted|toReversed|toSpliced|with)\(|\b(Map|Object)\.groupBy|Promise\.(withResolvers|try)|Array\.fromAsync|URL\.parse|import\.meta\.(dirname|filename)/;
	const offending = sources
		.filter((file) => /^(server|client\/src)\//.test(file))
		.filter((file) => newer.test(read(file)));
	assert.deepEqual(offending, []);
});

test("every folder of tests is part of a suite", () => {
	const folders = new Set(sources.flatMap((file) => /^test\/(.+?)\/.*\.test\.ts$/.exec(file)?.[1] ?? []));
	const runner = read("tools/test.ts");
	assert.deepEqual(
		[...folders].filter((folder) => !runner.includes(`"${folder}"`)),
		[],
	);
});

test("dependencies are pinned, and the lock file names no registry", () => {
	for (const group of ["dependencies", "devDependencies"]) {
		for (const [name, version] of Object.entries(manifest[group] as Record<string, string>))
			assert.match(version, /^\d+\.\d+\.\d+/, name);
	}
	assert.doesNotMatch(read("package-lock.json"), /"resolved"/);
});

test("every sample is checked and run by a test", () => {
	const tests = sources
		.filter((file) => file.startsWith("test/"))
		.map(read)
		.join("\n");
	for (const sample of files.filter((file) => /^samples\/[^/]+\.md$/.test(file)))
		assert.ok(tests.includes(sample.replace("samples/", "")), sample);
});

test("links between the documents lead somewhere", () => {
	for (const file of files.filter((each) => /^[A-Z]+\.md$|^docs\//.test(each))) {
		for (const [, link] of read(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)) {
			const target = fileURLToPath(new URL(link as string, `file://${root}${file}`));
			assert.ok(existsSync(target), `${file} -> ${link}`);
		}
	}
});
