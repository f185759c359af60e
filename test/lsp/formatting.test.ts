// Formatting and what is done on save, over the real connection: hunts only.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
	type CodeAction,
	CodeActionRequest,
	DocumentFormattingRequest,
	DocumentRangeFormattingRequest,
	type FormattingOptions,
	type RegistrationParams,
	type TextEdit,
	type UnregistrationParams,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rangeOf } from "../support/lspClient.ts";
import { session } from "../support/sessions.ts";

const uri = pathToFileURL("/hunts/one [draft].md").href;
const text = "# Hunt\r\n\r\n## Analytic 1 - Look\r\n\r\n`image_path:a  and b`\r\n\r\n`image_path:c  OR d`\r\n";
const textDocument = { uri };
const options: FormattingOptions = { tabSize: 4, insertSpaces: true };
const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const registers = {
	textDocument: { formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true } },
};

const applied = (edits: readonly TextEdit[] | null) =>
	TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), [...(edits ?? [])]);

test("a client is offered the formatter of a document while it is a hunt", async () => {
	const it = await session({ capabilities: registers });
	assert.equal(it.initialized.capabilities.documentFormattingProvider, undefined);
	assert.equal(it.initialized.capabilities.documentRangeFormattingProvider, undefined);
	const readme = it.pushed("file:///hunts/README.md");
	it.open("file:///hunts/README.md", "# Read me\n\n`image_path:a  and b`\n");
	await readme;
	assert.ok(!it.unasked.includes("client/registerCapability"));

	const registered = it.heard<RegistrationParams>("client/registerCapability");
	it.open(uri, text);
	const { registrations } = await registered;
	const documentSelector = [{ scheme: "file", pattern: "/hunts/one ?draft?.md" }];
	assert.deepEqual(
		registrations.map(({ method, registerOptions }) => ({ method, registerOptions })),
		["textDocument/formatting", "textDocument/rangeFormatting"].map((method) => ({
			method,
			registerOptions: { documentSelector },
		})),
	);

	const unregistered = it.heard<UnregistrationParams>("client/unregisterCapability");
	it.change(uri, rangeOf(text, "## Analytic 1 - Look"), "## Other");
	const { unregisterations } = await unregistered;
	assert.deepEqual(unregisterations.map(({ id }) => id).sort(), registrations.map(({ id }) => id).sort());

	const again = it.heard<RegistrationParams>("client/registerCapability");
	const { start } = rangeOf(text, "## Analytic");
	it.change(uri, { start, end: { ...start, character: "## Other".length } }, "## Analytic 1 - Look");
	await again;
	const closed = it.heard<UnregistrationParams>("client/unregisterCapability");
	it.close(uri);
	await closed;
});

test("a client that takes no formatter for single documents is offered none", async () => {
	const it = await session();
	const opened = it.pushed(uri);
	it.open(uri, text);
	await opened;
	assert.ok(!it.unasked.includes("client/registerCapability"));
});

test("the document and a range of it are formatted", async () => {
	const it = await session();
	it.open(uri, text);
	const edits = await it.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
	assert.equal(applied(edits), text.replace("a  and b", "a AND b").replace("c  OR", "c OR"));
	const range = rangeOf(text, "image_path:c");
	const some = await it.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options });
	assert.equal(applied(some), text.replace("c  OR", "c OR"));
});

test("what is done on save is asked for by its kind", async () => {
	const it = await session();
	const { codeActionProvider } = it.initialized.capabilities;
	assert.deepEqual(codeActionProvider, {
		codeActionKinds: [
			"quickfix",
			"refactor.extract",
			"refactor.rewrite",
			"source.fixAll.huntmark",
			"source.formatQueries.huntmark",
			"source.organizeSections.huntmark",
		],
	});
	it.open(uri, text);
	const ask = async (...only: string[]) => {
		const context = { diagnostics: [], ...(only.length > 0 && { only }) };
		const actions = await it.connection.sendRequest(CodeActionRequest.type, { textDocument, range: whole, context });
		return (actions as CodeAction[]).map(({ kind, edit }) => [kind, applied(edit?.changes?.[uri] ?? [])]);
	};
	const fixed = ["source.fixAll.huntmark", text.replace("and", "AND")];
	const formatted = ["source.formatQueries.huntmark", text.replace("a  and b", "a AND b").replace("c  OR", "c OR")];
	assert.deepEqual(await ask("source.formatQueries.huntmark"), [formatted]);
	assert.deepEqual(await ask("source.fixAll"), [fixed]);
	assert.deepEqual(await ask("source"), [fixed, formatted]);
	assert.deepEqual(
		(await ask()).map(([kind]) => kind),
		["quickfix", "quickfix"],
	);
});
