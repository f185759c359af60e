// `huntmark check`: findings, exit codes, repairs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileOf, folder, huntmark, printed, samples } from "./huntmark.ts";

const bad = "# A hunt\n\n## Analytic 1 - Look\n\n`image:a and user:b OR -user:c`\n";

describe("check", { concurrency: 2 }, () => {
	it("finds nothing in the samples", async () => {
		assert.deepEqual(await huntmark(["check", samples]), {
			code: 0,
			stdout: "3 hunts, 0 errors, 0 warnings\n",
			stderr: "",
		});
	});

	it("says where each finding is and exits with 1", async () => {
		const path = fileOf(bad, "md");
		const { code, stdout } = await huntmark(["check", path]);
		const lines = stdout.trim().split("\n");
		assert.equal(code, 1);
		assert.ok(lines[0]?.startsWith(`${path}:5:`), lines[0]);
		assert.match(stdout, / \(lowercase-operator\)\n/);
		assert.match(lines.at(-1) ?? "", /^1 hunt, \d errors?, \d warnings?$/);
		const warnings = String(lines.filter((line) => line.includes(" warning ")).length);
		assert.equal((await huntmark(["check", path, "--max-warnings", warnings])).code, 0);
	});

	it("--format json", async () => {
		const path = fileOf(bad, "md");
		const { code, stdout } = await huntmark(["check", path, "--format", "json"]);
		const [hunt] = JSON.parse(stdout).hunts;
		assert.deepEqual([code, hunt.path], [1, path]);
		const { span } = hunt.problems.find(({ rule }: { rule: string }) => rule === "lowercase-operator");
		assert.equal(bad.slice(...(span as [number, number])), "and");
	});

	it("as the huntmark.json near each hunt says, its mistakes told once", async () => {
		const cwd = mkdtempSync(join(folder, "configured-"));
		const settings = {
			dialect: "lucene",
			defaultOperator: "AND",
			rules: { "lowercase-operator": "error", "only-negtive": "off" },
		};
		writeFileSync(join(cwd, "huntmark.json"), JSON.stringify(settings));
		const hunts = ["a", "b"].map((name) => {
			const path = join(cwd, `${name}.md`);
			writeFileSync(path, "## Analytic 1\n`image_path:a image_path:b`\n\n`image_path:a and image_path:b`\n");
			return path;
		});
		const { code, stdout, stderr } = await huntmark(["check", cwd]);
		assert.equal(code, 1);
		for (const hunt of hunts) assert.match(stdout, new RegExp(`${hunt}:4:\\d+ error .*\\(lowercase-operator\\)`));
		assert.equal(stderr, `huntmark.json in ${cwd}: There is no rule only-negtive. Did you mean only-negative?\n`);
		const parsed = async (args: readonly string[], input = "") => {
			const { hunt } = JSON.parse((await huntmark(["parse", ...args], { cwd, input })).stdout);
			const [query] = hunt.analytics[0].queries;
			return [query.dialect, query.dialectFrom, query.expr.kind];
		};
		assert.deepEqual(await parsed(["a.md"]), ["lucene", "default", "and"]);
		assert.deepEqual(await parsed(["-"], readFileSync(hunts[0] as string, "utf8")), ["redcloak", "default", "and"]);
		const alone = JSON.parse(await printed(["parse", "--query", "image_path:a"], { cwd }));
		assert.equal(alone.dialect, "redcloak");
	});

	it("leaves out what a hunt says to ignore", async () => {
		const ignored = bad.replace("`image", "<!-- huntmark-ignore lowercase-operator: as in the ticket -->\n`image");
		const { stdout } = await huntmark(["check", fileOf(ignored, "md")]);
		assert.match(stdout, /\(mixed-and-or\)/);
		assert.doesNotMatch(stdout, /lowercase-operator/);
	});

	it("--fix repairs what can be repaired and keeps every other byte", async () => {
		const before =
			"\ufeff# A hunt  \r\n\r\n## Analytic 1 - Look\r\n\r\n`image:a and user:b`\t\r\n\nlone \r cr\u0000 ünïcode 😀  ";
		const path = fileOf(before, "md");
		const { code, stdout } = await huntmark(["check", path, "--fix"]);
		assert.deepEqual([code, stdout], [0, "1 hunt, 0 errors, 0 warnings\n"]);
		assert.equal(readFileSync(path, "utf8"), before.replace(" and ", " AND "));
	});

	it("--fix leaves a file alone that is not UTF-8", async () => {
		const before = Buffer.from(`${bad}\nM\u00fcnchen\n`, "latin1");
		const path = fileOf(before, "md");
		const { code, stderr } = await huntmark(["check", path, "--fix"]);
		assert.equal(code, 2);
		assert.match(stderr, /is not UTF-8 text, so it was not changed\.\nSave it as UTF-8/);
		assert.deepEqual(readFileSync(path), before);
	});
});
