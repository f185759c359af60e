// What the runner's tests share: files in a temp folder, an engine over a real runner process, short ways to write tests.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { isRefusal, type Refusal } from "../../server/src/base/refusal.ts";
import type { Engine, EngineOptions, RunHandle } from "../../server/src/engines/engine.ts";
import { createFilesEngine } from "../../server/src/engines/files.ts";
import { createRunnerProcess } from "../../server/src/host/runnerProcess.ts";
import type { BoundExpr, FieldRef, Piece, Test } from "../../server/src/meaning/boundExpr.ts";
import type { Plan } from "../../server/src/plan/plan.ts";
import type { FieldCatalog } from "../../server/src/taxonomies/fieldCatalog.ts";

/** A folder that is gone after the tests. */
export const folder = mkdtempSync(join(tmpdir(), "huntmark-runner-"));

const engines: Engine[] = [];

after(async () => {
	for (const engine of engines) await engine.dispose();
	rmSync(folder, { recursive: true, force: true });
});

/** An engine with a runner of its own. */
export function startEngine(cacheFolder: string | null = null, onStart?: (pid: number) => void): Engine {
	const program = fileURLToPath(new URL("../../server/src/runner/main.ts", import.meta.url));
	const engine = createFilesEngine(createRunnerProcess({ program, cacheFolder, ...(onStart && { onStart }) }));
	engines.push(engine);
	return engine;
}

let files = 0;

/** A new file of these lines, or of this content. */
export function fileOf(content: readonly string[] | string | Uint8Array): string {
	const path = join(folder, `${++files}.ndjson`);
	writeFileSync(path, Array.isArray(content) ? content.map((line) => `${line}\n`).join("") : (content as string));
	return path;
}

/** The value, which must not be a refusal. */
export function good<T>(value: T | Refusal): T {
	assert.ok(!isRefusal(value), JSON.stringify(value));
	return value as T;
}

export async function run(
	engine: Engine,
	path: string | readonly string[],
	queries: readonly BoundExpr[],
	options?: EngineOptions,
	columns: Plan["columns"] = [],
): Promise<RunHandle> {
	const source = { name: "test", files: typeof path === "string" ? [path] : path };
	return good(await engine.run({ queries, columns }, source, options));
}

export async function catalog(engine: Engine, ...paths: string[]): Promise<FieldCatalog> {
	return good(await engine.catalog({ name: "test", files: paths }));
}

/** The lines (from 1) that a query matches, all pages of them. */
export async function linesOf(engine: Engine, path: string, query: BoundExpr): Promise<number[]> {
	const handle = await run(engine, path, [query]);
	const lines = await rowsOf(handle);
	assert.equal(handle.summary.matched, lines.length);
	assert.deepEqual(handle.summary.counts, [lines.length]);
	await handle.close();
	return lines;
}

/** The lines of a run's rows, page by page. */
export async function rowsOf(handle: RunHandle, query?: number): Promise<number[]> {
	const lines: number[] = [];
	for (;;) {
		const { rows } = good(await handle.page(lines.length, 200, query));
		if (rows.length === 0) return lines;
		for (const { line } of rows) lines.push(line);
	}
}

/** A field; without paths, a key of the event. */
export function field(name: string, ...paths: string[][]): FieldRef {
	return { name, paths: paths.length > 0 ? paths : [[name]] };
}

export function test(of: FieldRef | string | null, what: Test): BoundExpr {
	return { kind: "test", field: typeof of === "string" ? field(of) : of, test: what, span: [0, 0] };
}

export function text(of: FieldRef | string | null, ...pieces: Piece[]): BoundExpr {
	return test(of, { kind: "text", pieces, whole: false });
}

export function exists(of: FieldRef | string | null): BoundExpr {
	return test(of, { kind: "exists" });
}

export function not(child: BoundExpr): BoundExpr {
	return { kind: "not", child };
}

export function or(...children: BoundExpr[]): BoundExpr {
	return { kind: "or", children };
}

export function and(...children: BoundExpr[]): BoundExpr {
	return { kind: "and", children };
}

export const anyRun: Piece = { wild: "run" };
export const anyOne: Piece = { wild: "one" };
