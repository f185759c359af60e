// The sample telemetry is what its generator writes, and holds what the sample hunts look for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { writeTelemetry } from "../../tools/telemetry/telemetry.ts";

type Event = Readonly<Record<string, unknown>>;

const committed = readFileSync(new URL("../../samples/data/workstations.ndjson", import.meta.url), "utf8");
const events: readonly Event[] = committed
	.trimEnd()
	.split("\n")
	.map((line) => JSON.parse(line));

test("the generator writes the committed file, byte for byte, every time", () => {
	assert.ok(writeTelemetry() === committed, "run `npm run generate` and commit what it writes");
	assert.ok(writeTelemetry() === committed, "a second call wrote something else");
});

test("a few thousand events of one day and six hosts, in order and under 3 MB", () => {
	assert.ok(events.length >= 3000 && events.length <= 4000, `${events.length} events`);
	assert.ok(committed.length < 3_000_000, `${committed.length} bytes`);
	assert.equal(new Set(events.map((event) => event.Hostname)).size, 6);
	const times = events.map((event) => String(event["@timestamp"]));
	assert.deepEqual(times, [...times].sort());
	assert.deepEqual([...new Set(times.map((time) => time.slice(0, 10)))], ["2026-03-17"]);
	const kinds = new Set(events.map((event) => `${event.SourceName} ${event.EventID}`));
	for (const id of [1, 3, 7, 10, 11, 13, 22]) assert.ok(kinds.has(`Microsoft-Windows-Sysmon ${id}`), `Sysmon ${id}`);
	for (const id of [4624, 4634, 4656, 4663, 4688, 5156]) {
		assert.ok(kinds.has(`Microsoft-Windows-Security-Auditing ${id}`), `Security ${id}`);
	}
});

test("every address is set aside for documentation and every domain is an example", () => {
	const addresses = new Set(committed.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g));
	const real = [...addresses].filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address));
	assert.deepEqual(real, []);
	const names = new Set(events.flatMap((event) => [event.DestinationHostname, event.QueryName, event.SourceHostname]));
	const foreign = [...names].filter((name) => name !== undefined && !/(\.test|\.example\.com|^-)$/.test(String(name)));
	assert.deepEqual(foreign, []);
});

/** Whole word, ignoring case, in any of the fields: the meaning of `field:word`. */
function has(event: Event, fields: readonly string[], words: readonly string[]): boolean {
	return words.some((word) => {
		const pattern = new RegExp(`(?<!\\w)${word.replaceAll(".", "\\.")}(?!\\w)`, "i");
		return fields.some((field) => typeof event[field] === "string" && pattern.test(event[field]));
	});
}

const image = ["Image", "NewProcessName", "ProcessName", "Application"];
const parentImage = ["ParentImage", "ParentProcessName"];
const commandLine = ["CommandLine"];

interface Plant {
	readonly query: string;
	readonly wanted: (event: Event) => boolean;
	readonly found: number;
	/** The words of the query's negation; each alone must leave events out. */
	readonly without?: { readonly fields: readonly string[]; readonly words: readonly string[] };
}

const plants: readonly Plant[] = [
	{
		query: "bits.md, analytic 1, query 1",
		wanted: (event) => has(event, image, ["bitsadmin.exe"]),
		without: { fields: commandLine, words: ["list", "getieproxy", "reset", "setieproxy", "info"] },
		found: 12,
	},
	{
		query: "bits.md, analytic 1, query 2",
		wanted: (event) => has(event, commandLine, ["bitstransfer"]),
		without: { fields: commandLine, words: ["allusers"] },
		found: 4,
	},
	{
		query: "bits.md, analytic 1, query 3",
		wanted: (event) => has(event, commandLine, ["SetNotifyCmdLine"]),
		found: 2,
	},
	{
		query: "lsass-access.md, analytic 1, query 1",
		wanted: (event) =>
			has(event, ["TargetImage"], ["lsass.exe"]) &&
			has(event, ["GrantedAccess"], ["0x1010", "0x1410", "0x1438", "0x1fffff"]),
		without: { fields: ["SourceImage"], words: ["csrss.exe", "wininit.exe", "svchost.exe", "MsMpEng.exe"] },
		found: 3,
	},
	{
		query: "lsass-access.md, analytic 1, query 2",
		wanted: (event) =>
			event.ObjectType === "Process" &&
			has(event, ["ObjectName"], ["lsass.exe"]) &&
			Number(event.EventID) >= 4656 &&
			Number(event.EventID) <= 4663,
		without: { fields: ["ProcessName"], words: ["MsMpEng.exe"] },
		found: 6,
	},
	{
		query: "lsass-access.md, analytic 2, query 1",
		wanted: (event) => has(event, commandLine, ["comsvcs.dll"]) && has(event, commandLine, ["MiniDump"]),
		found: 4,
	},
	{
		query: "lsass-access.md, analytic 2, query 2",
		wanted: (event) => has(event, image, ["procdump64.exe"]),
		without: { fields: commandLine, words: ["OrderDesk.exe"] },
		found: 5,
	},
	{
		query: "lsass-access.md, analytic 2, query 3",
		wanted: (event) =>
			has(event, ["TargetFilename"], ["dmp"]) || (event.ObjectType === "File" && has(event, ["ObjectName"], ["dmp"])),
		without: { fields: image, words: ["WerFault.exe"] },
		found: 2,
	},
	{
		query: "office-children.md, analytic 1, query 1",
		wanted: (event) =>
			has(event, parentImage, ["WINWORD.EXE", "EXCEL.EXE"]) &&
			has(event, image, ["powershell.exe", "cmd.exe", "mshta.exe"]),
		found: 2,
	},
	{
		query: "office-children.md, analytic 1, query 2",
		wanted: (event) => has(event, image, ["powershell.exe"]) && has(event, commandLine, ["hidden", "nop"]),
		without: { fields: parentImage, words: ["explorer.exe"] },
		found: 2,
	},
	{
		query: "office-children.md, analytic 2, query 1",
		wanted: (event) => has(event, image, ["ProgramData"]) && has(event, parentImage, ["svchost.exe", "services.exe"]),
		found: 8,
	},
	{
		query: "office-children.md, analytic 2, query 2",
		wanted: (event) => Number(event.DestinationPort) >= 443 && Number(event.DestinationPort) < 1024,
		without: { fields: ["Image"], words: ["waterfox.exe", "svchost.exe", "explorer.exe"] },
		found: 18,
	},
];

for (const plant of plants) {
	test(`${plant.query} finds what was planted, and each negated word leaves something out`, () => {
		const { fields = [], words = [] } = plant.without ?? {};
		const wanted = events.filter(plant.wanted);
		assert.equal(wanted.filter((event) => !has(event, fields, words)).length, plant.found);
		for (const word of words)
			assert.ok(
				wanted.some((event) => has(event, fields, [word])),
				word,
			);
	});
}
