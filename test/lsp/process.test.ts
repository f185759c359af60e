// The server as a process over stdio, as other editors start it.
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { test } from "node:test";
import type { Refusal } from "../../server/src/base/refusal.ts";
import { type RunAnswer, requests } from "../../server/src/protocol/requests.ts";
import { sample, startProcess } from "../support/lspClient.ts";

const { uri, text } = sample("bits.md");
const analytic = { uri, target: { kind: "analytic", index: 0 }, runToken: "1" };

test("checks and runs over stdio, and ends with code 0 when it is told to", async () => {
	const session = await startProcess({ trusted: true });
	const told = session.pushed(uri);
	session.open(uri, text);
	assert.deepEqual((await told).diagnostics, []);
	const { runs } = await session.connection.sendRequest<RunAnswer>(requests.run, analytic);
	assert.deepEqual(
		runs[0]?.run.queries.map(({ matched }) => matched),
		[12, 4, 2],
	);
	await session.dispose();
	assert.equal(await session.exited, 0);
});

test("no runner stays when the client is gone, or the server is killed", async () => {
	for (const end of [(server: ChildProcess) => server.stdin?.end(), (server: ChildProcess) => server.kill("SIGKILL")]) {
		const session = await startProcess({ trusted: true });
		session.open(uri, text);
		await session.connection.sendRequest<RunAnswer>(requests.run, analytic);
		end(session.child);
		assert.notEqual(await session.exited, 0);
	}
});

test("runs nothing where the client says nothing of trust", async () => {
	const session = await startProcess();
	session.open(uri, text);
	assert.equal((await session.connection.sendRequest<Refusal>(requests.run, analytic)).reason, "untrusted");
	await session.dispose();
});
