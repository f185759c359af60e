// What code is a query where the document says the dialect, and where it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dialectNames } from "../../server/src/base/dialect.ts";
import { readDocument } from "../../server/src/document/readDocument.ts";

const declaredQueries = [
	"Image: cmd.exe",
	"Image : *x",
	"NOT Image: cmd.exe",
	"CommandLine: net and EventID: 1",
	"CommandLine: net user and not EventID: 1",
	"DestinationPort > 1024",
	"bytes<5 or bytes>=9",
	'@timestamp >= "2026-03-17T10:00"',
	"@timestamp >= 2026-03-17T10:00:00Z and Image: x",
	"EventID=4688",
	"User = alice",
	"(powershell OR pwsh) AND hidden",
	"(powershell or pwsh) and hidden",
	"bitsadmin.exe OR certutil.exe",
	"+powershell +hidden",
	'"net user" AND -admin',
	"Image: cmd.exe and\n  User: x",
	"Image: (\n  a or b\n)",
];
const neverQueries = [
	"bitsadmin.exe",
	"cmd /c dir",
	"cmd.exe /c a and b",
	"C:\\Windows",
	"HKLM:\\SOFTWARE\\x",
	"https://example.com/a",
	"std::string",
	"Event ID: 4624",
	"whoami > out.txt",
	"whoami && hostname",
	"-nop -w hidden",
	"chmod +x run",
	"-enc",
	"read and write",
	"look at this OR that",
	"Image: C:\\x\\cmd.exe\nCommandLine: cmd /c dir",
	"Image:",
	"Image: a\n\nUser: b",
	'{ "a": "b" }',
];

test("where the dialect is said, code is a query in more shapes; prose, places and command lines never are", () => {
	for (const dialect of dialectNames) {
		for (const [said, body] of [
			[`---\ndialect: ${dialect}\n---\n`, ""],
			["", `### ${dialect} queries\n`],
			["", `**${dialect}**\n\n`],
		] as const) {
			const found = (code: string) =>
				readDocument(`${said}## Analytic 1\n${body}${code}\n`).hunt?.analytics[0]?.queries.map(({ text }) => text);
			for (const query of declaredQueries) {
				assert.deepEqual(found(`\`${query}\``), [query]);
				assert.deepEqual(found(`\`\`\`\n${query}\n\`\`\``), [query]);
			}
			for (const code of neverQueries) {
				assert.deepEqual(found(`\`${code}\``), [], code);
				assert.deepEqual(found(`\`\`\`\n${code}\n\`\`\``), [], code);
			}
		}
	}
	const lone = ["EventID=4688", "EventID > 4688", "EventID == 1", 'LogonType="3"'];
	for (const query of [...declaredQueries, ...lone, "PATH=/usr/bin", "DEBUG=1", "index=main", "x=1"])
		assert.equal(
			readDocument(`## Analytic 1\n\`${query}\`\n`).hunt?.analytics[0]?.queries.length,
			lone.includes(query) || query === "DestinationPort > 1024" ? 1 : 0,
			query,
		);
});

test("what is no query stays prose, and an instruction before it stands before nothing", () => {
	const body = "Why.\n\n<!-- huntmark-ignore a: b -->\n`Image: x`\n";
	const plain = readDocument(`## Analytic 1\n${body}`);
	assert.deepEqual(plain.hunt?.analytics[0]?.prose.length, 1);
	assert.equal(plain.ignores[0]?.scope, null);
	const said = readDocument(`## Analytic 1 (Kibana)\n${body}`);
	assert.deepEqual(
		said.hunt?.analytics[0]?.prose.map(({ text }) => text),
		["Why.\n\n<!-- huntmark-ignore a: b -->"],
	);
	assert.notEqual(said.ignores[0]?.scope, null);
});

test("deciding takes time in proportion to the text", () => {
	for (const piece of ["a ", "(", " ", "a=", "a > ", "and ", "\n", "+a ", "a AND ", '"', "\\", "Image: x\n"]) {
		const started = performance.now();
		readDocument(`## Analytic 1 (Kibana)\n\`\`\`\nx ${piece.repeat(100_000)}\n\`\`\`\n`);
		assert.ok(performance.now() - started < 2_000, piece);
	}
});
