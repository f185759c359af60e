// `huntmark fmt`: what it changes, what it lists, what it leaves.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileOf, folder, huntmark, samples } from "./huntmark.ts";

const hunt = (query: string) => `# A hunt\n\n## Analytic 1 - Look\n\n\`${query}\`\n`;

describe("fmt", { concurrency: 2 }, () => {
	it("finds nothing to do in the samples", async () => {
		const { code, stdout } = await huntmark(["fmt", samples, "--check"]);
		assert.match(stdout, /^\d+ hunts, 0 to format\n$/);
		assert.equal(code, 0);
	});

	it("changes the hunts of a folder that need it, and nothing else", async () => {
		const hunts = mkdtempSync(join(folder, "fmt-"));
		mkdirSync(join(hunts, "more"));
		const written = (name: string, text: string) => {
			writeFileSync(join(hunts, name), text);
			return () => readFileSync(join(hunts, name), "utf8");
		};
		const untidy = written("more/untidy.md", `\ufeff${hunt("image_path:a  and (b)").replaceAll("\n", "\r\n")}`);
		const tidy = written("tidy.md", hunt("image_path:a AND b"));
		const readme = written("README.md", "# Read me\n\n`a:1  and b:2`\n");

		const checked = await huntmark(["fmt", "--check", hunts]);
		assert.deepEqual([checked.code, checked.stdout], [1, `${join(hunts, "more/untidy.md")}\n2 hunts, 1 to format\n`]);
		assert.match(untidy(), / {2}and/);
		const { code, stdout } = await huntmark(["fmt", hunts]);
		assert.deepEqual([code, stdout], [0, `${join(hunts, "more/untidy.md")}\n2 hunts, 1 formatted\n`]);
		assert.equal(untidy(), `\ufeff${hunt("image_path:a AND b").replaceAll("\n", "\r\n")}`);
		assert.equal(tidy(), hunt("image_path:a AND b"));
		assert.equal(readme(), "# Read me\n\n`a:1  and b:2`\n");
		assert.equal((await huntmark(["fmt", hunts, "--check"])).code, 0);
	});

	it("leaves a file alone that is not UTF-8, and goes on", async () => {
		const before = Buffer.from(`${hunt("image_path:a  and b")}\nM\u00fcnchen\n`, "latin1");
		const path = fileOf(before, "md");
		const other = fileOf(hunt("image_path:a  and b"), "md");
		const { code, stdout, stderr } = await huntmark(["fmt", path, other]);
		assert.deepEqual([code, stdout], [2, `${other}\n2 hunts, 1 formatted\n`]);
		assert.match(stderr, /is not UTF-8 text, so it was not changed\.\nSave it as UTF-8/);
		assert.deepEqual(readFileSync(path), before);
	});
});
