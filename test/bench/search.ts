// Measures a search through the runner against the same SQL in a bare DuckDB process, each as a whole process, page cache warm.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isRefusal } from "../../server/src/base/refusal.ts";
import { createFilesEngine } from "../../server/src/engines/files.ts";
import { createRunnerProcess } from "../../server/src/host/runnerProcess.ts";
import type { BoundExpr } from "../../server/src/meaning/boundExpr.ts";
import { scanSql } from "../../server/src/runner/duckdb/scanSql.ts";
import { profileSegment } from "../../server/src/runner/profile/segment.ts";

/** A statement as the runner sends it. */
export interface Statement {
	readonly sql: string;
	readonly parameters: readonly string[];
}

/** The statement with which the runner searches a file. */
export function statementOf(path: string, query: BoundExpr): Statement {
	// The first stretch shows the structure well enough; it decides how columns are read, not what they mean.
	const { structure, longest } = profileSegment({ path, start: 0, end: 16 << 20 });
	return scanSql([query], structure.tree, { kind: "file", path, longest });
}

/** Milliseconds of a Node process that only loads DuckDB, runs the statement and reads its rows. */
export function timeBare({ sql, parameters }: Statement): number {
	const program = `
		import { DuckDBInstance } from "@duckdb/node-api";
		const instance = await DuckDBInstance.create(":memory:");
		const result = await (await instance.connect()).run(${JSON.stringify(sql)}, ${JSON.stringify(parameters)});
		let matched = 0;
		for (let chunk; (chunk = await result.fetchChunk()) !== null && chunk.rowCount > 0; ) {
			const column = chunk.getColumnVector(0);
			for (let row = 0; row < chunk.rowCount; row++) if (column.getItem(row) !== 0) matched++;
		}
		console.log(matched);
		process.exit();`;
	return timed(["--input-type=module", "-e", program]);
}

/** Milliseconds of a Node process with these arguments, which must end well. */
export function timed(args: readonly string[]): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, {
		cwd: fileURLToPath(new URL("../..", import.meta.url)),
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(stderr);
	return performance.now() - start;
}

export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

/** What is searched for, unless another is given. */
export const powershell: BoundExpr = {
	kind: "test",
	field: { name: "Image", paths: [["Image"]] },
	test: { kind: "text", pieces: ["powershell.exe"], whole: false },
	span: [0, 0],
};

/** The catalog and one search, in a runner of its own. */
async function searchOnce(path: string, cacheFolder: string): Promise<void> {
	const program =
		process.env.HUNTMARK_RUNNER ?? fileURLToPath(new URL("../../server/src/runner/main.ts", import.meta.url));
	const engine = createFilesEngine(createRunnerProcess({ program, cacheFolder }));
	const source = { name: path, files: [path] };
	const fields = await engine.catalog(source);
	const run = await engine.run({ queries: [powershell], columns: [] }, source);
	await engine.dispose();
	if (isRefusal(fields) || isRefusal(run)) throw new Error(JSON.stringify([fields, run]));
}

function report(path: string): void {
	const cache = mkdtempSync(join(tmpdir(), "huntmark-bench-"));
	const statement = statementOf(path, powershell);
	const self = fileURLToPath(import.meta.url);
	const [bare, first, known]: [number[], number[], number[]] = [[], [], []];
	timeBare(statement);
	for (let round = 0; round < 5; round++) {
		bare.push(timeBare(statement));
		rmSync(cache, { recursive: true, force: true });
		first.push(timed([self, "--once", path, cache]));
		known.push(timed([self, "--once", path, cache]));
	}
	rmSync(cache, { recursive: true, force: true });
	const line = (name: string, values: readonly number[]) =>
		console.log(`${name}: ${median(values).toFixed(0)} ms, ${(median(values) / median(bare)).toFixed(2)} times bare`);
	line("bare DuckDB", bare);
	line("first look", first);
	line("fields known", known);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	const [, , ...args] = process.argv;
	if (args[0] === "--once") await searchOnce(args[1] as string, args[2] as string);
	else report(args[0] as string);
}
