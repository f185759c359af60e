// `npm test`: every check and every suite, each with its minutes; the last line says `N passed, N failed`.
// `npm test -- unit lsp` runs only these.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Suite {
	readonly name: string;
	readonly command: readonly string[];
	/** Why it cannot run here; `null`: it can. */
	readonly missing?: string | null;
}

interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name: string) => ["node", `node_modules/${name}`];
const nodeTest = (...patterns: string[]) => [
	"node",
	"--test",
	"--test-reporter=spec",
	...patterns.map((each) => `test/${each}/**/*.test.ts`),
];

const suites: readonly Suite[] = [
	{ name: "build", command: ["node", "esbuild.mjs"] },
	{ name: "types", command: [...bin("typescript/bin/tsc"), "-b"] },
	{ name: "lint", command: [...bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"] },
	{
		name: "architecture",
		command: [...bin("dependency-cruiser/bin/dependency-cruise.mjs"), "client", "server", "tools", "test"],
	},
	{ name: "dead code", command: [...bin("knip/bin/knip.js")] },
	{ name: "generated files", command: ["node", "tools/generate/generate.ts", "--check"] },
	{
		name: "unit",
		command: nodeTest(
			"attack",
			"config",
			"syntax",
			"format",
			"model",
			"explain",
			"meaning",
			"plan",
			"outcomes",
			"document",
			"lint",
			"taxonomies",
			"workspace",
			"features",
			"samples",
			"syntaxes",
			"tidy",
		),
	},
	{ name: "runner", command: nodeTest("runner") },
	{ name: "lsp", command: nodeTest("lsp") },
	{ name: "other editors", command: nodeTest("editors"), missing: neovimMissing() },
	{ name: "cli", command: nodeTest("cli") },
	{ name: "lucene", command: nodeTest("lucene") },
	{ name: "results view", command: nodeTest("client"), missing: browserMissing() },
	{ name: "vscode", command: ["node", "test/e2e/run.ts"], missing: browserMissing() },
];

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const suite of suites) {
	if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
	if (suite.missing) {
		console.log(`NOT RUN: ${suite.name}, because ${suite.missing}.`);
		continue;
	}
	const started = Date.now();
	const outcome = await run(suite);
	passed += outcome.passed;
	failed += outcome.failed;
	const minutes = ((Date.now() - started) / 60_000).toFixed(2);
	const skips = outcome.skipped > 0 ? `, ${outcome.skipped} NOT RUN` : "";
	console.log(
		`${suite.name.padEnd(16)} ${minutes.padStart(6)} min   ${outcome.passed} ok, ${outcome.failed} not ok${skips}`,
	);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Runs a suite; its output is shown only where something failed or was skipped. */
async function run({ command }: Suite): Promise<Outcome> {
	const [program, ...args] = command;
	const child = spawn(program === "node" ? process.execPath : (program as string), args, {
		cwd: root,
		env: { ...process.env, NO_COLOR: "1" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 1)));
	const outcome = outcomeOf(output, code);
	if (outcome.failed > 0) console.log(output);
	else for (const line of output.split("\n")) if (/NOT RUN|# SKIP|^﹣/.test(line)) console.log(`  ${line.trim()}`);
	return outcome;
}

/** Counts as the test runners print them; a tool that counts nothing is one check. */
function outcomeOf(output: string, code: number): Outcome {
	const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
	const mocha = /(\d+) passed, (\d+) failed/.exec(output);
	const counted = mocha
		? { passed: Number(mocha[1]), failed: Number(mocha[2]), skipped: 0 }
		: { passed: number(/^ℹ pass (\d+)/m), failed: number(/^ℹ fail (\d+)/m), skipped: number(/^ℹ skipped (\d+)/m) };
	if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
	return counted.passed + counted.failed + counted.skipped > 0 ? counted : { passed: 1, failed: 0, skipped: 0 };
}

function browserMissing(): string | null {
	if (process.env.VSCODE_PATH || existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium")) return null;
	return "there is no Chromium at CHROMIUM or /usr/bin/chromium and no VSCODE_PATH";
}

function neovimMissing(): string | null {
	const isThere = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "nvim")));
	return isThere ? null : "there is no nvim (Neovim) on the PATH";
}
