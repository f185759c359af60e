// `huntmark check`: findings, exit codes, repairs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileOf, folder, huntmark, printed, samples } from "./huntmark.ts";

/** What makes a hunt complete, behind what a test is about. */
const rest = "\n## Hypothesis\nBecause.\n\n## References\nhttps://example.com/a\n";
const bad = `# A hunt\n\n## Analytic 1 - Look\n\n\`image:a and user:b OR -user:c\`\n${rest}`;

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
		assert.match(stderr, /huntmark\.json:1:\d+: There is no rule only-negtive\. Did you mean only-negative\?\n$/);
		assert.equal(stderr.split("\n").length, 2);
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
			"\ufeff# A hunt  \r\n\r\n## Analytic 1 - Look\r\n\r\n`image:a and user:b`\t\r\n\n## Hypothesis\r\nBecause.\n## References\nhttps://example.com/a\n\nlone \r cr\u0000 ünïcode 😀  ";
		const path = fileOf(before, "md");
		const { code, stdout } = await huntmark(["check", path, "--fix"]);
		assert.deepEqual([code, stdout], [0, `${path}: 1 problem fixed\n1 hunt, 0 errors, 0 warnings\n`]);
		assert.equal(readFileSync(path, "utf8"), before.replace(" and ", " AND "));
		assert.equal(await printed(["check", path, "--fix"]), "1 hunt, 0 errors, 0 warnings\n");
	});

	it("--fix says what it did, and how much of it changes what a query matches", async () => {
		const hunt = `## Analytic 1\n\`image_path:“a” and username:b\`\n\n\`commandline:net user\`\n${rest}`;
		const path = fileOf(hunt, "md");
		const fixed = /\.md: 3 problems fixed \(1 of the fixes changing what a query matches\)\n1 hunt, /;
		assert.match(await printed(["check", path, "--fix"]), fixed);
		writeFileSync(path, hunt);
		const json = JSON.parse(await printed(["check", path, "--fix", "--format", "json"]));
		assert.deepEqual(json, { hunts: [{ path, problems: [], fixed: { problems: 3, changingMeaning: 1 } }] });
	});

	describe("looks at the hunt's own default source", { concurrency: 2 }, () => {
		const hunt = `## Analytic 1\n\`asset_tier:1 AND source_mac:x\`\n\n\`asset_teir:1\`\n${rest}`;
		const sources = (files: string) => ({ sources: { lab: { files: [files] } } });
		const folderWith = (config: object, events: string | null) => {
			const cwd = mkdtempSync(join(folder, "sourced-"));
			writeFileSync(join(cwd, "huntmark.json"), JSON.stringify(config));
			if (events !== null) writeFileSync(join(cwd, "events.ndjson"), events);
			for (const name of ["a.md", "b.md"]) writeFileSync(join(cwd, name), hunt);
			return cwd;
		};
		const reported = async (cwd: string, ...args: string[]) => {
			const { stdout, stderr } = await huntmark(["check", ".", ...args], { cwd });
			const all = [...stdout.matchAll(/^b\.md:(\d+):\d+ .*\((.*)\)$/gm)].map(([, line, rule]) => `${line} ${rule}`);
			// Both hunts are the same.
			const found = all.filter((each) => !each.endsWith(" duplicate-query"));
			assert.ok(found.length < all.length);
			return { found, stderr, text: () => readFileSync(join(cwd, "b.md"), "utf8") };
		};

		it("whose fields are known, and whose lack of others is said", async () => {
			const cwd = folderWith(sources("events.ndjson"), '{"asset_tier":1}\n');
			const { found, stderr } = await reported(cwd);
			assert.deepEqual([found, stderr], [["2 field-not-in-data", "4 unknown-field"], ""]);
		});

		it("with --fix, too: what the source lacks is no misspelling", async () => {
			const { found, text } = await reported(
				folderWith(sources("*.ndjson"), '{"asset_tier":1,"asset_teir":2}\n'),
				"--fix",
			);
			assert.deepEqual(found, ["2 field-not-in-data"]);
			assert.equal(text(), hunt);
		});

		it("or goes on without it, and says why once", async () => {
			for (const [config, events, said] of [
				[{}, null, /^$/],
				[
					sources("none.ndjson"),
					null,
					/^huntmark\.json in \S+: Source lab was not looked at: No telemetry is at none\.ndjson\.\n$/,
				],
				[
					sources("events.ndjson"),
					"",
					/^huntmark\.json in \S+: Source lab was not looked at: lab holds no events\.\n$/,
				],
			] as const) {
				const { found, stderr } = await reported(folderWith(config, events));
				assert.deepEqual(found, ["2 unknown-field", "4 unknown-field"]);
				assert.match(stderr, said);
			}
		});
	});

	it("notes a hunt without any query", async () => {
		const path = fileOf(`## Analytic 1\nBy hand.\n${rest}`, "md");
		const { code, stdout, stderr } = await huntmark(["check", path]);
		assert.equal(code, 1);
		assert.match(stdout, /^\S+:1:\d+ warning .*\(empty-analytic\)\n1 hunt, 0 errors, 1 warning\n$/);
		assert.ok(stderr.startsWith(`note: ${path} has no query: one stands in backticks alone on its line`), stderr);
	});

	it("exits with 1 where huntmark.json has mistakes", async () => {
		const cwd = mkdtempSync(join(folder, "mistaken-"));
		writeFileSync(join(cwd, "huntmark.json"), '{ "dialects": "lucene" }');
		writeFileSync(join(cwd, "a.md"), `## Analytic 1\n\`image_path:a\`\n${rest}`);
		for (const command of ["check", "fmt"]) {
			const { code, stdout, stderr } = await huntmark([command, cwd]);
			assert.equal(code, 1);
			assert.match(stdout, /^1 hunt, 0 /);
			assert.equal(stderr, `${cwd}/huntmark.json:1:3: "dialects" means nothing here. Did you mean dialect?\n`);
		}
	});

	const skip = process.platform !== "linux" && "NOT RUN: there is no file that nobody can read";
	it("goes on after what cannot be read, and exits with 2", { skip }, async () => {
		const cwd = mkdtempSync(join(folder, "unreadable-"));
		for (const name of ["a.md", "z.md"]) writeFileSync(join(cwd, name), bad);
		symlinkSync("/proc/self/mem", join(cwd, "m.md"));
		const both = /^a\.md:5:[\s\S]*^z\.md:5:[\s\S]*^2 hunts, /m;
		for (const [args, found, said] of [
			[["check", "."], both, /^huntmark: m\.md cannot be read: .+\nCheck the file's permissions\.\n$/],
			[["check", "a.md", "no.md", "z.md"], both, /^huntmark: There is no file no\.md\.\nCheck the path; .+\n$/],
			[["fmt", "--check", "."], /^a\.md\nz\.md\n2 hunts, 2 to format\n$/, /^huntmark: m\.md cannot be read/],
			[["check", "no.md"], /^$/, /^huntmark: There is no file no\.md/],
		] as const) {
			const { code, stdout, stderr } = await huntmark(args, { cwd });
			assert.match(stdout, found);
			assert.match(stderr, said);
			assert.equal(code, 2);
		}
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
