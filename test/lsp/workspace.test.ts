// A workspace over the real connection: its hunts are read, watched, and checked in the light of each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CancellationTokenSource,
	DidChangeWatchedFilesNotification,
	DidChangeWorkspaceFoldersNotification,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	FileChangeType,
	type RegistrationParams,
	type WorkspaceDiagnosticReport,
	WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { type Folder, folderWith } from "../support/folders.ts";
import type { Session } from "../support/lspClient.ts";
import { session } from "../support/sessions.ts";

const wrong = "# Hunt\n\n## Hypothesis\nWhy.\n\n## Analytic 1 - Look\n\n`image_path:a and image_path:b`\n";
const right = wrong.replace("and", "AND");
const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

/** The hunts of the workspace by file name, and how many problems of `lowercase-operator` each has. */
async function checkedIn({ connection }: Session, previousResultIds: { uri: string; value: string }[] = []) {
	const { items } = await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
	return Object.fromEntries(
		items.map((item) => [
			item.uri.slice(item.uri.lastIndexOf("/") + 1),
			item.kind === "full" ? item.items.filter(({ code }) => code === "lowercase-operator").length : item.kind,
		]),
	);
}

function filesChanged({ connection }: Session, folder: Folder, ...names: string[]) {
	const changes = names.map((name) => ({ uri: folder.uri(name), type: FileChangeType.Changed as FileChangeType }));
	return connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

test("all hunts are checked, whether open or not; other Markdown and what is left out is not", async () => {
	const folder = folderWith({
		"a.md": wrong,
		"deep/er/b.md": right,
		"README.md": "# Read me\n\n`image_path:a and image_path:b`\n",
		"node_modules/c.md": wrong,
		"old/d.md": wrong,
	});
	const it = await session({
		pull: true,
		folder: folder.path,
		capabilities: { workspace: { configuration: true } },
		answers: { "workspace/configuration": [{ "**/old": true, "**/deep": false }, null] },
	});
	assert.deepEqual(await checkedIn(it), { "a.md": 1, "b.md": 0 });
	it.open(folder.uri("a.md"), right);
	assert.deepEqual(await checkedIn(it), { "a.md": 0, "b.md": 0 });
	it.close(folder.uri("a.md"));
	assert.deepEqual(await checkedIn(it), { "a.md": 1, "b.md": 0 });
});

test("what has not changed is not told again, and what is gone has no problems", async () => {
	const folder = folderWith({ "a.md": wrong.replace(":a", ":c"), "b.md": wrong, "c.md": wrong });
	const it = await session({ pull: true, folder: folder.path });
	const { connection } = it;
	const { items } = await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
	const previous = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
	folder.write("b.md", right);
	folder.remove("c.md");
	await filesChanged(it, folder, "b.md", "c.md");
	assert.deepEqual(await checkedIn(it, previous), { "a.md": "unchanged", "b.md": 0, "c.md": 0 });
	assert.deepEqual(await checkedIn(it), { "a.md": 1, "b.md": 0 });

	const textDocument = { uri: folder.uri("b.md") };
	const report = async (previousResultId?: string) => {
		const params = { textDocument, ...(previousResultId && { previousResultId }) };
		return (await connection.sendRequest(DocumentDiagnosticRequest.type, params)) as DocumentDiagnosticReport;
	};
	it.open(textDocument.uri, wrong);
	const first = await report();
	assert.ok(first.kind === "full" && first.resultId);
	assert.deepEqual(await report(first.resultId), { kind: "unchanged", resultId: first.resultId });
	it.change(textDocument.uri, { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, "A ");
	assert.equal((await report(first.resultId)).kind, "full");
});

test("reports come piece by piece to a client that takes them so", async () => {
	const folder = folderWith(Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`${n}.md`, wrong])));
	const { connection } = await session({ pull: true, folder: folder.path });
	const pieces: WorkspaceDiagnosticReport[] = [];
	connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "piece", (value) => void pieces.push(value));
	const last = await connection.sendRequest(WorkspaceDiagnosticRequest.type, {
		previousResultIds: [],
		partialResultToken: "piece",
	});
	assert.deepEqual(last.items, []);
	assert.ok(pieces.length >= 3 && pieces.every(({ items }) => items.length <= 100));
	assert.equal(new Set(pieces.flatMap(({ items }) => items.map(({ uri }) => uri))).size, 250);
});

test("a request for the workspace can be cancelled, and the session goes on", async () => {
	const folder = folderWith({ "a.md": wrong });
	const it = await session({
		pull: true,
		folder: folder.path,
		alter: (service) => ({ ...service, scan: () => new Promise(() => {}), recheck: () => new Promise(() => {}) }),
	});
	const cancellation = new CancellationTokenSource();
	const params = { previousResultIds: [] };
	const answer = it.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, cancellation.token);
	cancellation.cancel();
	await assert.rejects(answer, { code: -32800 });
	it.open(folder.uri("a.md"), wrong);
	const textDocument = { uri: folder.uri("a.md") };
	const report = await it.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
	assert.equal((report as DocumentDiagnosticReport).kind, "full");
});

