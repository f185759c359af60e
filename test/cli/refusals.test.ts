// Bad input: one sentence what happened, one what to do, exit code 2, nothing on standard output.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileOf, folder, huntmark } from "./huntmark.ts";

const events = fileOf('{"Image":"C:\\\\a.exe","User":"x"}\n');
const empty = fileOf("");
const emptyHunt = fileOf("", "md");
const noHunt = fileOf("# Shopping\n\nMilk.\n", "md");
const noAnalytics = fileOf("# A hunt\n\n## Hypothesis\n\nThey are here.\n", "md");
const noQueries = fileOf("# A hunt\n\n## Analytic 1 - Look\n\nBy hand.\n", "md");
const badHunt = fileOf("# A hunt\n\n## Analytic 1 - Look\n\n`Image:(a OR`\n", "md");
const unknownField = fileOf("# A hunt\n\n## Analytic 1 - Look\n\n`Imagee:a`\n", "md");
const oneAnalytic = fileOf("# A hunt\n\n## Analytic 1 - Look\n\n`Image:a.exe`\n", "md");
const twoAnalytics = fileOf("# A\n\n## Analytic 1 - A\n\n`Image:a`\n\n## Analytic 2 - B\n\n`Image:b`\n", "md");
const emptyFolder = join(folder, "nothing");
const configured = join(folder, "configured");
mkdirSync(emptyFolder);
mkdirSync(configured);
writeFileSync(
	join(configured, "huntmark.json"),
	'{ "sources": { "a": { "files": ["a.ndjson"] }, "b": { "files": "b" }, "c": { "files": ["c.ndjson"] } } }',
);

const data = ["--data", events];
const search = ["search", "Image:a.exe", ...data];
const run = (hunt: string, ...more: string[]) => ["run", hunt, ...data, ...more];

