// Every request about names and stretches of hunts, over the real connection: two hunts in a folder, one of them open.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CodeActionRequest,
	CompletionRequest,
	DefinitionRequest,
	DocumentHighlightRequest,
	DocumentLinkRequest,
	FoldingRangeRequest,
	HoverRequest,
	InlayHintRequest,
	type Location,
	type MarkupContent,
	type Position,
	PrepareRenameRequest,
	type Range,
	ReferencesRequest,
	RenameRequest,
	SelectionRangeRequest,
	SemanticTokensDeltaRequest,
	SemanticTokensRangeRequest,
	SemanticTokensRequest,
	type SymbolInformation,
	WorkspaceDiagnosticRequest,
	WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folderWith } from "../support/folders.ts";
import { session } from "../support/sessions.ts";

const hunt = `---
id: H-0001
techniques: [T1197]
---
# BITS 🎯

## Hypothesis
As H-0002 does, with T1086.

## Existing Detections
- BITS job starts a program
- https://example.com/w/1

## Analytic 1 - Jobs
\`image_path:a AND ticket:5\`

\`commandline:*b*\`

## Tests
| Data | Query | Expected |
|---|---|---|
| data.ndjson | Analytic 1 | at most 3 |

## References
https://attack.mitre.org/techniques/T1197/
`;
const other = `---
id: H-0002
---
# Other

## Hypothesis
After H-0001, T1197 as well.

## Existing Detections
- BITS job starts a program
- https://example.com/w/1

## Analytic 1 - Names
\`ticket:7\`

## References
https://example.com/a
`;
const config = `{
	"sources": { "lab": { "files": ["data.ndjson"] } },
	"fields": [{ "name": "ticket", "type": "number" }]
}
`;

const folder = folderWith({
	"one.md": hunt,
	"two.md": other,
	"huntmark.json": config,
	"data.ndjson": '{"Image":"C:\\\\a","CommandLine":"b","ticket":5}\n',
});
const uri = folder.uri("one.md");
const documents = new Map(
	Object.entries({ "one.md": hunt, "two.md": other, "huntmark.json": config }).map(([name, text]) => [
		folder.uri(name),
		TextDocument.create(folder.uri(name), "markdown", 0, text),
	]),
);
const it = await session({
	pull: true,
	trusted: true,
	folder: folder.path,
	capabilities: { textDocument: { rename: { prepareSupport: true } } },
});
it.open(uri, hunt);
// Its answer comes when the folder has been read.
await it.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });

const textDocument = () => ({ uri });
const positionOf = (words: string, within = 1): Position => {
	const offset = hunt.indexOf(words);
	assert.ok(offset >= 0, words);
	return documents.get(uri)?.positionAt(offset + within) as Position;
};
/** `file: text`. */
const shown = ({ uri: of, range }: Location) =>
	`${of.slice(of.lastIndexOf("/") + 1)} ${range.start.line + 1}: ${documents.get(of)?.getText(range) ?? ""}`;
const textOf = (range: Range) => documents.get(uri)?.getText(range);

test("inlay hints name what the source has", async () => {
	const range = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
	let labels: unknown[] = [];
	// The source is read when the folder has been; then huntmark.json is known, too.
	while (labels.length === 0) {
		const hints =
			(await it.connection.sendRequest(InlayHintRequest.type, { textDocument: textDocument(), range })) ?? [];
		labels = hints.map(({ label }) => label);
	}
	assert.deepEqual(labels, [" = Image", " = CommandLine"]);
});

test("definition: of what a test names, of a hunt, of a file, of a field of huntmark.json", async () => {
	const ask = async (words: string, within?: number) => {
		const params = { textDocument: textDocument(), position: positionOf(words, within) };
		return ((await it.connection.sendRequest(DefinitionRequest.type, params)) as Location[]).map(shown);
	};
	assert.deepEqual(await ask("Analytic 1 |", "Analytic 1".length), ["one.md 14: 1"]);
	assert.deepEqual(await ask("H-0002"), ["two.md 2: H-0002"]);
	assert.deepEqual(await ask("data.ndjson"), ["data.ndjson 1: "]);
	assert.deepEqual(await ask("ticket"), ['huntmark.json 3: "ticket"']);
});

test("references over all hunts", async () => {
	const ask = async (words: string) => {
		const context = { includeDeclaration: false };
		const params = { textDocument: textDocument(), position: positionOf(words), context };
		return ((await it.connection.sendRequest(ReferencesRequest.type, params)) ?? []).map(shown);
	};
	assert.deepEqual(await ask("T1197"), ["one.md 3: T1197", "one.md 25: T1197", "two.md 7: T1197"]);
	assert.deepEqual(await ask("https://example.com/w/1"), [
		"one.md 11: BITS job starts a program",
		"one.md 12: https://example.com/w/1",
		"two.md 10: BITS job starts a program",
		"two.md 11: https://example.com/w/1",
	]);
});

test("rename: prepared, refused with a reason, and in all hunts and huntmark.json", async () => {
	const prepare = (words: string) =>
		it.connection.sendRequest(PrepareRenameRequest.type, { textDocument: textDocument(), position: positionOf(words) });
	assert.equal(textOf((await prepare("ticket")) as Range), "ticket");
	await assert.rejects(prepare("image_path"), /no field of your own/);
	const newName = "case_id";
	const params = { textDocument: textDocument(), position: positionOf("ticket"), newName };
	const changes = (await it.connection.sendRequest(RenameRequest.type, params))?.changes ?? {};
	const edits = Object.entries(changes).flatMap(([of, list]) =>
		list.map(({ range, newText }) => `${shown({ uri: of, range })} -> ${newText}`),
	);
	assert.deepEqual(edits, [
		"one.md 15: ticket -> case_id",
		"two.md 14: ticket -> case_id",
		'huntmark.json 3: "ticket" -> "case_id"',
	]);
});

