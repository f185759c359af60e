// A second real client: Neovim, set up as docs/editors.md says, shows diagnostics and a hover and applies a fix.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const hunt = `# Hunt 🎯

## Hypothesis

Because.

## Analytic 1 - Zażółć

\`image_path:bitsadmin.exe and commandline:"ł" and -user:root\`

## References
https://example.com/a
`;

interface Seen {
	readonly missing?: string;
	readonly client: readonly string[];
	readonly diagnostics: readonly { readonly line: number; readonly column: number; readonly code: string }[];
	readonly hover: string;
	readonly choices: readonly string[];
	readonly text: string;
}

let folder: string;
before(() => {
	folder = mkdtempSync(join(tmpdir(), "huntmark-neovim-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("Neovim shows what is wrong and what things mean, and mends it", () => {
	writeFileSync(join(folder, "hunt.md"), hunt);
	const [, config] = /### Neovim before 0\.11[\s\S]*?```lua\n([\s\S]*?)```/.exec(read("docs/editors.md")) ?? [];
	assert.ok(config, "docs/editors.md has the configuration");
	writeFileSync(join(folder, "init.lua"), config);
	// The command line as it is once installed.
	const command = join(folder, "huntmark");
	writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "out/server/cli.cjs")}" "$@"\n`);
	chmodSync(command, 0o755);

	const seenFile = join(folder, "seen.json");
	const run = spawnSync(
		"nvim",
		["--headless", "--clean", "-u", "init.lua", "hunt.md", "-S", join(root, "test/editors/neovim.lua")],
		{
			cwd: folder,
			encoding: "utf8",
			timeout: 90_000,
			env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, HUNTMARK_SEEN: seenFile, HUNTMARK_CURSOR: "9:2" },
		},
	);
	assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
	const seen = JSON.parse(read(seenFile)) as Seen;
	assert.equal(seen.missing, undefined);
	assert.deepEqual(seen.client, ["huntmark"]);
	assert.deepEqual(
		seen.diagnostics.map(({ line, code }) => [line, code]),
		[
			[8, "lowercase-operator"],
			[8, "lowercase-operator"],
		],
	);
	// Columns are bytes here: of two `and`, the second stands behind a letter of two bytes.
	const line = Buffer.from(hunt.split("\n")[8] ?? "");
	for (const { column } of seen.diagnostics) assert.equal(line.subarray(column, column + 3).toString(), "and");
	assert.match(seen.hover, /image_path/);
	assert.ok(seen.choices.length > 1);
	assert.equal(seen.text, hunt.replaceAll(" and ", " AND ").trimEnd());
});

function read(path: string): string {
	return readFileSync(path.startsWith("/") ? path : join(root, path), "utf8");
}