/** Arguments, and what is said: of the fault, and of the remedy. */
const cases: Record<string, readonly [args: readonly string[], fault: RegExp, remedy: RegExp, cwd?: string]> = {
	"no such hunt": [run("nope.md"), /^huntmark: There is no file nope\.md\./, /Check the path; it is looked for from/],
	"no such telemetry": [
		["search", "Image:a", "--data", "nope.ndjson"],
		/No telemetry is at nope\.ndjson\./,
		/Name a file, a folder/,
	],
	"a folder without telemetry": [
		["search", "Image:a", "--data", emptyFolder],
		/No telemetry is at .*nothing\./,
		/Name a file, a folder/,
	],
	"no telemetry named": [["search", "Image:a"], /No telemetry is named/, /Use --data PATH/],
	"no such source": [
		["search", "Image:a", "--source", "d"],
		/There is no source d in huntmark\.json/,
		/Use --source with one of a, c/,
		configured,
	],
	"an empty hunt": [run(emptyHunt), /\.md is empty\./, /Write a hunt in it/],
	"empty telemetry": [["search", "Image:a", "--data", empty], /\.ndjson holds no events\./, /NDJSON/],
	"empty telemetry for a hunt": [["run", oneAnalytic, "--data", empty], /holds no events\./, /NDJSON/],
	"empty telemetry for fields": [["fields", "--data", empty], /holds no events\./, /NDJSON/],
	"fields of an unknown name": [["fields", "image_pth"], /No taxonomy knows image_pth\./, /Did you mean image_path/],
	"fields of a name and telemetry": [["fields", "image_path", ...data], /looked up without telemetry/, /Leave one/],
	"telemetry of another kind": [["search", "Image:a", "--data", noHunt], /holds no events\./, /NDJSON/],
	"a Markdown file that is no hunt": [run(noHunt), /is no hunt: it has neither/, /Add a heading such as/],
	"a hunt without analytics": [run(noAnalytics), /The hunt has no analytics\./, /Add a heading such as/],
	"an analytic without queries": [run(noQueries), /no query to run/, /Put a query such as/],
	"analytic 9 of 1": [
		run(oneAnalytic, "--analytic", "9"),
		/\.md: There is no analytic 9\./,
		/There is Analytic 1 \(Look\)\./,
	],
	"a query of several analytics": [
		run(twoAnalytics, "--query", "1"),
		/--query needs --analytic/,
		/Choose one of Analytic 1 \(A\), Analytic 2/,
	],
	"a draft among hunts": [
		["run", oneAnalytic, noAnalytics, ...data],
		/\.md: The hunt has no analytics/,
		/Add a heading/,
	],
	"query 2 of 1": [run(oneAnalytic, "--query", "2"), /There is no query 2\./, /The analytic has 1\./],
	"query 0": [run(oneAnalytic, "--query", "0"), /There is no query 0\./, /The analytic has 1\./],
	"a query with an error": [run(badHunt), /`Image:\(a OR` has an error \(.+\)/, /Correct the query/],
	"a search with an error": [["search", "Image:(a", ...data], /`Image:\(a` has an error \(unclosed-group\)/, /Correct/],
	"an empty search": [["search", " ", ...data], /The query is empty/, /Write one/],
	"an unknown field": [["search", "Imagee:a", ...data], /knows the field `Imagee`.*`Image`/, /huntmark fields/],
	"an unknown field in a hunt": [run(unknownField), /knows the field `Imagee`.*`Image`/, /huntmark fields/],
	"an unknown option": [[...search, "--fromat", "csv"], /unknown option '--fromat'\n/, /Did you mean --format\?/],
	"a query that --data takes": [
		["search", ...data, "Image:a"],
		/missing required argument 'query'/,
		/Put it before --data, or after --\./,
	],
	"a query that looks like an option": [
		["search", "-EventID:1", ...data],
		/unknown option '-EventID:1'\n/,
		/Put -- before a query that begins with a dash, and options before the --\./,
	],
	"such a query to explain": [["explain", "-EventID:1"], /unknown option '-EventID:1'\n/, /Put -- before a query/],
	"an unknown command": [["serch"], /unknown command 'serch'\n/, /Did you mean search\?/],
	"a bad format": [[...search, "--format", "xml"], /argument 'xml' is invalid/, /choices are table, ndjson, csv, json/],
	"a bad limit": [[...search, "--limit", "-1"], /argument '-1' is invalid/, /whole number/],
	"an unknown dialect": [[...search, "--dialect", "kql"], /There is no dialect kql\./, /Use one of redcloak/],
	"a place that cannot be written": [
		[...search, "--out", join(folder, "none/x")],
		/cannot be written: its folder does not exist/,
		/--out/,
	],
	"a folder to write": [[...search, "--out", emptyFolder], /cannot be written: it is a folder/, /--out/],
	"a full disk": [
		[...search, "--format", "ndjson", "--out", "/dev/full"],
		/cannot be written: there is no room left/,
		/--out/,
	],
	"a folder without hunts": [["check", emptyFolder], /There is no hunt in/, /A hunt is a Markdown file/],
	"an unknown rule": [["rules", "only-negativ"], /There is no rule only-negativ\./, /Did you mean only-negative/],
	"a rule like no other": [["rules", "nope"], /There is no rule nope\./, /Run huntmark rules/],
	"nothing to parse": [["parse"], /Nothing is named to parse/, /--query or --batch/],
	"a folder to parse": [["parse", emptyFolder], /is a folder/, /Name a Markdown file/],
	"lsp without a transport": [["lsp"], /--stdio/, /huntmark --help/],
};

describe("is refused", { concurrency: 2 }, () => {
	for (const [name, [args, fault, remedy, cwd]] of Object.entries(cases)) {
		const skip = args.includes("/dev/full") && process.platform !== "linux" ? "NOT RUN: there is no /dev/full" : false;
		it(name, { skip }, async () => {
			const { code, stdout, stderr } = await huntmark(args, cwd === undefined ? {} : { cwd });
			assert.match(stderr, /^huntmark: /m);
			assert.match(stderr, fault);
			assert.match(stderr, remedy);
			assert.doesNotMatch(stderr, /\n\s+at /);
			assert.deepEqual([code, stdout], [2, ""]);
		});
	}
});

it("mistakes in huntmark.json are told", async () => {
	const { stderr } = await huntmark(["search", "Image:a"], { cwd: configured });
	assert.match(stderr, /configured\/huntmark\.json:1:64: "files" must be a list\./);
	assert.match(stderr, /Use --source with one of a, c/);
});
