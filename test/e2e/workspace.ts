// The folder that the end-to-end tests open: the samples, and a hunt on five thousand events of which some are hostile.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileText, manyEvents } from "./manyEvents.ts";

/** Makes it in `folder`, which must not exist yet. */
export async function makeWorkspace(folder: string): Promise<void> {
	await cp(fileURLToPath(new URL("../../samples/", import.meta.url)), folder, { recursive: true });
	await mkdir(join(folder, "many"));
	const events = Array.from({ length: manyEvents }, (_, index) =>
		JSON.stringify({
			"@timestamp": new Date(Date.UTC(2026, 0, 5) + index * 1000).toISOString(),
			EventID: 1,
			Channel: "Microsoft-Windows-Sysmon/Operational",
			Hostname: "WS5",
			Image: "C:\\Windows\\System32\\whoami.exe",
			CommandLine: index % 1000 === 0 ? hostileText : `whoami /all ${index + 1}`,
		}),
	);
	await writeFile(join(folder, "many", "events.ndjson"), `${events.join("\n")}\n`);
	await writeFile(join(folder, "many.md"), manyHunt);
	const configuration = join(folder, "huntmark.json");
	const given = JSON.parse(await readFile(configuration, "utf8").catch(() => "{}"));
	const sources = { ...given.sources, many: { files: ["many/*.ndjson"] } };
	await writeFile(configuration, JSON.stringify({ ...given, sources }, null, "\t"));
}

const manyHunt = `# Many events

## Hypothesis

Somebody asks who they are, over and over.

## Analytic 1 - Who asks who they are

\`image_path:whoami.exe\`

\`commandline:script\`
`;
