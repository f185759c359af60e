// Editing help over the real connection: what a client is told and what it may ask.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	type CodeAction,
	CodeActionRequest,
	CodeLensRefreshRequest,
	CodeLensRequest,
	type CompletionItem,
	CompletionRequest,
	DidChangeWatchedFilesNotification,
	type DocumentDiagnosticReport,
	DocumentDiagnosticRequest,
	type DocumentSymbol,
	DocumentSymbolRequest,
	FileChangeType,
	HoverRequest,
	type LogMessageParams,
	type PublishDiagnosticsParams,
	SemanticTokensRangeRequest,
	SemanticTokensRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { requests, type TargetsAnswer } from "../../server/src/protocol/requests.ts";
import { folderWith } from "../support/folders.ts";
import { besideIncompleteness } from "../support/incomplete.ts";
import { rangeOf, sample } from "../support/lspClient.ts";
import { session } from "../support/sessions.ts";

const { uri, text } = sample("bits.md");
const textDocument = { uri };
const query = "image_path:bitsadmin.exe";
const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** What every hunt should have. */
const reviewable = "## Hypothesis\nWhy.\n\n## References\nhttps://example.com/1\n";

/** The rules of the problems, and the text that each stands on. */
function ruleTexts(
	document: string,
	{ diagnostics }: Pick<PublishDiagnosticsParams, "diagnostics">,
): readonly string[] {
	const of = TextDocument.create(uri, "markdown", 0, document);
	const told = diagnostics.map(({ code, range }) => ({ rule: String(code), range }));
	return besideIncompleteness(told).map(({ rule, range }) => `${rule}: ${of.getText(range)}`);
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
		told.diagnostics.map(({ code, source, severity, codeDescription }) => [code, source, severity, codeDescription]),
		[["mixed-and-or", "huntmark", 2, undefined]],
	);

	const saved = it.pushed(uri);
	it.save(uri);
	assert.deepEqual(await saved, told);

	const closed = it.pushed(uri);
	it.close(uri);
	assert.deepEqual((await closed).diagnostics, []);
});

test("a huntmark.json that the client says has changed holds at once", async () => {
	const folder = folderWith();
	const it = await session({ folder: folder.path });
	const own = folder.uri("hunt.md");
	const hunt = `## Analytic 1\n\`image_path:a and image_path:b\`\n${reviewable}`;
	const opened = it.pushed(own);
	it.open(own, hunt);
	assert.deepEqual(ruleTexts(hunt, await opened), ["lowercase-operator: and"]);
	folder.write("huntmark.json", '{ "dialect": "kibana" }');
	const told = it.pushed(own);
	await it.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
		changes: [{ uri: folder.uri("huntmark.json"), type: FileChangeType.Created }],
	});
	assert.deepEqual(ruleTexts(hunt, await told), []);
});

test("a client that pulls asks, and is not told", async () => {
	const it = await session({ pull: true });
	assert.ok(it.initialized.capabilities.diagnosticProvider);
	it.open(uri, text.replace(query, "imagepath:x"));
	const params = { textDocument };
	const report = (await it.connection.sendRequest(DocumentDiagnosticRequest.type, params)) as DocumentDiagnosticReport;
	assert.ok(report.kind === "full");
	assert.deepEqual(
		report.items.map(({ code }) => code),
		["unknown-field"],
	);
	it.save(uri);
	await it.connection.sendRequest(HoverRequest.type, { ...params, position: { line: 0, character: 0 } });
	assert.deepEqual(it.unasked, []);
});

test("what the source holds changes what was said, once it is known", async () => {
	const pulling = await session({
		pull: true,
		trusted: true,
		capabilities: { workspace: { diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true } } },
	});
	const refreshed = pulling.heard("workspace/diagnostic/refresh");
	const lenses = pulling.heard(CodeLensRefreshRequest.method);
	pulling.open(uri, text);
	await refreshed;
	await lenses;

	const pushing = await session({ trusted: true });
	const onlyInSource = text.replace(query, "OpcodeValue:1 OR Nowhere:1");
	const first = pushing.pushed(uri);
	pushing.open(uri, onlyInSource);
	await first;
	await pushing.heard<PublishDiagnosticsParams>("textDocument/publishDiagnostics", ({ diagnostics }) =>
		diagnostics.some(({ message }) => String(message).includes("no event of the source")),
	);
});

test("hover, completion, lenses, outline and colours", async () => {
	const { connection, open } = await session();
	open(uri, text);
	const { start } = rangeOf(text, query);
	const position = { line: start.line, character: start.character + 3 };

	const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position });
	assert.deepEqual(hover?.range, rangeOf(text, "image_path"));
	assert.match(JSON.stringify(hover?.contents), /\*\*image_path\*\*.*`Image`/);

	const items = (await connection.sendRequest(CompletionRequest.type, { textDocument, position })) as CompletionItem[];
	const item = items.find(({ label }) => label === "image_path");
	assert.deepEqual(item?.textEdit, { range: rangeOf(text, "image_path"), newText: "image_path" });
	assert.deepEqual(
		items.map(({ sortText }) => sortText),
		items.map(({ sortText }) => sortText).sort(),
	);

	const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
	assert.deepEqual(
		lenses?.map(({ range, command }) => [range.start.line, command?.command, command?.arguments]),
		[
			[rangeOf(text, "## Analytic 1").start.line, "huntmark.runAnalytic", [uri, 0]],
			...[query, 'commandline:"bitstransfer"', "commandline:SetNotifyCmdLine"].map((part, index) => [
				rangeOf(text, part).start.line,
				"huntmark.runQuery",
				[uri, 0, index],
			]),
		],
	);

	const outline = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
	assert.deepEqual(
		outline.map(({ name, children }) => [name, children?.map((child) => child.name)]),
		[
			[
				"Abuse of the Background Intelligent Transfer Service (BITS)",
				[
					"Hypothesis",
					"Description",
					"Review Existing Watchlists",
					"Analytic 1 - Investigate processes and command lines",
					"Tests",
					"Findings",
					"References",
				],
			],
		],
	);

	const all = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
	assert.deepEqual(all?.data.slice(0, 5), [start.line, start.character, "image_path".length, 1, 0]);
	const range = rangeOf(text, "commandline:SetNotifyCmdLine");
	const some = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
	assert.equal(some?.data.length, 15);

	const targets = await connection.sendRequest<TargetsAnswer>(requests.targets, { uri });
	assert.deepEqual(
		targets.analytics.map(({ index, title, queries }) => [index, title, queries.length]),
		[[0, "Analytic 1 - Investigate processes and command lines", 3]],
	);
});

