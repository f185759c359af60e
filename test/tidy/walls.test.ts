// The walls between the rooms stand: a planted forbidden import, and a planted use of the world, are reported.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let house: string;

before(() => {
	house = mkdtempSync(join(tmpdir(), "huntmark-walls-"));
	for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json", "server/tsconfig.core.json"]) {
		mkdirSync(dirname(join(house, file)), { recursive: true });
		copyFileSync(join(root, file), join(house, file));
	}
	symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "junction");
	plant("server/src/cli/world.ts", "export const world = 1;\n");
});

after(() => rmSync(house, { recursive: true, force: true }));

test("a pure room may not import the command line", () => {
	plant("server/src/syntax/planted.ts", 'import { world } from "../cli/world.ts";\nexport const planted = world;\n');
	const { status, stdout } = node("dependency-cruiser/bin/dependency-cruise.mjs", "server");
	assert.match(stdout, /syntax-imports: server\/src\/syntax\/planted\.ts/);
	assert.notEqual(status, 0);
});

test("a pure room does not know the process", () => {
	plant("server/src/syntax/planted.ts", "export const planted = process.cwd();\n");
	const { status, stdout } = node("typescript/bin/tsc", "-p", "server/tsconfig.core.json", "--noEmit");
	assert.match(stdout, /planted\.ts.*'process'/);
	assert.notEqual(status, 0);
});

function plant(file: string, text: string): void {
	mkdirSync(dirname(join(house, file)), { recursive: true });
	writeFileSync(join(house, file), text);
}

function node(program: string, ...args: string[]) {
	return spawnSync(process.execPath, [join(root, "node_modules", program), ...args], { cwd: house, encoding: "utf8" });
}
