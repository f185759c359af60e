// The folder that the end-to-end tests open: the samples, and a hunt on five thousand events of which some are hostile.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileText, manyEvents, slowEvents } from "./manyEvents.ts";

/** Makes it in `folder`, which must not exist yet. */
export async function makeWorkspace(folder: string): Promise<void> {
	await cp(fileURLToPath(new URL("../../samples/", import.meta.url)), folder, { recursive: true });
	await mkdir(join(folder, "many"));
	await writeFile(join(folder, "many", "events.ndjson"), eventLines(manyEvents));
	await writeFile(join(folder, "many", "slow.jsonl"), eventLines(slowEvents));
	await writeFile(join(folder, "many.md"), manyHunt);
	await writeFile(join(folder, "typed.md"), typedHunt);
	await writeFile(join(folder, "notes.md"), "# Notes\n\nNo hunt, but `a:1   AND b:2` in  it.\n");
	const configuration = join(folder, "huntmark.json");
	const given = JSON.parse(await readFile(configuration, "utf8").catch(() => "{}"));
	const sources = { ...given.sources, many: { files: ["many/*.ndjson"] }, slow: { files: ["many/slow.jsonl"] } };
	await writeFile(configuration, JSON.stringify({ ...given, sources }, null, "\t"));
}

function eventLines(count: number): string {
	const lines = Array.from({ length: count }, (_, index) =>
		JSON.stringify({
			"@timestamp": new Date(Date.UTC(2026, 0, 5) + index * 1000).toISOString(),
			EventID: 1,
			Channel: "Microsoft-Windows-Sysmon/Operational",
			Hostname: "WS5",
			Image: "C:\\Windows\\System32\\whoami.exe",
			CommandLine: index % 1000 === 0 ? hostileText : `whoami /all ${index + 1}`,
		}),
	);
	return `${lines.join("\n")}\n`;
}

/** Ends where a query is to be typed. */
const typedHunt = "# Typed\n\n## Hypothesis\n\nSomebody decodes files.\n\n## Analytic 1 - Who decodes\n\n";

const manyHunt = `# Many events

## Hypothesis

Somebody asks who they are, over and over.

## Analytic 1 - Who asks who they are

\`image_path:whoami.exe\`

\`commandline:script\`
`;
