// `explain QUERY`: a query in plain words, without telemetry.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { folder, huntmark, printed } from "./huntmark.ts";

describe("explain", { concurrency: 2 }, () => {
	it("prints what the query matches as a list", async () => {
		assert.equal(
			await printed(["explain", "image_path:bitsadmin.exe AND -commandline:(list OR reset)"]),
			[
				"Events where all of this holds:",
				"- `image_path` contains the word `bitsadmin.exe`",
				"- `commandline` does not contain any of the words `list` or `reset`",
				"",
			].join("\n"),
		);
	});

	it("reads it in the dialect that is named", async () => {
		const list = await printed(["explain", "image_path:a AND user_name:b OR c", "--dialect", "lucene"]);
		assert.match(list, /^- and preferably `c`, which changes no hit$/m);
		assert.match(await printed(["explain", "--dialect", "lucene", "--", "-a"]), /^No event: in Lucene/);
		assert.match(
			await printed(["explain", "--dialect", "lucene", "--es", "--", "-a"]),
			/^Events where no field contains/,
		);
		const both = await printed(["explain", "a b", "--dialect", "lucene", "--default-operator", "AND"]);
		assert.match(both, /^Events where all of this holds:/);
	});

	it("reads it as the huntmark.json of the working folder says, unless an option says otherwise", async () => {
		const cwd = join(folder, "configured");
		mkdirSync(cwd);
		writeFileSync(join(cwd, "huntmark.json"), '{ "dialect": "lucene", "defaultOperator": "AND" }');
		assert.match(await printed(["explain", "a b"], { cwd }), /^Events where all of this holds:/);
		assert.match(
			await printed(["explain", "a b", "--default-operator", "OR"], { cwd }),
			/^Events where some field contains one of/,
		);
		assert.match(await printed(["explain", "--dialect", "redcloak", "--", "-a"], { cwd }), /^Events where no field/);
	});

	it("takes names from the taxonomy that is named", async () => {
		assert.match(await printed(["explain", "EventID:4688"]), /the number `4688` \(.+\)/);
		assert.match(await printed(["explain", "EventID:4688", "--taxonomy", "Sysmon"]), /the number `4688`$/m);
		const unknown = await huntmark(["explain", "image_path:a", "--taxonomy", "nope"]);
		assert.deepEqual([unknown.code, unknown.stdout], [2, ""]);
		assert.match(unknown.stderr, /There is no taxonomy nope\.\n.*auto, redcloak/);
	});

	it("as JSON: the lines as a tree, and the problems", async () => {
		const { dialect, explanation, problems } = JSON.parse(
			await printed(["explain", "image_path:a and commandline:b", "--format", "json"]),
		);
		assert.equal(dialect, "redcloak");
		assert.deepEqual(explanation, {
			text: "Events where all of this holds:",
			items: [
				{ text: "`image_path` contains the word `a`", items: [] },
				{ text: "`commandline` contains the word `b`", items: [] },
			],
		});
		assert.equal(problems[0].rule, "lowercase-operator");
	});

	it("says what is wrong on stderr, and refuses what cannot be meant", async () => {
		const doubtful = await huntmark(["explain", "image_path:a and imagepath:b"]);
		assert.deepEqual([doubtful.code, doubtful.stdout.split("\n").length], [0, 4]);
		assert.match(doubtful.stderr, /^warning: .*AND.*\nwarning: .*imagepath/);
		const broken = await huntmark(["explain", "image_path:(a"]);
		assert.deepEqual([broken.code, broken.stdout], [2, ""]);
		assert.match(broken.stderr, /^huntmark: `image_path:\(a` has an error \(unclosed-group\)/);
		const empty = await huntmark(["explain", " "]);
		assert.deepEqual([empty.code, empty.stdout], [2, ""]);
		assert.match(empty.stderr, /The query is empty/);
	});

	it("lets no control character reach a terminal", async () => {
		assert.equal(await printed(["explain", 'a:"x\u001b[31m"']), "Events where `a` contains the text `x\ufffd[31m`\n");
	});
});
