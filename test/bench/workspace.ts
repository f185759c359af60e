// A workspace of 2,000 hunts: how long until all its problems are known, how much memory that takes, and what an edit costs then.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DocumentDiagnosticRequest, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import { type ServerProcess, startProcess } from "../support/lspClient.ts";
import { percentile } from "./percentile.ts";

const program = fileURLToPath(new URL("../../out/server/main.cjs", import.meta.url));
const count = 2000;
const limits = { coldMs: 4000, megabytes: 250 };

if (process.argv[1] === fileURLToPath(import.meta.url)) await reportWorkspace();

/** Prints each against its limit; the edit against the same one in an empty workspace. */
export async function reportWorkspace(): Promise<void> {
	if (!existsSync(program)) {
		console.log("NOT RUN: workspace, because out/server/main.cjs is not built (npm run build).");
		return;
	}
	const [full, empty] = [mkdtempSync(join(tmpdir(), "huntmark-")), mkdtempSync(join(tmpdir(), "huntmark-"))];
	for (let n = 0; n < count; n++) {
		mkdirSync(join(full, String(n % 20)), { recursive: true });
		writeFileSync(join(full, String(n % 20), `${n}.md`), generatedHunt(n));
	}
	const started = performance.now();
	const among = await startProcess({ pull: true, folder: full }, program);
	const { items } = await among.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
	const cold = performance.now() - started;
	const megabytes = memoryOf(among);
	const alone = await startProcess({ pull: true, folder: empty }, program);
	const [editAmong, editAlone] = [await editIn(among, full), await editIn(alone, empty)];
	await Promise.all([among.dispose(), alone.dispose()]);
	for (const folder of [full, empty]) rmSync(folder, { recursive: true });

	const problems = items.reduce((sum, item) => sum + (item.kind === "full" ? item.items.length : 0), 0);
	console.log(
		`${items.length} hunts, ${problems} problems: all known after ${cold.toFixed(0)} ms, the server's start included, ` +
			`${(cold / limits.coldMs).toFixed(2)} times the limit of ${limits.coldMs} ms; ` +
			(megabytes === null
				? "memory is only measured on Linux"
				: `${megabytes.toFixed(0)} MB, ${(megabytes / limits.megabytes).toFixed(2)} times the limit of ${limits.megabytes} MB`),
	);
	console.log(
		`an edit among ${count} hunts: p95 ${editAmong.toFixed(1)} ms, ${(editAmong / editAlone).toFixed(2)} times the same ` +
			`in an empty workspace (${editAlone.toFixed(1)} ms); limit 1.5`,
	);
}

/** Analytics, queries, detections and prose as hunts have them; one hunt in ten has a query and a detection of others. */
function generatedHunt(n: number): string {
	const analytics = Array.from({ length: 4 }, (_, at) =>
		[
			`## Analytic ${at + 1} - Tool ${n} in step ${at}`,
			`What **tool${n}** does and why it matters here, with what is known of it.`,
			"",
			`\`image_path:tool${n}_${at}.exe AND -commandline:(list OR "a ${n}" OR reset)\``,
			"",
			`\`parent_image_path:p${at === 0 && n % 10 === 0 ? n % 50 : n}.exe ${at === 3 ? "and" : "AND"} commandline:y${at}\``,
			"",
		].join("\n"),
	);
	return [
		"---",
		`id: H-${String(n).padStart(4, "0")}`,
		"techniques: [T1197, T1059.001]",
		"---",
		`# Hunt number ${n}`,
		"",
		"## Hypothesis",
		`Somebody uses tool ${n} to move files with a service that nobody looks at.`,
		"",
		"## Existing Detections",
		`- Detection ${n}`,
		`- https://example.com/detections/${n % 10 === 0 ? n % 100 : n}`,
		"",
		...analytics,
		"## References",
		"https://attack.mitre.org/techniques/T1197/",
		"",
	].join("\n");
}

/** The 95th percentile from a keystroke in a query to the problems of the document, in milliseconds. */
async function editIn({ connection, open, change }: ServerProcess, folder: string): Promise<number> {
	const uri = pathToFileURL(join(folder, "0", "0.md")).href;
	const text = generatedHunt(0);
	open(uri, text);
	const before = text.slice(0, text.indexOf("tool0_2") + 4).split("\n");
	const place = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const taken: number[] = [];
	for (let stroke = 0; stroke < 250; stroke++) {
		const started = performance.now();
		change(uri, { start: place, end: place }, "x");
		await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
		if (stroke >= 50) taken.push(performance.now() - started);
	}
	return percentile(taken, 0.95);
}

/** What the process holds, in megabytes. */
function memoryOf({ child }: ServerProcess): number | null {
	if (process.platform !== "linux") return null;
	const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
	return Number(kilobytes) / 1024;
}
