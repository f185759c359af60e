// The command line on a real hunt and real telemetry: counts that were worked out independently.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import type { Hunt } from "../../server/src/document/hunt.ts";
import type { Run } from "../../server/src/protocol/run.ts";
import { devTelemetry } from "../support/devTelemetry.ts";
import { sharedFolder, skippedWithoutShared } from "../support/shared.ts";
import { printed } from "./huntmark.ts";

const skip = skippedWithoutShared();
if (skip !== false) console.error(skip);
const shared = sharedFolder() ?? "";
const hunt = join(shared, "seed/abuse-of-bits.md");
const text = skip === false ? readFileSync(hunt, "utf8") : "";

describe("a real hunt", { skip }, () => {
	it("runs: one analytic, three queries, 31, 0 and 0 of 44 events", async () => {
		const data = join(shared, "data/otrf-bits.ndjson");
		const answer = JSON.parse(await printed(["run", hunt, "--data", data, "--format", "json"]));
		assert.equal(answer.hunt, hunt);
		const [run, ...others] = answer.runs as Run[];
		assert.deepEqual(others, []);
		assert.deepEqual(run?.analytic, { number: 1, title: "Investigate Processes and Commandlines" });
		assert.deepEqual(
			run.queries.map(({ matched }) => matched),
			[31, 0, 0],
		);
		assert.deepEqual([run.matched, run.scanned, run.skipped, run.exact], [31, 44, 0, true]);
		assert.deepEqual(run.fields[0], { written: "image_path", used: ["Image", "NewProcessName", "ProcessName"] });
		assert.equal(run.source, data);
		assert.equal("events" in run, false);
	});

	it("is parsed into its parts, each at its place", async () => {
		const answer = JSON.parse(await printed(["parse", hunt])) as { hunt: Hunt; problems: { severity: string }[] };
		const { title, hypothesis, existingDetections, analytics, references } = answer.hunt;
		assert.equal(title?.text, "Abuse of Background Intelligent Transfer Service (BITS)");
		assert.equal(hypothesis?.text, "Adversaries are abusing BITS");
		assert.equal(existingDetections.length, 11);
		for (const { name, url } of existingDetections) {
			assert.ok(name && url, JSON.stringify(name));
			assert.match(url.text, /^https:/);
			assert.equal(text.slice(...name.span), name.text);
			assert.equal(text.slice(...url.span), url.text);
		}
		const queries = analytics.flatMap((analytic) => analytic.queries);
		assert.equal(queries.length, 3);
		for (const query of queries) assert.equal(text.slice(...query.span), query.text);
		assert.equal(references.length, 3);
		assert.deepEqual(
			answer.problems.filter(({ severity }) => severity === "error"),
			[],
		);
	});
});

describe("searches of many real events", { skip }, () => {
	const counts: readonly (readonly [query: string, expected: number])[] = [
		["Image:powershell.exe", 2249],
		["CommandLine:net", 19],
		["_exists_:CommandLine", 730],
		["-_exists_:EventID", 5695],
		["EventID:[4656 TO 4663]", 9121],
		["TargetImage:lsass.exe AND -SourceImage:(svchost.exe OR csrss.exe OR wininit.exe)", 896],
	];
	for (const [query, expected] of counts) {
		it(query, async () => {
			const data = devTelemetry();
			const cache = join(dirname(data), "cache");
			assert.equal(await printed(["search", "--data", data, "--count", "--", query], { cache }), `${expected}\n`);
		});
	}
});
