// What the results view shows: a tab per analytic that its next run reuses; closing; the order of tabs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { closed, emptyResults, finished, type RunOrigin, running, shown } from "../../client/src/views/resultsState.ts";
import type { RunTicket } from "../../server/src/protocol/requests.ts";

const hunt: RunOrigin = { uri: "file:///h.md", title: "h.md", target: { kind: "hunt" } };
const second: RunOrigin = { ...hunt, target: { kind: "analytic", index: 1 } };
const query: RunOrigin = { ...hunt, target: { kind: "query", analytic: 1, index: 3 } };
const ticket = (id: string) => ({ id, title: id, run: {} }) as unknown as RunTicket;

test("a run's tabs are its analytics; the next run of one takes its tab and gives back the old run", () => {
	const one = finished(emptyResults, hunt, [ticket("a"), ticket("b"), ticket("c")]);
	assert.deepEqual(
		one.state.tabs.map(({ key }) => key),
		["file:///h.md#0", "file:///h.md#1", "file:///h.md#2"],
	);
	assert.equal(one.state.active, "file:///h.md#0");
	assert.deepEqual(one.replaced, []);
	for (const origin of [second, query]) {
		const two = finished(running(one.state, "x", null), origin, [ticket("d")]);
		assert.deepEqual(
			two.state.tabs.map(({ ticket: { id } }) => id),
			["a", "d", "c"],
		);
		assert.equal(two.state.active, "file:///h.md#1");
		assert.deepEqual(two.replaced, ["b"]);
		assert.deepEqual(two.state.status, { kind: "idle" });
	}
});

test("closing the tab in front brings its neighbour; closing the last leaves none", () => {
	const { state } = finished(emptyResults, hunt, [ticket("a"), ticket("b"), ticket("c")]);
	const cases: readonly [front: string, close: string, next: string][] = [
		["#0", "#0", "#1"],
		["#2", "#2", "#1"],
		["#0", "#2", "#0"],
		["#0", "#9", "#0"],
	];
	for (const [front, close, next] of cases) {
		assert.equal(closed(shown(state, hunt.uri + front), hunt.uri + close).active, hunt.uri + next);
	}
	assert.equal(state.tabs.reduce((left, { key }) => closed(left, key), state).active, null);
});
