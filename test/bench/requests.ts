// How long an editor waits in a 5,000-line, 500-query hunt, over a real connection in one process.
import { fileURLToPath } from "node:url";
import {
	CompletionRequest,
	DefinitionRequest,
	HoverRequest,
	type Position,
	SemanticTokensDeltaRequest,
	SemanticTokensRequest,
} from "vscode-languageserver/node";
import { longHunt } from "../document/hunts.ts";
import { startSession } from "../support/lspClient.ts";
import { percentile } from "./percentile.ts";

/** The longest that 95 of 100 may take, in milliseconds. */
const limits = { keystroke: 5, request: 10 };
const uri = "file:///long.md";
const textDocument = { uri };
const text = `${longHunt(500)}\n## Tests\n| Data | Query | Expected |\n|---|---|---|\n| a.ndjson | Analytic 250 | none |\n`;
/** So many are not counted: about a minute of typing, until the engine has compiled what is used. */
const warmUp = 300;
const rounds = 200;

if (process.argv[1] === fileURLToPath(import.meta.url)) await reportRequests();

/** Prints the 95th percentile of each as a ratio to its limit. */
export async function reportRequests(): Promise<void> {
	const session = await startSession();
	const { connection } = session;
	const opened = session.pushed(uri);
	session.open(uri, text);
	await opened;
	const inQuery = positionOf("tool250.exe", "tool250".length);
	let resultId = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.resultId ?? "";
	const type = async () => {
		const told = session.pushed(uri);
		session.change(uri, { start: inQuery, end: inQuery }, "x");
		await told;
	};
	const measured: Readonly<Record<string, { readonly limit: number; run(): Promise<unknown>; before?(): unknown }>> = {
		"keystroke to diagnostics": { limit: limits.keystroke, run: type },
		hover: {
			limit: limits.request,
			before: type,
			run: () => connection.sendRequest(HoverRequest.type, { textDocument, position: inQuery }),
		},
		completion: {
			limit: limits.request,
			before: type,
			run: () =>
				connection.sendRequest(CompletionRequest.type, {
					textDocument,
					position: positionOf("image_path:tool250", 3),
				}),
		},
		definition: {
			limit: limits.request,
			before: type,
			run: () =>
				connection.sendRequest(DefinitionRequest.type, { textDocument, position: positionOf("Analytic 250 |", 3) }),
		},
		"tokens delta": {
			limit: limits.request,
			before: type,
			async run() {
				const params = { textDocument, previousResultId: resultId };
				const answer = await connection.sendRequest(SemanticTokensDeltaRequest.type, params);
				resultId = answer?.resultId ?? "";
			},
		},
	};
	for (const [name, { limit, run, before }] of Object.entries(measured)) {
		const taken: number[] = [];
		for (let round = 0; round < warmUp + rounds; round++) {
			await before?.();
			const started = performance.now();
			await run();
			if (round >= warmUp) taken.push(performance.now() - started);
		}
		const [half, most] = [percentile(taken, 0.5), percentile(taken, 0.95)];
		console.log(
			`${name} in a 500-query hunt, after ${warmUp}: p50 ${half.toFixed(1)} ms, p95 ${most.toFixed(1)} ms, ` +
				`${(most / limit).toFixed(2)} times the limit of ${limit} ms`,
		);
	}
	await session.dispose();
}

function positionOf(part: string, behind: number): Position {
	const before = text.slice(0, text.indexOf(part) + behind).split("\n");
	return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
