// The runner as a process: it dies, is cancelled, remembers; no answer is ever lost or wrong.
import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { isRefusal } from "../../server/src/base/refusal.ts";
import type { Engine } from "../../server/src/engines/engine.ts";
import { catalog, fileOf, folder, linesOf, not, rowsOf, run, startEngine, test, text } from "./support.ts";

/** Large enough for progress: about 190 MB. */
const large = fileOf(
	Array.from({ length: 360_000 }, (_, n) => JSON.stringify({ n, pad: `${n} `.repeat(60), more: "y".repeat(100) })),
);
const slowQuery = not(test(null, { kind: "regex", source: "(a|b|n)*z(0|1|2)+[^x]{20}q", whole: false }));
const source = { name: "test", files: [large] };

/** Runs the slow query, does something at the first progress of the search, and answers what the run answered. */
async function disturb(engine: Engine, what: () => void, signal?: AbortSignal) {
	let disturbed = false;
	const answer = await engine.run({ queries: Array.from({ length: 12 }, () => slowQuery), columns: [] }, source, {
		...(signal && { signal }),
		onProgress(progress) {
			assert.ok(progress.done <= progress.total && progress.total > 0, JSON.stringify(progress));
			if (disturbed) return;
			disturbed = true;
			what();
		},
	});
	assert.ok(disturbed, "the run was over before it told of progress");
	assert.ok(isRefusal(answer), "the run answered as if nothing had happened");
	return answer;
}

describe("the runner", () => {
	it("killed in the midst: a refusal, and the next run works", async () => {
		const pids: number[] = [];
		const engine = startEngine(null, (pid) => pids.push(pid));
		const small = fileOf(['{"f":"x"}']);
		const before = await run(engine, small, [text("f", "x")]);
		const refusal = await disturb(engine, () => process.kill(pids[0] as number, "SIGKILL"));
		assert.deepEqual(
			[refusal.reason, refusal.detail],
			["engine-died", "The process that reads the files has died: it got SIGKILL."],
		);
		assert.match(refusal.remedy, /Run again/);
		assert.deepEqual(await linesOf(engine, small, text("f", "x")), [1]);
		assert.equal(pids.length, 2);
		const page = await before.page(0, 1);
		assert.equal(isRefusal(page) && page.reason, "engine-died");
	});

	it("cancelled: a refusal at once, by the same process", async () => {
		const pids: number[] = [];
		const engine = startEngine(null, (pid) => pids.push(pid));
		const controller = new AbortController();
		let asked = 0;
		const refusal = await disturb(
			engine,
			() => {
				asked = performance.now();
				controller.abort();
			},
			controller.signal,
		);
		assert.equal(refusal.reason, "cancelled");
		assert.ok(performance.now() - asked < 2500);
		assert.deepEqual(await linesOf(engine, fileOf(['{"f":"x"}']), text("f", "x")), [1]);
	});

	it("a file that is not there, and one that grows after the run", async () => {
		const engine = startEngine();
		const missing = await engine.catalog({ name: "test", files: [join(folder, "missing.ndjson")] });
		assert.equal(isRefusal(missing) && missing.reason, "not-found");
		const path = fileOf(['{"f":"x"}']);
		const handle = await run(engine, path, [text("f", "x")]);
		appendFileSync(path, '{"f":"x"}\n');
		const page = await handle.page(0, 1);
		assert.ok(isRefusal(page) && page.detail.includes("has changed"));
		assert.deepEqual(await linesOf(engine, path, text("f", "x")), [1, 2]);
	});

	it("the very last row of many", async () => {
		const engine = startEngine();
		const handle = await run(engine, large, [{ kind: "all" }, text("n", "7")]);
		const { rows } = (await handle.page(359_999, 200)) as { rows: readonly { line: number }[] };
		assert.deepEqual(
			rows.map(({ line }) => line),
			[360_000],
		);
		assert.deepEqual(await rowsOf(handle, 1), [8]);
	});
});

describe("what is kept of files", () => {
	const lines = ['{"f":"x"}', "broken", '{"f":"y","f":"x"}'];
	const answers = async (engine: Engine, path: string) => [
		await linesOf(engine, path, text("f", "x")),
		(await catalog(engine, path)).events,
	];

	it("is found again by the next process, and not believed when it is damaged", async () => {
		const cache = join(folder, "cache");
		const path = fileOf(lines);
		assert.deepEqual(await answers(startEngine(cache), path), [[1, 3], 2]);
		const [name] = readdirSync(cache);
		const kept = join(cache, name as string);
		const written = readFileSync(kept, "utf8");
		assert.deepEqual(await answers(startEngine(cache), path), [[1, 3], 2]);
		for (const damaged of [written.slice(0, -20), written.replace('"odd":[3]', '"odd":[]'), "", "{}\n{}"]) {
			assert.notEqual(damaged, written);
			writeFileSync(kept, damaged);
			assert.deepEqual(await answers(startEngine(cache), path), [[1, 3], 2]);
			assert.equal(readFileSync(kept, "utf8"), written);
		}
	});

	it("a folder that cannot be written is no failure", async () => {
		const file = fileOf(["x"]);
		assert.deepEqual(await answers(startEngine(join(file, "below")), fileOf(lines)), [[1, 3], 2]);
	});
});
