// What a client is told of a problem: as much as it can show, and what it knows already not again.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Diagnostic, DiagnosticTag, type PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Problem } from "../../server/src/base/problem.ts";
import type { HuntService } from "../../server/src/service.ts";
import { session } from "../support/sessions.ts";

const uri = "file:///hunts/a.md";
const text = "# Hunt\n\n## Hypothesis\nWhy.\n\n## Analytic 1 - Look\n\n`image_path:a and image_path:b`\n";
const shows = { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] as (1 | 2)[] } };

/** A service that finds one more problem. */
const withProblem = (problem: Partial<Problem>) => (service: HuntService) => ({
	...service,
	analysis(of: string) {
		const analysis = service.analysis(of);
		const planted: Problem = { rule: "planted", severity: "hint", span: [0, 6], message: "Planted.", ...problem };
		return analysis && { ...analysis, problems: [planted] };
	},
});

async function told(problem: Partial<Problem>, publishDiagnostics: object = shows): Promise<Diagnostic> {
	const it = await session({ capabilities: { textDocument: { publishDiagnostics } }, alter: withProblem(problem) });
	const pushed = it.pushed(uri);
	it.open(uri, text);
	const [diagnostic] = (await pushed).diagnostics;
	assert.ok(diagnostic);
	return diagnostic;
}

test("a diagnostic leads to the page of its rule, where there is one", async () => {
	const { codeDescription } = await told({ rule: "lowercase-operator" });
	assert.ok(codeDescription && existsSync(fileURLToPath(codeDescription.href)));
	assert.equal((await told({})).codeDescription, undefined);
});

test("related places, in the document and in others", async () => {
	const related = [
		{ span: [2, 6], message: "Here." },
		{ uri: "file:///hunts/gone.md", span: [0, 1], message: "Gone." },
	] as const;
	const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } };
	assert.deepEqual((await told({ related })).relatedInformation, [{ location: { uri, range }, message: "Here." }]);
});

test("tags fade and strike out", async () => {
	assert.deepEqual((await told({ tag: "unnecessary" })).tags, [DiagnosticTag.Unnecessary]);
	assert.deepEqual((await told({ tag: "deprecated" })).tags, [DiagnosticTag.Deprecated]);
});

test("a client is told only what it can show", async () => {
	const problem = {
		rule: "lowercase-operator",
		tag: "deprecated",
		related: [{ span: [0, 1], message: "Here." }],
	} as const;
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } };
	assert.deepEqual(await told(problem, {}), {
		range,
		severity: 4,
		code: "lowercase-operator",
		source: "huntmark",
		message: "Planted.",
	});
});

test("who lints on saving is told when a hunt is opened and saved", async () => {
	const it = await session({ settings: { lint: "onSave" } });
	const versions: (number | undefined)[] = [];
	const pushed = () =>
		it.heard<PublishDiagnosticsParams>("textDocument/publishDiagnostics", (params) => {
			versions.push(params.version);
			return true;
		});
	const opened = pushed();
	it.open(uri, text);
	await opened;
	const saved = pushed();
	it.change(uri, { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, "A ");
	it.change(uri, { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, "B ");
	it.save(uri);
	await saved;
	assert.deepEqual(versions, [1, 3]);
});