test("the client is asked to watch files, and what it says of them holds", async () => {
	const folder = folderWith({ "a.md": right });
	const it = await session({ pull: true, folder: folder.path, capabilities: watching });
	assert.deepEqual(await checkedIn(it), { "a.md": 0 });
	assert.ok(it.unasked.includes("client/registerCapability"));
	folder.write("a.md", wrong);
	folder.write("b.md", wrong);
	await filesChanged(it, folder, "a.md", "b.md");
	assert.deepEqual(await checkedIn(it), { "a.md": 1, "b.md": 1 });
	folder.write("huntmark.json", '{ "rules": { "lowercase-operator": "off" } }');
	await filesChanged(it, folder, "huntmark.json");
	assert.deepEqual(await checkedIn(it), { "a.md": 0, "b.md": 0 });
});

test("the watchers cover hunts, configurations and telemetry", async () => {
	const { heard } = await session({ capabilities: watching, folder: folderWith().path });
	const { registrations } = await heard<RegistrationParams>("client/registerCapability");
	assert.deepEqual(
		registrations.map(({ method, registerOptions }) => [method, registerOptions]),
		[
			[
				"workspace/didChangeWatchedFiles",
				{ watchers: [{ globPattern: "**/*.md" }, { globPattern: "**/*.{json,ndjson,jsonl}" }] },
			],
		],
	);
});

test("without watchers, files are looked at again on saving", async () => {
	const folder = folderWith({ "a.md": right, "b.md": right });
	const it = await session({ pull: true, folder: folder.path });
	it.open(folder.uri("a.md"), right);
	assert.deepEqual(await checkedIn(it), { "a.md": 0, "b.md": 0 });
	folder.write("b.md", wrong);
	it.save(folder.uri("a.md"));
	assert.deepEqual(await checkedIn(it), { "a.md": 0, "b.md": 1 });
});

test("folders come and go, and the innermost one's configuration holds", async () => {
	const outer = folderWith({ "a.md": wrong, "inner/b.md": wrong, "huntmark.json": '{ "dialect": "kibana" }' });
	const other = folderWith({ "c.md": wrong });
	const it = await session({
		pull: true,
		folders: [outer.path, `${outer.path}/inner`],
		capabilities: { workspace: { workspaceFolders: true } },
	});
	assert.deepEqual(await checkedIn(it), { "a.md": 0, "b.md": 1 });
	const folder = (of: Folder) => ({ uri: of.uri("").replace(/\/$/, ""), name: "" });
	await it.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
		event: { added: [folder(other)], removed: [folder(outer)] },
	});
	assert.deepEqual(await checkedIn(it), { "b.md": 1, "c.md": 1 });
});

test("the first reading shows how far it is", async () => {
	const folder = folderWith(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.md`, right])));
	const it = await session({ folder: folder.path, capabilities: { window: { workDoneProgress: true } } });
	const kinds: string[] = [];
	await it.heard<{ value: { kind: string } }>("$/progress", ({ value }) => {
		kinds.push(value.kind);
		return value.kind === "end";
	});
	assert.ok(it.unasked.includes("window/workDoneProgress/create"));
	assert.ok(kinds.length > 2 && kinds.slice(kinds[0] === "begin" ? 1 : 0, -1).every((kind) => kind === "report"));
});

test("an open hunt is told when another comes to say the same", async () => {
	const folder = folderWith({ "a.md": "---\nid: H-1\n---\n# One\n\n## Hypothesis\nWhy.\n" });
	const it = await session({
		folder: folder.path,
		capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
	});
	const [a, b] = [folder.uri("a.md"), folder.uri("b.md")];
	it.open(a, "---\nid: H-1\n---\n# One\n\n## Hypothesis\nWhy.\n");
	const told = it.heard<{ uri: string; diagnostics: { code: string; relatedInformation?: unknown[] }[] }>(
		"textDocument/publishDiagnostics",
		({ uri, diagnostics }) => uri === a && diagnostics.some(({ code }) => code === "duplicate-hunt-id"),
	);
	it.open(b, "---\nid: H-1\n---\n# Two\n\n## Hypothesis\nWhy.\n");
	const { diagnostics } = await told;
	const line = { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } };
	const [problem] = diagnostics.filter(({ code }) => code === "duplicate-hunt-id");
	assert.deepEqual(
		problem?.relatedInformation?.map((place) => (place as { location: unknown }).location),
		[{ uri: b, range: line }],
	);
});

test("the mistakes of an open huntmark.json are its diagnostics", async () => {
	const folder = folderWith();
	const it = await session({ folder: folder.path });
	const uri = folder.uri("huntmark.json");
	const opened = it.pushed(uri);
	it.open(uri, '{ "dialect": "redcloak",\n"zzzz": 1 }');
	assert.deepEqual(
		(await opened).diagnostics.map(({ range }) => range.start.line),
		[1],
	);
	const mended = it.pushed(uri);
	it.change(uri, { start: { line: 0, character: 23 }, end: { line: 1, character: 9 } }, " ");
	assert.deepEqual((await mended).diagnostics, []);
});

test("a folder that cannot be read ends nothing", async () => {
	const it = await session({ pull: true, folder: `${folderWith().path}/gone` });
	assert.deepEqual(await checkedIn(it), {});
	assert.ok(!it.unasked.includes("window/logMessage"));
});
