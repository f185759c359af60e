// Measures a search through the runner against the same SQL in a bare DuckDB process, each as a whole process, page cache warm.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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