test("a query over several lines has a colour on each", async () => {
	const { connection, open } = await session();
	const lines = '# H\n\n## Analytic 1\n\n```lucene\na:"x\n  y"\n```\n';
	open(uri, lines.replaceAll("\n", "\r\n"));
	const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
	assert.deepEqual(tokens?.data, [5, 0, 1, 1, 0, 0, 1, 1, 2, 0, 0, 1, 2, 3, 0, 1, 0, 4, 3, 0]);
});

test("quick fixes leave a clean document", async () => {
	const it = await session();
	const wrong = text
		.replace(query, "parentimagepath:bitsadmin.exe")
		.replace(' AND -commandline:"all', ' and -commandline:"all');
	const opened = it.pushed(uri);
	it.open(uri, wrong);
	assert.deepEqual(ruleTexts(wrong, await opened), ["unknown-field: parentimagepath", "lowercase-operator: and"]);
	const context = { diagnostics: [] };
	const found = await it.connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context });
	const all = found as CodeAction[];
	const fixes = all.filter(({ isPreferred }) => isPreferred);
	assert.ok(all.length > fixes.length, "other near names are offered too");
	assert.deepEqual(
		fixes.map(({ title, kind, diagnostics }) => [title, kind, diagnostics?.[0]?.code]),
		[
			["Change to parent_image_path", "quickfix", "unknown-field"],
			["Write AND", "quickfix", "lowercase-operator"],
		],
	);
	for (const edit of fixes.flatMap((fix) => fix.edit?.changes?.[uri] ?? [])) {
		const told = it.pushed(uri);
		it.change(uri, edit.range, edit.newText);
		await told;
	}
	const clean = it.pushed(uri);
	it.save(uri);
	assert.deepEqual((await clean).diagnostics, []);

	const only = { ...context, only: ["refactor"] };
	const others = await it.connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context: only });
	assert.deepEqual(others, []);
});

test("positions count UTF-16 units, and lines end at CRLF too", async () => {
	const it = await session();
	const document = `# 🎯\r\n\r\n## Analytic 1 - 𝔘\r\n\r\n\`commandline:𝔘🎯 and image_path:x\`\r\n${reviewable}`;
	const opened = it.pushed(uri);
	it.open(uri, document);
	assert.deepEqual(ruleTexts(document, await opened), ["lowercase-operator: and"]);
	const position = { line: 4, character: "`commandline:𝔘🎯 and ima".length };
	const hover = await it.connection.sendRequest(HoverRequest.type, { textDocument, position });
	assert.deepEqual(hover?.range, rangeOf(document, "image_path"));
	const changed = it.pushed(uri);
	it.change(uri, rangeOf(document, " and "), " AND ");
	assert.deepEqual(ruleTexts(document.replace(" and ", " AND "), await changed), []);
});

test("a request that fails is logged and answered with an error, and the next one is answered", async () => {
	let broken = false;
	const it = await session({
		alter: (service) => ({
			...service,
			analysis(of) {
				if (broken) throw new Error("planted");
				return service.analysis(of);
			},
		}),
	});
	const opened = it.pushed(uri);
	it.open(uri, text);
	await opened;
	const position = { line: 0, character: 0 };
	const logged = it.heard<LogMessageParams>("window/logMessage", ({ message }) => message.includes("planted"));
	broken = true;
	await assert.rejects(it.connection.sendRequest(HoverRequest.type, { textDocument, position }), /hover failed/);
	assert.match((await logged).message, /hover failed: Error: planted\n\s+at/);
	broken = false;
	assert.equal((await it.connection.sendRequest(CodeLensRequest.type, { textDocument }))?.length, 4);
});

test("a change that fails is logged, and the next one is checked", async () => {
	let failures = 1;
	const it = await session({
		alter: (service) => ({
			...service,
			update(of, now) {
				if (failures-- > 0) throw new Error("planted");
				return service.update(of, now);
			},
		}),
	});
	const logged = it.heard<LogMessageParams>("window/logMessage");
	it.open(uri, text);
	assert.match((await logged).message, /change failed: Error: planted/);
	const changed = it.pushed(uri);
	const { end } = rangeOf(text, query);
	it.change(uri, { start: end, end }, " OR image_path:a.exe");
	assert.equal((await changed).diagnostics.length, 1);
});

test("a document that is not open has nothing", async () => {
	const { connection } = await session({ pull: true });
	assert.equal(await connection.sendRequest(HoverRequest.type, { textDocument, position: whole.start }), null);
	assert.deepEqual(await connection.sendRequest(CodeLensRequest.type, { textDocument }), []);
	assert.deepEqual(await connection.sendRequest(requests.targets, { uri }), { analytics: [] });
});
