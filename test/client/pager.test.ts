// Fetching rows: pages of 200, two at a time, only what is on the screen, nothing after the end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPager } from "../../client/webview/pager.ts";
import type { PageAnswer } from "../../server/src/protocol/requests.ts";

const refusal = { kind: "refused", reason: "closed", detail: "The run was closed.", remedy: "Run it again." } as const;

function setUp(total: number) {
	const asked: { first: number; count: number; answer: (answer?: PageAnswer) => Promise<void> }[] = [];
	const events: string[] = [];
	const pager = createPager({
		total,
		fetch: (first, count) =>
			new Promise((resolve) => {
				const rows = Array.from({ length: count }, (_, index) => ({
					file: "f",
					line: first + index,
					cells: [],
					queries: [],
				}));
				asked.push({
					first,
					count,
					async answer(answer = { first, rows }) {
						resolve(answer);
						await Promise.resolve();
						await Promise.resolve();
					},
				});
			}),
		onRows: (first, end) => events.push(`${first}-${end}`),
		onRefused: ({ detail }) => events.push(detail),
	});
	return { pager, asked, events, firsts: () => asked.map(({ first }) => first) };
}

test("what is on the screen is fetched in whole pages, two at a time, and once", async () => {
	const { pager, asked, events, firsts } = setUp(5000);
	pager.want(150, 700);
	assert.deepEqual(firsts(), [0, 200]);
	pager.want(150, 700);
	assert.deepEqual(firsts(), [0, 200]);
	await asked[0]?.answer();
	assert.deepEqual(firsts(), [0, 200, 400]);
	assert.deepEqual(events, ["0-200"]);
	assert.equal(pager.row(150)?.line, 150);
	assert.equal(pager.row(250), undefined);
});

test("the last page ends with the last row", async () => {
	const { pager, asked } = setUp(4999);
	pager.want(4980, 5020);
	assert.deepEqual(
		asked.map(({ first, count }) => [first, count]),
		[[4800, 199]],
	);
	await asked[0]?.answer();
	assert.equal(pager.row(4998)?.line, 4998);
	assert.equal(pager.row(4999), undefined);
});

test("pages that were scrolled past are not fetched", async () => {
	const { pager, asked, firsts } = setUp(1_000_000);
	for (let top = 0; top < 100_000; top += 1000) pager.want(top, top + 30);
	assert.deepEqual(firsts(), [0, 1000]);
	await asked[0]?.answer();
	assert.deepEqual(firsts(), [0, 1000, 99_000]);
});

test("an answer after the end is dropped; a refusal is said and not asked again", async () => {
	const { pager, asked, events } = setUp(1000);
	pager.want(0, 1000);
	await asked[0]?.answer(refusal);
	assert.deepEqual(events, ["The run was closed."]);
	pager.stop();
	await asked[1]?.answer();
	assert.deepEqual(events, ["The run was closed."]);
	assert.equal(asked.length, 2);
});

test("far pages are forgotten, near ones stay", async () => {
	const { pager, asked } = setUp(100_000);
	for (let page = 0; page < 60; page++) {
		pager.want(page * 200, page * 200 + 30);
		await asked[page]?.answer();
	}
	assert.equal(pager.row(0), undefined);
	assert.equal(pager.row(59 * 200)?.line, 59 * 200);
});
