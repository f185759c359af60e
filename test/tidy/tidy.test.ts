// Habits that no other tool can check.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../server/src/lint/registry.generated.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
	.trim()
	.split("\n");
const files = tracked.filter((file) => existsSync(root + file));
const read = (file: string) => readFileSync(root + file, "utf8");
const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith(".d.ts"));
const manifest = JSON.parse(read("package.json")) as {
	readonly contributes: { readonly commands: readonly { readonly command: string }[] };
	readonly [group: string]: unknown;
};

test("every source opens with a line that says what it is for", () => {
	assert.deepEqual(
		sources.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(read(file))),
		[],
	);
});

test("no source is longer than 400 lines", () => {
	assert.deepEqual(
		sources.filter((file) => read(file).split("\n").length > 401),
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
