// A client's session from opening a hunt to paging its events, over the real connection.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
	CodeActionRequest,
	CodeLensRequest,
	CompletionRequest,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	DocumentSymbolRequest,
	HoverRequest,
	SemanticTokensRangeRequest,
	SemanticTokensRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { notifications, type ProgressParams, type RunAnswer, requests } from "../../server/src/protocol/requests.ts";
import { rangeOf, ruleTexts, type Session, sample, startSession } from "../support/lspClient.ts";

const { uri, text } = sample("bits.md");
const textDocument = { uri };
const query = "image_path:bitsadmin.exe";

const sessions: Session[] = [];
after(() => Promise.all(sessions.map((session) => session.dispose())));

async function session(options: Parameters<typeof startSession>[0] = {}): Promise<Session> {
	const started = await startSession(options);
	sessions.push(started);
	return started;
}

test("a client that cannot pull is told of every change and save", async () => {
	const it = await session();
	assert.equal(it.initialized.capabilities.diagnosticProvider, undefined);
	const opened = it.pushed(uri);
	it.open(uri, text);
	assert.deepEqual(await opened, { uri, version: 1, diagnostics: [] });

	const changed = it.pushed(uri);
	const { end } = rangeOf(text, query);
	it.change(uri, { start: end, end }, " OR image_path:a.exe");
	const told = await changed;
	assert.equal(told.version, 2);
	assert.deepEqual(
		told.diagnostics.map(({ code, source, severity }) => ({ code, source, severity })),
		[{ code: "mixed-and-or", source: "huntmark", severity: 2 }],
	);
	assert.deepEqual(told.diagnostics[0]?.codeDescription, undefined);

	const saved = it.pushed(uri);
	it.save(uri);
	assert.deepEqual(await saved, told);
});

test("a client that pulls asks, and is not told", async () => {
	const it = await session({ pull: true });
	assert.ok(it.initialized.capabilities.diagnosticProvider);
	let pushes = 0;
	void it.pushed(uri).then(
		() => pushes++,
		() => undefined,
	);
	it.open(uri, text.replace(query, "imagepath:x"));
	const report = (await it.connection.sendRequest(DocumentDiagnosticRequest.type, {
		textDocument,
	})) as DocumentDiagnosticReport;
	assert.ok(report.kind === "full");
	assert.deepEqual(
		report.items.map(({ code }) => code),
		["unknown-field"],
	);
	assert.equal(pushes, 0);
});
