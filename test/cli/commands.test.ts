// `parse`, `fields`, `rules`, `lsp`, help and version.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { rules } from "../../server/src/lint/registry.generated.ts";
import { fileOf, huntmark, printed, samples } from "./huntmark.ts";

describe("parse", { concurrency: 2 }, () => {
	it("reads a hunt from standard input as from a file", async () => {
		const path = join(samples, "bits.md");
		const parsed = await printed(["parse", path]);
		assert.equal(await printed(["parse", "-"], { input: readFileSync(path, "utf8") }), parsed);
		const { hunt, problems } = JSON.parse(parsed);
		assert.deepEqual(problems, []);
		assert.deepEqual([hunt.meta.id.text, hunt.analytics[0].queries.length], ["H-0001", 3]);
		assert.equal(hunt.analytics[0].queries[0].expr.kind, "and");
	});

	it("--query: its meaning and problems", async () => {
		const { expr, problems, dialect } = JSON.parse(await printed(["parse", "--query", "image:a and user:b"]));
		assert.deepEqual([expr.kind, problems[0].rule, dialect], ["and", "lowercase-operator", "redcloak"]);
	});

	it("--batch: a line for a line, in order, whatever comes", async () => {
		const input = [
			'{"query":"a:1"}',
			"no JSON",
			"",
			"null",
			'{"query":5}',
			'{"query":"a:1","dialect":"kql"}',
			'{"query":"a:1 b:2","dialect":"redcloak","defaultOperator":"and"}',
			'{"query":""}',
			'{"query":"((("}',
			'{"query":"last:1"}',
		];
		const answers = (await printed(["parse", "--batch"], { input: input.join("\r\n") })).trim().split("\n");
		const kinds = answers.map((line) => {
			const { error, expr } = JSON.parse(line);
			return error === undefined ? (expr?.kind ?? "nothing") : `error: ${typeof error}`;
		});
		const error = "error: string";
		assert.deepEqual(kinds.slice(0, 7), ["match", error, error, error, error, error, "and"]);
		assert.equal(kinds.length, input.length);
		assert.match(answers[5] ?? "", /There is no dialect kql/);
		assert.match(answers.at(-1) ?? "", /last/);
	});
});

describe("fields", () => {
	const data = fileOf('{"Image":"a.exe","n":1}\n{"Image":"b.exe","n":2}\n{"Image":"c.exe"}\n{"x":null}\n');

	it("as a table", async () => {
		const table = await printed(["fields", "--data", data]);
		assert.match(table, /^FIELD +TYPE +FILLED +CONCEPT/);
		assert.match(table, /\nImage +text +75\.0 % +image_path/);
	});

	it("as JSON", async () => {
		const { fields } = JSON.parse(await printed(["fields", "--data", data, "--format", "json"]));
		const { name, type, filled, concept } = fields.find((field: { name: string }) => field.name === "n");
		assert.deepEqual({ name, type, filled, concept }, { name: "n", type: "number", filled: 2, concept: null });
		const keys = ["name", "type", "filled", "values", "concept"];
		assert.deepEqual(Object.keys(fields[0]), keys);
	});
});

describe("fields without telemetry", () => {
	const names = async (name: string) =>
		JSON.parse(await printed(["fields", name, "--format", "json"])).concepts.map(
			({ concept, names }: { concept: string; names: { taxonomy: string; name: string; when: unknown }[] }) =>
				`${concept}: ${[...new Set(names.map((each) => `${each.taxonomy} ${each.name}${each.when ? " (…)" : ""}`))].join(", ")}`,
		);

	it("a concept is named in every taxonomy that has it", async () => {
		const table = await printed(["fields", "image_path"]);
		assert.match(table, /^image_path\n\nTAXONOMY +FIELD +TYPE +WHERE +MEANING\n/);
		assert.match(table, /\nsysmon +Image +path +Full path/);
		assert.match(table, /\ncbcloud +process_name +path +device_os:\(WINDOWS OR MAC OR LINUX\) /);
		for (const id of ["redcloak", "winsec", "ecs", "ocsf", "mde", "cbedr"]) assert.match(table, new RegExp(`\n${id} `));
	});

	it("so is what a field is called elsewhere, by any of its meanings", async () => {
		const found = await names("TargetUserName");
		assert.deepEqual(
			found.map((each: string) => each.split(":")[0]),
			["username", "target_account", "group_name"],
		);
		assert.match(
			(await names("cmdline")).join(),
			/^commandline: redcloak commandline, sysmon CommandLine, .*cbedr cmdline/,
		);
	});

	it("the taxonomies are listed where nothing is named", async () => {
		const table = await printed(["fields"]);
		assert.match(table, /^TAXONOMY +TITLE +VERSION +FIELDS +DOCUMENTATION\nredcloak, taegis +Red Cloak and Taegis /);
		assert.match(table, /\ncbedr +Carbon Black EDR +.* https:\/\//);
		const { taxonomies } = JSON.parse(await printed(["fields", "--format", "json"]));
		assert.deepEqual(
			taxonomies.map(({ id }: { id: string }) => id),
			["redcloak", "sysmon", "winsec", "ecs", "ocsf", "mde", "cbedr", "cbcloud"],
		);
	});
});

describe("rules", () => {
	it("lists all, and prints one's page", async () => {
		const list = await printed(["rules"]);
		for (const { id } of rules) assert.ok(list.includes(`\n${id} `), id);
		assert.match(list, /^RULE +SEVERITY +FIX\n/);
		assert.match(list, /\nmixed-and-or +warning +keeps meaning\n/);
		const page = await printed(["rules", "only-negative"]);
		assert.match(page, /^only-negative: warning\n\n.+\n\n {2}reported /);
		const mixed = await printed(["rules", "mixed-and-or"]);
		assert.match(mixed, /^mixed-and-or: warning; its fix keeps meaning\n/);
		assert.match(mixed, /\n {2}not reported {2}\+a:1 \+b:2 c:3 {2}\(lucene\)\n/);
	});
});

describe("lsp --stdio", () => {
	it("answers as a language server, on standard output alone", async () => {
		const messages = [
			{ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
			{ id: 2, method: "shutdown" },
			{ method: "exit" },
		];
		const input = messages
			.map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }))
			.map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
			.join("");
		const answer = await printed(["lsp", "--stdio"], { meanwhile: ({ stdin }) => stdin?.write(input), input: null });
		assert.match(answer, /^Content-Length: \d+\r\n\r\n\{/);
		assert.match(answer, /"id":1,"result":\{"capabilities":\{/);
	});
});

describe("help", () => {
	it("names every command, and the version is the package's", async () => {
		const help = await printed(["--help"]);
		for (const command of ["check", "run", "search", "parse", "fields", "rules", "lsp"])
			assert.match(help, new RegExp(`\n  ${command} `));
		const manifest = JSON.parse(readFileSync(join(samples, "../package.json"), "utf8"));
		assert.equal(await printed(["--version"]), `${manifest.version}\n`);
	});

	it("stands where nothing was asked, with exit code 2", async () => {
		const { code, stdout, stderr } = await huntmark([]);
		assert.deepEqual([code, stdout], [2, ""]);
		assert.match(stderr, /^Usage: huntmark/);
	});

	it("no output has colours or escape sequences", async () => {
		for (const args of [["--help"], ["rules"], ["check", samples]])
			assert.ok(!(await printed(args)).includes("\u001b"), args.join(" "));
	});
});
