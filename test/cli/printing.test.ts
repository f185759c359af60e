// What `run` and `search` print, in every format, and where it goes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Run } from "../../server/src/protocol/run.ts";
import { fileOf, folder, huntmark, printed, samples } from "./huntmark.ts";

const red = "\u001b[31m";
/** Odd spacing, an escape sequence, a large number, a formula, a carriage return, a repeated key. */
const lines = [
	String.raw`{"n": 1,  "Image":"a.exe","User":"\u001b[31mred\u001b[0m\u0007\u202e"}`,
	'{"n":2,"Image":"b.exe","big":12345678901234567890}',
	'{"n":3,"Image":"a.exe","User":"=1+1","big":12345678901234567890}',
	String.raw`{"n":4,"Image":"a.exe","User":"@x \"q\",\r\n2"}`,
	'{"n":5,"Image":"a.exe","User":"\u009b31m-","User":"+"}',
];
const data = fileOf(`\ufeff${lines.join("\n")}`);
const found = [lines[0], lines[2], lines[3], lines[4]].map((line) => `${line}\n`);
const search = ["search", "Image:a.exe AND User:*", "--data", data];

describe("search", { concurrency: 2 }, () => {
	it("--format ndjson: the events whole and unchanged, in file order", async () => {
		assert.equal(await printed([...search, "--format", "ndjson"]), found.join(""));
	});

	it("--limit cuts and says how much; --limit 0 does not", async () => {
		const cut = await huntmark([...search, "--format", "ndjson", "--limit", "3"]);
		assert.equal(cut.stdout, found.slice(0, 3).join(""));
		assert.match(cut.stderr, /1 more events matched; --limit 0 prints all/);
		const all = await huntmark([...search, "--format", "ndjson", "--limit", "0"]);
		assert.deepEqual([all.stdout, all.stderr], [found.join(""), ""]);
	});

	it("a field that means the name only in some events has its own column", async () => {
		const mixed = fileOf(
			[
				'{"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","ProcessId":16,"ParentProcessId":99}',
				'{"EventID":4688,"Channel":"Security","ProcessId":"0x10"}',
				'{"EventID":4663,"Channel":"Security","ProcessId":"0x30"}',
			].join("\n"),
		);
		assert.equal(
			await printed(["search", "parent_process_id:* OR EventID:4663", "--data", mixed, "--format", "csv"]),
			"EventID,ParentProcessId,ProcessId\n1,99,16\n4688,,0x10\n4663,,0x30\n",
		);
	});

	it("--count", async () => assert.equal(await printed([...search, "--count"]), "4\n"));

	it("--format csv: nothing that a spreadsheet executes", async () => {
		assert.equal(
			await printed([...search, "--format", "csv"]),
			[
				"Image,User",
				"a.exe,\u001b[31mred\u001b[0m\u0007\u202e",
				"a.exe,'=1+1",
				'a.exe,"\'@x ""q"",\r\n2"',
				"a.exe,'+",
				"",
			].join("\n"),
		);
	});

	it("--format json: the run, and its events where a limit asks for them", async () => {
		const bare = JSON.parse(await printed([...search, "--format", "json"])) as Run;
		assert.equal("events" in bare, false);
		assert.deepEqual([bare.analytic, bare.matched, bare.scanned], [null, 4, 5]);
		const text = await printed([...search, "--format", "json", "--limit", "2"]);
		assert.deepEqual(
			(JSON.parse(text) as Run).events,
			[lines[0], lines[2]].map((line) => JSON.parse(line as string)),
		);
		assert.ok(text.includes('"big":12345678901234567890'), "a large number lost its digits");
		const all = JSON.parse(await printed([...search, "--format", "json", "--limit", "0"])) as Run;
		assert.equal(all.events?.length, 4);
		const none = ["search", "Image:c.exe", "--data", data, "--format", "json", "--limit", "0"];
		assert.deepEqual((JSON.parse(await printed(none)) as Run).events, []);
	});

	it("--format table: no control character, whatever the events hold", async () => {
		const table = await printed(search);
		assert.match(table, /^Search\n4 of 5 events, /);
		assert.match(table, /\n4 events {2}Image:a\.exe AND User:\*\nImage +User\n/);
		assert.ok(table.includes("[31mred"));
		assert.deepEqual(
			table.match(/\p{Cc}|\u202e/gu)?.filter((character) => character !== "\n"),
			[],
		);
		const cut = await printed([...search, "--limit", "1"]);
		assert.match(cut, /… 3 more; --limit 0 prints all\./);
	});

	it("nor do those of huntmark.json; JSON escapes them, and says the same", async () => {
		const cwd = mkdtempSync(join(folder, "hostile-"));
		writeFileSync(join(cwd, "huntmark.json"), String.raw`{ "sources": { "\u001b[31mred": {} } }`);
		const { stderr } = await huntmark(["search", "Image:x"], { cwd });
		assert.ok(stderr.includes('[31mred" needs') && !stderr.includes("\u001b"), stderr);
		const json = await printed(["fields", "--data", data, "--format", "json"]);
		assert.ok(!json.includes("\u009b"), json);
		const { fields } = JSON.parse(json) as { readonly fields: readonly { name: string; values: string[] }[] };
		assert.ok(fields.find(({ name }) => name === "Image")?.values.includes("a.exe"));
		assert.ok(fields.find(({ name }) => name === "User")?.values.every((value) => !value.includes("\\u")));
	});

	it("control characters of a query or a field name never come back to the terminal either", async () => {
		const hostile = fileOf(`${JSON.stringify({ [`a${red}`]: 1 })}\n`);
		const fields = await printed(["fields", "--data", hostile]);
		const refused = await huntmark(["search", `${red}x:1`, "--data", hostile]);
		for (const text of [fields, refused.stderr]) assert.ok(!text.includes("\u001b") && text.includes("[31m"), text);
	});

	it("--out writes the same to a file", async () => {
		const out = join(folder, "out.ndjson");
		const { code, stdout } = await huntmark([...search, "--format", "ndjson", "--out", out]);
		assert.deepEqual([code, stdout], [0, ""]);
		assert.equal(readFileSync(out, "utf8"), found.join(""));
	});

	it("-- ends the options", async () => {
		assert.equal(await printed(["search", "--data", data, "--count", "--", "-User:*"]), "1\n");
	});
});

