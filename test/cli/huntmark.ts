// Runs the built command line as a process of its own.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../out/server/cli.cjs", import.meta.url));
assert.ok(existsSync(program), "out/server/cli.cjs is missing: make it with `npm run build`");

/** A folder that is gone after the tests. */
export const folder = mkdtempSync(join(tmpdir(), "huntmark-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

export const samples = fileURLToPath(new URL("../../samples", import.meta.url));

export interface Outcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface HowToRun {
	/** What stands on standard input, which is empty by default; `null`: it stays open. */
	readonly input?: string | null;
	readonly cwd?: string;
	/** Where the command line keeps what it has learnt; a folder of the tests unless said otherwise. */
	readonly cache?: string;
	/** Called with the process once it runs, before its end is waited for. Its group is its own. */
	readonly meanwhile?: (child: ChildProcess) => void;
}

/** `huntmark …args`, to its end. */
export async function huntmark(args: readonly string[], how: HowToRun = {}): Promise<Outcome> {
	const child = spawn(process.execPath, [program, ...args], {
		cwd: how.cwd ?? folder,
		env: { ...process.env, HUNTMARK_CACHE: how.cache ?? join(folder, "cache") },
		detached: true,
	});
	const stdout: Buffer[] = [];
	const stderr: Buffer[] = [];
	child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
	child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
	if (how.input !== null) child.stdin.end(how.input ?? "");
	how.meanwhile?.(child);
	const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
	return { code, stdout: Buffer.concat(stdout).toString("utf8"), stderr: Buffer.concat(stderr).toString("utf8") };
}

/** What it prints, where all is well. */
export async function printed(args: readonly string[], how?: HowToRun): Promise<string> {
	const { code, stdout, stderr } = await huntmark(args, how);
	assert.equal(code, 0, stderr.slice(0, 500));
	return stdout;
}

let files = 0;

/** A new file with these bytes; the path. */
export function fileOf(content: string | Uint8Array, extension = "ndjson"): string {
	const path = join(folder, `${++files}.${extension}`);
	writeFileSync(path, content);
	return path;
}
