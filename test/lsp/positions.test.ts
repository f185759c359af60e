// Positions as the client counts them: UTF-16 units or bytes of UTF-8, in what it sends and in what it is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	type CodeAction,
	CodeActionRequest,
	HoverRequest,
	type Position,
	type Range,
	SemanticTokensRequest,
} from "vscode-languageserver/node";
import { session } from "../support/sessions.ts";

const uri = "file:///hunts/emoji.md";
const textDocument = { uri };
const text = "# 🎯 Jäger\r\n\r\n## Analytic 1 - 𝔘\r\n\r\n`hostname:𝔘🎯é and image_path:x`\r\n";
const utf8 = { general: { positionEncodings: ["utf-8", "utf-16"] } };

/** The range of the first occurrence, in bytes of UTF-8. */
function bytesOf(document: string, part: string): Range {
	const at = document.indexOf(part);
	const position = (offset: number): Position => {
		const lines = document.slice(0, offset).split("\r\n");
		return { line: lines.length - 1, character: Buffer.byteLength(lines.at(-1) ?? "") };
	};
	return { start: position(at), end: position(at + part.length) };
}

test("the first encoding that is known is taken, and UTF-16 where none is offered", async () => {
	for (const [offered, taken] of [
		[undefined, "utf-16"],
		[["utf-16", "utf-8"], "utf-16"],
		[["utf-8", "utf-16"], "utf-8"],
		[["utf-32", "utf-8"], "utf-8"],
	] as const) {
		const { initialized } = await session({
			capabilities: { general: { ...(offered && { positionEncodings: [...offered] }) } },
		});
		assert.equal(initialized.capabilities.positionEncoding, taken);
	}
});

test("a client that counts bytes is told bytes and understood in them", async () => {
	const it = await session({ capabilities: utf8 });
	const opened = it.pushed(uri);
	it.open(uri, text);
	assert.deepEqual(
		(await opened).diagnostics.filter(({ code }) => code === "lowercase-operator").map(({ range }) => range),
		[bytesOf(text, "and")],
	);
	const range = bytesOf(text, "image_path");
	const hover = await it.connection.sendRequest(HoverRequest.type, { textDocument, position: range.start });
	assert.deepEqual(hover?.range, range);
	const tokens = await it.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
	const value = tokens?.data.slice(10, 15);
	assert.deepEqual(value?.slice(0, 3), [0, 1, Buffer.byteLength("𝔘🎯é")]);
	const actions = await it.connection.sendRequest(CodeActionRequest.type, {
		textDocument,
		range: bytesOf(text, "and"),
		context: { diagnostics: [] },
	});
	const edit = (actions as CodeAction[]).find(({ title }) => title === "Write AND")?.edit?.changes?.[uri];
	assert.deepEqual(edit, [{ range: bytesOf(text, "and"), newText: "AND" }]);
});

test("changes behind and between characters of several bytes go where they belong", async () => {
	for (const encoding of ["utf-8", "utf-16"]) {
		const texts: string[] = [];
		const it = await session({
			capabilities: { general: { positionEncodings: [encoding] } },
			alter: (service) => ({
				...service,
				update(of, now) {
					texts.push(now);
					return service.update(of, now);
				},
			}),
		});
		const opened = it.pushed(uri);
		it.open(uri, text);
		await opened;
		let expected = text;
		for (const [part, becomes] of [
			["🎯", "é🎯𝔘"],
			["𝔘🎯é and", "é AND"],
			["é AND", "𝔘 AND"],
			["Jäger\r\n", "Jägerin\r\n\r\n"],
		] as const) {
			const units = (offset: number): Position => {
				const lines = expected.slice(0, offset).split("\r\n");
				return { line: lines.length - 1, character: (lines.at(-1) ?? "").length };
			};
			const at = expected.indexOf(part);
			const range = encoding === "utf-8" ? bytesOf(expected, part) : { start: units(at), end: units(at + part.length) };
			const told = it.pushed(uri);
			it.change(uri, range, becomes);
			await told;
			expected = expected.replace(part, becomes);
			assert.equal(texts.at(-1), expected);
		}
	}
});