describe("broken lines", () => {
	const whole = Array.from({ length: 1000 }, (_, n) =>
		n % 100 === 7 ? '{"Image":"a.exe", ' : n % 50 === 9 ? "  " : `{"n":${n},"Image":"a.exe"}`,
	);
	const broken = fileOf(whole.join("\r\n"));

	it("are counted, the first are named, and none matches a negation", async () => {
		const { code, stdout, stderr } = await huntmark(["search", "--data", broken, "--count", "--", "-Image:b.exe"]);
		assert.deepEqual([code, stdout], [0, "970\n"]);
		assert.match(stderr, /^10 lines were skipped, the first at:\n {2}.*\.ndjson:8 not valid JSON/m);
		const run = JSON.parse(await printed(["search", "Image:*", "--data", broken, "--format", "json"])) as Run;
		assert.equal(run.scanned + run.skipped, whole.filter((line) => line.trim() !== "").length);
		assert.deepEqual(
			run.firstSkipped.map(({ line }) => line),
			Array.from({ length: 10 }, (_, n) => n * 100 + 8),
		);
	});
});

describe("run", () => {
	it("the samples: each query finds what their tests say", async () => {
		const counts = await printed(["run", join(samples, "bits.md"), "--count"]);
		assert.deepEqual(
			counts
				.trim()
				.split("\n")
				.map((line) => line.split("\t")[0]),
			["12", "4", "2"],
		);
	});

	it("a sample in other dialects, too", async () => {
		const { stdout, stderr } = await huntmark(["run", join(samples, "office-children.md"), "--count"]);
		assert.deepEqual(stdout.match(/^\d+(?=\t)/gm), ["2", "2", "8", "18"], stderr);
	});

	it("one analytic by number or title, one query, several hunts", async () => {
		const hunts = [join(samples, "bits.md"), join(samples, "lsass-access.md")];
		const bits = hunts[0] as string;
		const title = "investigate PROCESSES and command lines";
		for (const name of ["1", title])
			assert.equal((await printed(["run", bits, "--analytic", name, "--count"])).split("\n").length, 4);
		assert.match(await printed(["run", bits, "--query", "3", "--count"]), /^2\tcommandline:SetNotifyCmdLine\n$/);
		const both = JSON.parse(await printed(["run", ...hunts, "--format", "json", "--limit", "1"]));
		assert.deepEqual(
			both.map(({ hunt }: { hunt: string }) => hunt),
			hunts,
		);
		for (const { runs } of both) for (const { events } of runs as Run[]) assert.equal(events?.length, 1);
		const folderOf = JSON.parse(await printed(["run", samples, "--format", "json"]));
		assert.equal(folderOf.length, 3);
	});
});

describe("a longer run", () => {
	const many = fileOf(
		Array.from({ length: 150_000 }, (_, n) => `{"n":${n},"Image":"a.exe","pad":"${`${n} `.repeat(60)}"}\n`).join(""),
	);
	const all = ["search", "Image:a.exe", "--data", many, "--format", "ndjson"];

	it("ends quietly when its reader has seen enough", async () => {
		const program = fileURLToPath(new URL("../../out/server/cli.cjs", import.meta.url));
		const words = [process.execPath, program, ...all].map((word) => `'${word}'`).join(" ");
		const child = spawn("bash", ["-c", `set -o pipefail; ${words} | head -1`]);
		const output = { stdout: "", stderr: "" };
		child.stdout.on("data", (chunk) => (output.stdout += chunk));
		child.stderr.on("data", (chunk) => (output.stderr += chunk));
		const code = await new Promise((resolve) => child.once("close", resolve));
		assert.deepEqual([code, output.stderr], [0, ""]);
		assert.match(output.stdout, /^\{"n":0,.*\}\n$/);
	});

	it("is cancelled by Ctrl-C, which reaches all of its processes", async () => {
		const cache = join(folder, "cancelled");
		mkdirSync(cache);
		const seen = new AbortController();
		const slow = "pad:/(1|2|n)*z(0|1|2)+[^x]{20}q/ OR pad:/(3|4|n)*z(0|1|2)+[^x]{20}q/";
		const outcome = await huntmark(["search", slow, "--data", many], {
			cache,
			// What the file holds is known and kept: now it is searched.
			meanwhile: (child) =>
				watch(cache, { signal: seen.signal }, () => {
					seen.abort();
					process.kill(-(child.pid as number), "SIGINT");
				}),
		});
		assert.deepEqual([outcome.code, outcome.stdout], [2, ""]);
		assert.match(outcome.stderr, /^huntmark: The run was cancelled\.\nRun again/);
	});

	it("is printed whole as a table too", async () => {
		const table = await printed(["search", "Image:a.exe", "--data", many, "--limit", "0"]);
		assert.ok(table.split("\n").length > 150_000);
	});
});
