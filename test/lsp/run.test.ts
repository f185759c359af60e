// Running over the real connection: trust, counts, pages, events, progress, cancelling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationTokenSource, type LogMessageParams } from "vscode-languageserver/node";
import type { Refusal } from "../../server/src/base/refusal.ts";
import {
	type EventAnswer,
	notifications,
	type ProgressParams,
	type RunAnswer,
	type RunParams,
	requests,
	type SourcesAnswer,
} from "../../server/src/protocol/requests.ts";
import type { Page } from "../../server/src/protocol/run.ts";
import { type Session, type SessionOptions, sample } from "../support/lspClient.ts";
import { session } from "../support/sessions.ts";

const { uri, text } = sample("bits.md");
const analytic: RunParams = { uri, target: { kind: "analytic", index: 0 }, runToken: "1" };

async function opened(options: SessionOptions): Promise<Session> {
	const started = await session(options);
	started.open(uri, text);
	return started;
}

test("without trust nothing runs, until it is given", async () => {
	for (const options of [{}, { trusted: false }]) {
		const { connection } = await opened(options);
		const refusal = await connection.sendRequest<Refusal>(requests.run, analytic);
		assert.equal(refusal.reason, "untrusted");
		void connection.sendNotification(notifications.trusted);
		const answer = await connection.sendRequest<RunAnswer>(requests.run, analytic);
		assert.equal(answer.runs.length, 1);
	}
});

test("an analytic runs; its rows and events can be had until it is closed", async () => {
	const { connection } = await opened({ trusted: true });
	const { runs } = await connection.sendRequest<RunAnswer>(requests.run, analytic);
	const [ticket] = runs;
	assert.ok(ticket);
	assert.deepEqual(
		ticket.run.queries.map(({ matched }) => matched),
		[12, 4, 2],
	);
	const { id } = ticket;
	const page = await connection.sendRequest<Page>(requests.page, { id, first: 0, count: 200 });
	assert.equal(page.rows.length, ticket.run.matched);
	const third = await connection.sendRequest<Page>(requests.page, { id, first: 0, count: 200, query: 2 });
	assert.equal(third.rows.length, 2);
	const [row] = third.rows;
	assert.ok(row);
	const event = await connection.sendRequest<EventAnswer>(requests.event, { id, file: row.file, line: row.line });
	assert.match(JSON.parse(event.text).CommandLine, /SetNotifyCmdLine/i);

	assert.equal(await connection.sendRequest(requests.close, { id }), null);
	assert.equal(await connection.sendRequest(requests.close, { id }), null);
	const refusal = await connection.sendRequest<Refusal>(requests.page, { id, first: 0, count: 1 });
	assert.equal(refusal.reason, "closed");
});

test("a query and a hunt run too, and what does not exist is refused", async () => {
	const { connection } = await opened({ trusted: true });
	const run = (target: RunParams["target"]) =>
		connection.sendRequest<RunAnswer & Refusal>(requests.run, { uri, target, runToken: "1" });
	const query = await run({ kind: "query", analytic: 0, index: 2 });
	assert.deepEqual(
		query.runs.map((ticket) => ticket.run.matched),
		[2],
	);
	assert.equal((await run({ kind: "hunt" })).runs.length, 1);
	assert.equal((await run({ kind: "analytic", index: 8 })).reason, "not-found");
});

test("checks look at the source that ran last", async () => {
	const chosen: (string | null)[] = [];
	const { connection } = await opened({
		trusted: true,
		alter: (service) => ({
			...service,
			async selectSource(name) {
				chosen.push(name);
			},
		}),
	});
	for (const source of [{ source: "sample" }, { source: "sample" }, {}])
		await connection.sendRequest(requests.run, { ...analytic, ...source });
	assert.deepEqual(chosen, ["sample", null]);
});

test("the sources of the workspace", async () => {
	const { connection } = await opened({ trusted: true });
	const { sources } = await connection.sendRequest<SourcesAnswer>(requests.sources, { uri });
	assert.deepEqual(sources, [{ name: "sample", files: 1, default: true }]);
});

test("progress carries the client's token; cancelling the request cancels the run", async () => {
	const { connection, heard } = await opened({
		trusted: true,
		alter: (service) => ({
			...service,
			// Runs until it is cancelled: no telemetry is large enough to be sure of that.
			run: (_, options) =>
				new Promise((resolve) => {
					options?.signal?.addEventListener("abort", () =>
						resolve({ kind: "refused", reason: "cancelled", detail: "Cancelled.", remedy: "Run again." }),
					);
					options?.onProgress?.({ done: 1, total: 3, message: "Searching" });
				}),
		}),
	});
	const cancellation = new CancellationTokenSource();
	const progress = heard<ProgressParams>(notifications.progress);
	const answer = connection.sendRequest<Refusal>(requests.run, { ...analytic, runToken: "mine" }, cancellation.token);
	assert.deepEqual(await progress, { runToken: "mine", progress: { done: 1, total: 3, message: "Searching" } });
	cancellation.cancel();
	assert.equal((await answer).reason, "cancelled");
});

test("a run that fails by our mistake ends only that run", async () => {
	let failures = 1;
	const { connection, heard } = await opened({
		trusted: true,
		alter: (service) => ({
			...service,
			run: (params, options) => (failures-- > 0 ? Promise.reject(new Error("planted")) : service.run(params, options)),
		}),
	});
	const logged = heard<LogMessageParams>("window/logMessage");
	await assert.rejects(connection.sendRequest(requests.run, analytic), /run failed/);
	assert.match((await logged).message, /planted/);
	assert.equal((await connection.sendRequest<RunAnswer>(requests.run, analytic)).runs.length, 1);
});