test("symbols of the workspace", async () => {
	const found = (await it.connection.sendRequest(WorkspaceSymbolRequest.type, {
		query: "names",
	})) as SymbolInformation[];
	assert.deepEqual(
		found.map(({ name, containerName, location }) => [name, containerName, shown(location).split(":")[0]]),
		[["Analytic 1 - Names", "H-0002 Other", "two.md 13"]],
	);
});

test("highlights, links, folding and selections", async () => {
	const at = { textDocument: textDocument(), position: positionOf("T1197") };
	const highlights = (await it.connection.sendRequest(DocumentHighlightRequest.type, at)) ?? [];
	assert.deepEqual(
		highlights.map(({ range }) => `${range.start.line + 1} ${textOf(range)}`),
		["3 T1197", "25 T1197"],
	);
	const links = (await it.connection.sendRequest(DocumentLinkRequest.type, { textDocument: textDocument() })) ?? [];
	assert.deepEqual(
		links.map(({ target }) => target),
		[
			"https://attack.mitre.org/techniques/T1197/",
			"https://attack.mitre.org/techniques/T1086/",
			"https://example.com/w/1",
			folder.uri("data.ndjson"),
			"https://attack.mitre.org/techniques/T1197/",
		],
	);
	const folds = (await it.connection.sendRequest(FoldingRangeRequest.type, { textDocument: textDocument() })) ?? [];
	assert.ok(folds.some(({ startLine, endLine }) => startLine === 0 && endLine === 3));
	assert.ok(folds.some(({ startLine, endLine }) => startLine === 13 && endLine === 16));
	const [selection] =
		(await it.connection.sendRequest(SelectionRangeRequest.type, {
			textDocument: textDocument(),
			positions: [positionOf("ticket:5")],
		})) ?? [];
	assert.ok(selection?.parent);
	assert.deepEqual([textOf(selection.range), textOf(selection.parent.range)], ["ticket", "ticket:5"]);
});

test("outside queries there are completions and hovers", async () => {
	const position = positionOf("T1197", "T1197".length);
	const found = await it.connection.sendRequest(CompletionRequest.type, { textDocument: textDocument(), position });
	const items = Array.isArray(found) ? found : (found?.items ?? []);
	assert.ok(items.some(({ label, detail }) => label === "T1197" && detail === "BITS Jobs"));
	const hover = await it.connection.sendRequest(HoverRequest.type, { textDocument: textDocument(), position });
	assert.match(
		(hover?.contents as MarkupContent | undefined)?.value ?? "",
		/BITS Jobs[\s\S]*One other hunt cites it[\s\S]*H-0002 Other/,
	);
});

test("code actions mend, rearrange and leave out", async () => {
	const titles = async (words: string, only?: string) => {
		const at = positionOf(words);
		const context = { diagnostics: [], ...(only && { only: [only] }) };
		const params = { textDocument: textDocument(), range: { start: at, end: at }, context };
		return ((await it.connection.sendRequest(CodeActionRequest.type, params)) ?? []).map(({ title }) => title);
	};
	assert.ok((await titles("T1086")).includes("Change to T1059.001"));
	assert.ok((await titles("T1086")).some((title) => title.startsWith("Ignore revoked-technique here")));
	assert.deepEqual(await titles("commandline:*b*", "refactor.extract"), ["Move the query into Analytic 2"]);
	assert.equal((await titles("commandline:*b*", "refactor.rewrite")).length, 1);
	assert.ok((await titles("BITS job", "refactor")).includes("Mark as reviewed today"));
});

test("a field that nothing knows may be added to huntmark.json", async () => {
	const text = "## Hypothesis\nx\n\n## Analytic 1\n`ticket:1 AND zzqqxx:2`\n\n## References\nhttps://example.com/a\n";
	it.open(folder.uri("three.md"), text);
	const at = { line: 4, character: 16 };
	const params = {
		textDocument: { uri: folder.uri("three.md") },
		range: { start: at, end: at },
		context: { diagnostics: [] },
	};
	const actions = (await it.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
	const add = actions.find(({ title }) => title === "Add zzqqxx to huntmark.json");
	assert.ok(add && "edit" in add);
	const [edit] = add.edit?.changes?.[folder.uri("huntmark.json")] ?? [];
	assert.equal(edit?.newText, ', { "name": "zzqqxx", "type": "text" }');
});

test("colours: whole, of a range, and what an edit changed", async () => {
	const whole = await it.connection.sendRequest(SemanticTokensRequest.type, { textDocument: textDocument() });
	assert.ok(whole?.resultId && whole.data.length > 0);
	const range = { start: positionOf("commandline:*b*", 0), end: positionOf("commandline:*b*", 3) };
	const part = await it.connection.sendRequest(SemanticTokensRangeRequest.type, {
		textDocument: textDocument(),
		range,
	});
	assert.ok(part && part.data.length > 0 && part.data.length < whole.data.length);
	const params = { textDocument: textDocument(), previousResultId: whole.resultId };
	const delta = await it.connection.sendRequest(SemanticTokensDeltaRequest.type, params);
	assert.ok(delta && "edits" in delta && delta.edits.length === 0);
});
