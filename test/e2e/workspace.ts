// The folder that the end-to-end tests open: the samples, a hunt on five thousand events of which some are hostile, hunts to
// write in and look at, and plenty of Markdown that is no hunt.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileText, manyEvents, otherMarkdown, slowEvents } from "./manyEvents.ts";

/** Makes it in `folder`, which must not exist yet. */
export async function makeWorkspace(folder: string): Promise<void> {
	await cp(fileURLToPath(new URL("../../samples/", import.meta.url)), folder, { recursive: true });
	await mkdir(join(folder, "many"));
	await writeFile(join(folder, "many", "events.ndjson"), eventLines(manyEvents));
	await writeFile(join(folder, "many", "slow.jsonl"), eventLines(slowEvents));
	await writeFile(join(folder, "many.md"), manyHunt);
	await writeFile(join(folder, "typed.md"), typedHunt);
	await writeFile(join(folder, "notes.md"), "# Notes\n\nNo hunt, but `a:1   AND b:2` in  it.\n");
	await writeFile(join(folder, "shown.md"), shownHunt);
	await writeFile(join(folder, "flawed.md"), flawedHunt);
	await writeFile(join(folder, "empty.md"), "");
	await mkdir(join(folder, "notes"));
	for (let number = 1; number <= otherMarkdown; number++)
		await writeFile(join(folder, "notes", `${number}.md`), notes(number));
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

/** Has a problem, so that one can see that closed hunts are checked. */
const flawedHunt = `# Flawed

## Hypothesis

Somebody mixes operators.

## Analytic 1 - Which mixes operators

\`image_path:certutil.exe AND commandline:urlcache OR commandline:decode\`
`;

/** One of everything that an editor shows, on a screen. */
const shownHunt = `---
id: H-0042
techniques: [T1197, T1105]
taxonomy: redcloak
status: active
parameters:
  host: { type: keyword, default: "*" }
---
# What an editor shows of a hunt

## Hypothesis

Somebody hands downloads to BITS (T1197), because nobody looks there.

## Analytic 1 - Investigate one of each

\`image_path:"bitsadmin.exe" AND NOT commandline:/.*list.*/ AND destination_port:[80 TO 443] AND hostname:{{host}}\`

## Analytic 2 - Investigate a table

| Field | Condition | Term |
|---|---|---|
| image_path | Contains | powershell |
| commandline | Does Not Contain | allusers |

## Tests

| Data | Query | Expected |
|---|---|---|
| data/workstations.ndjson | Analytic 2 | at least 1 |

## References

- https://attack.mitre.org/techniques/T1197/
`;

/** What looks a little like a hunt, and is none. */
const notes = (number: number) => `# Meeting ${number}

## Description

Event ID: 4624, \`key:value\` in prose, T1086 and http://example.com:8080/.

\`\`\`yaml
image_path: x AND y OR z
\`\`\`
`;
