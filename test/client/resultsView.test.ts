// The results view on its own: the grid's last row, hostile text, the content policy, its states.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Run } from "../../server/src/protocol/run.ts";
import type { HostMessage, ResultsState, ResultsStatus, ViewMessage } from "../../server/src/protocol/view.ts";
import { chromiumPath, launch, openView, type ViewPage } from "./viewPage.ts";

const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}: set CHROMIUM`;
if (skip) console.error(`SKIPPED: the results view was not tested: ${skip}`);

const total = 5000;
const hostile = `<img src=x onerror="alert(1)"><script>alert(2)</script>\u202Egnp.exe`;
let browser: Browser;
before(async () => {
	if (!skip) browser = await launch();
});
after(() => browser?.close());

function run(more: Partial<Run> = {}): Run {
	return {
		analytic: { number: 1, title: "Transfers by bitsadmin" },
		source: "lab",
		started: "2026-01-05T10:00:00Z",
		took: 640,
		queries: [
			{ text: "image:bitsadmin.exe", matched: total },
			{ text: "commandline:download", matched: 3 },
			{ text: "image:nothing.exe", matched: 0 },
		],
		matched: total,
		exact: true,
		scanned: 197028,
		skipped: 3,
		firstSkipped: [{ file: "/data/events.ndjson", line: 7, reason: "not JSON" }],
		fields: [{ written: "image", used: ["Image"] }],
		columns: ["@timestamp", "image", "commandline"],
		histogram: null,
		approximations: [],
		limits: [],
		...more,
	};
}

function stateOf(more: Partial<Run> = {}, status: ResultsStatus = { kind: "idle" }): ResultsState {
	const tabs = [{ key: "hunt#0", ticket: { id: "r1", title: "Transfers by bitsadmin", run: run(more) } }];
	return { tabs, active: "hunt#0", status };
}

/** Row n of the source; its command line says which one it is. */
function answer(state: ResultsState, log: { open: number; most: number }) {
	return async (message: ViewMessage): Promise<HostMessage | undefined> => {
		if (message.kind === "ready") return { kind: "state", state };
		if (message.kind === "page") {
			log.open++;
			log.most = Math.max(log.most, log.open);
			await new Promise((resolve) => setImmediate(resolve));
			log.open--;
			const { first, count, query } = message.params;
			const rows = Array.from({ length: count }, (_, offset) => {
				const line = first + offset + 1;
				const cells = ["2026-01-05T10:00:00Z", line === 1 ? hostile : null, `event ${line} query ${query ?? "all"}`];
				return { file: "/data/events.ndjson", line, queries: [0], cells };
			});
			return { kind: "answer", request: message.request, answer: { first, rows } };
		}
		if (message.kind === "event") {
			const text = `{"EventID":1,"Image":${JSON.stringify(hostile)},"big":12345678901234567890,"n":{"m":[1,2]}}`;
			return { kind: "answer", request: message.request, answer: { text } };
		}
		return undefined;
	};
}

async function open(more: Partial<Run> = {}, status: ResultsStatus = { kind: "idle" }) {
	const log = { open: 0, most: 0 };
	const view = await openView(browser, answer(stateOf(more, status), log));
	return { ...view, log };
}

async function close({ page, trouble }: ViewPage): Promise<void> {
	await page.context().close();
	assert.deepEqual(trouble, []);
}

test("the last row on the screen is the source's last match", { skip }, async () => {
	const view = await open();
	await view.page.getByText("event 1 query all").click();
	await view.page.keyboard.press("Control+End");
	await view.page.getByText("event 5000 query all").waitFor();
	const last = view.page.locator(`[role=row][aria-rowindex="5001"]`);
	assert.match((await last.textContent()) ?? "", /5,000.*event 5000 query all/);
	assert.equal(await view.page.locator(`[role=row][aria-rowindex="5002"]`).count(), 0);
	assert.equal(await view.page.locator("[role=grid]").getAttribute("aria-rowcount"), "5001");
	const pages = view.sent.flatMap((message) => (message.kind === "page" ? [message.params] : []));
	assert.ok(pages.every(({ count }) => count <= 200));
	assert.ok(pages.length <= 4, `${pages.length} pages were fetched`);
	assert.ok(view.log.most <= 2);
	await close(view);
});

test("text of events is text, and text that would hide is shown", { skip }, async () => {
	const view = await open();
	await view.page.getByText("event 1 query all").click();
	await view.page.locator(".detail td", { hasText: "<img src=x" }).waitFor();
	assert.equal(await view.page.locator("img, .grid-room script, .detail script").count(), 0);
	assert.ok(
		(await view.page.locator(".slick-cell", { hasText: "<script>" }).textContent())?.includes("‹U+202E›gnp.exe"),
	);
	assert.equal(
		await view.page.locator(".detail tr", { hasText: "big" }).locator("td").textContent(),
		"12345678901234567890",
	);
	await view.page.getByRole("button", { name: "JSON" }).click();
	assert.ok((await view.page.locator(".detail pre").textContent())?.includes('"big": 12345678901234567890'));
	await close(view);
});

test("a chip shows only that query's rows", { skip }, async () => {
	const view = await open();
	await view.page.getByRole("button", { name: "Q2, 3 events" }).click();
	await view.page.getByText("event 3 query 1").waitFor();
	assert.equal(await view.page.locator("[role=grid]").getAttribute("aria-rowcount"), "4");
	await view.page.getByRole("button", { name: "Q3, 0 events" }).click();
	await view.page.getByText("Q3 matched nothing in 197,028 events of lab.").waitFor();
	await close(view);
});

test("hidden and shown again: the same rows, the same event", { skip }, async () => {
	const view = await open();
	await view.page.getByText("event 1 query all").click();
	await view.page.keyboard.press("Control+End");
	await view.page.getByText("event 5000 query all").waitFor();
	await view.page.locator(".place", { hasText: "line 5,000" }).waitFor();
	await view.reload();
	await view.page.locator(".slick-cell.current", { hasText: "event 5000 query all" }).waitFor();
	await view.page.locator(".place", { hasText: "line 5,000" }).waitFor();
	await close(view);
});

test("the line says what the rows are, and what was skipped", { skip }, async () => {
	const view = await open({ limits: ["Only the first 5,000 of 9,000 matches are kept."] });
	const line = view.page.locator(".summary");
	assert.equal(
		(await line.textContent())?.trim(),
		"Transfers by bitsadmin · 5,000 of 197,028 events · 640 ms · lab · 3 lines skipped",
	);
	assert.equal(await view.page.locator(".notes").textContent(), "Only the first 5,000 of 9,000 matches are kept.");
	await view.page.getByRole("button", { name: "3 lines skipped" }).click();
	assert.match(
		(await view.page.locator(".skipped-lines").textContent()) ?? "",
		/events\.ndjson, line 7: not JSON… and 2 more\./,
	);
	await close(view);
});

const refused = { kind: "refused", detail: "The field imgae is unknown.", remedy: "Did you mean image?" } as const;
const states: readonly [string, Partial<Run>, ResultsStatus, RegExp][] = [
	["nothing found", { matched: 0 }, { kind: "idle" }, /None of the queries matched in 197,028 events of lab\./],
	[
		"refused",
		{},
		{ kind: "refused", title: "Transfers", refusal: { ...refused, reason: "unknown-field" } },
		/Transfers did not run[\s\S]*imgae is unknown\.[\s\S]*Did you mean image\?[\s\S]*Run again[\s\S]*Show earlier results/,
	],
	[
		"cancelled",
		{},
		{ kind: "refused", title: "Transfers", refusal: { ...refused, reason: "cancelled" } },
		/Transfers was cancelled/,
	],
	[
		"running",
		{},
		{ kind: "running", title: "Transfers", progress: { done: 1, total: 4, message: "events.ndjson" } },
		/Running Transfers · 25 % · events\.ndjson[\s\S]*Cancel/,
	],
];
for (const [name, more, status, expected] of states) {
	test(`state: ${name}`, { skip }, async () => {
		const view = await open(more, status);
		await view.page.locator(".strip, .message:not([hidden]) h2").first().waitFor();
		assert.match(await view.page.evaluate<string>("document.body.innerText"), expected);
		await close(view);
	});
}

test("what stands between backticks in a refusal is code, and text alone", { skip }, async () => {
	const view = await open(
		{},
		{
			kind: "refused",
			title: "Transfers",
			refusal: {
				kind: "refused",
				reason: "bad-query",
				detail: "`(image:<b>x</b>` has an error: This `(` is never closed.",
				remedy: "Close it with `)`, not with a lone `.",
			},
		},
	);
	await view.page.locator(".message h2").waitFor();
	assert.deepEqual(await view.page.locator(".message code").allTextContents(), ["(image:<b>x</b>", "(", ")"]);
	assert.match(await view.page.evaluate<string>("document.body.innerText"), /not with a lone `\./);
	await close(view);
});

test("the keyboard reaches chips, grid and event", { skip }, async () => {
	const view = await open();
	await view.page.getByText("event 1 query all").waitFor();
	await view.page.getByRole("button", { name: "All, 5,000 events" }).focus();
	await view.page.keyboard.press("F6");
	await view.page.keyboard.press("ArrowDown");
	await view.page.locator(".slick-cell.current", { hasText: "event 2 query all" }).waitFor();
	await view.page.locator(".place", { hasText: "line 2" }).waitFor();
	await view.page.keyboard.press("Enter");
	assert.equal(await view.page.evaluate("document.activeElement.className"), "detail-body");
	await close(view);
});
