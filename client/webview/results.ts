// The results view: shows the state that the editor's side sends, and asks it for rows and events.
import type { Run } from "../../server/src/protocol/run.ts";
import type { ResultsState, ResultsStatus, ResultsTab } from "../../server/src/protocol/view.ts";
import { createDetail } from "./detail.ts";
import { button, count, element, plural } from "./element.ts";
import { createGrid, type Grid } from "./grid.ts";
import { connect, type TabMemory } from "./host.ts";
import { prose } from "./prose.ts";
import { createSplitter } from "./splitter.ts";
import { queryChips, summaryLine, tabBar } from "./summary.ts";
import { visible } from "./visible.ts";

// Not just any script of the page: VS Code puts one of its own before ours.
const nonce = document.currentScript?.nonce ?? "";
const root = document.getElementById("root") ?? document.body;
const strip = element("div", { class: "strip-holder", "aria-live": "polite" });
const above = element("header", {});
const gridRoom = element("div", { class: "grid-room" });
const detail = createDetail();
const host = connect(show);
const split = element(
	"div",
	{ class: "split" },
	gridRoom,
	createSplitter(detail.node, host.memory().detailWidth, (detailWidth) => {
		host.remember({ ...host.memory(), detailWidth });
		grid?.resize();
	}),
	detail.node,
);
const message = element("main", { class: "message", tabindex: -1 });
root.append(strip, above, split, message);

let state: ResultsState | undefined;
let grid: Grid | undefined;
/** Run and query whose rows the grid shows. */
let gridOf = "";
/** Tabs and runs of the last state: progress alone changes nothing below the strip. */
let shown = "";

/** Called with every state; the grid is made anew only where its rows are others. */
function show(next: ResultsState): void {
	state = next;
	strip.replaceChildren(...progressStrip(next.status));
	const tab = next.tabs.find(({ key }) => key === next.active);
	const shows = JSON.stringify([next.active, next.tabs.map(({ key, ticket }) => [key, ticket.id])]);
	if (next.status.kind === "refused") showMessage(...refusal(next.status));
	else if (!tab) showMessage(...(next.status.kind === "running" ? [] : welcome()));
	else if (shows !== shown || !message.hidden) showTab(next, tab);
	shown = shows;
}

function showTab(of: ResultsState, tab: ResultsTab): void {
	const { run, id, title } = tab.ticket;
	const { query } = remembered(tab);
	const line = element(
		"div",
		{ class: "line" },
		element("div", { class: "about" }, ...summaryLine(run, of.tabs.length > 1 ? null : title)),
	);
	line.append(queryChips(run, query, (chosen) => choose(tab, chosen)));
	const bars = of.tabs.length > 1 ? [tabBar(of, showKey, closeKey)] : [];
	above.replaceChildren(...bars, line);
	const matched = query === null ? run.matched : (run.queries[query]?.matched ?? 0);
	if (matched === 0) {
		showMessage(...nothingFound(run, query));
		return;
	}
	message.hidden = true;
	split.hidden = false;
	above.hidden = false;
	if (gridOf !== `${id} ${query}`) showRows(tab, query);
	grid?.resize();
}

function showRows(tab: ResultsTab, query: number | null): void {
	const { id, run } = tab.ticket;
	dropGrid();
	detail.clear();
	gridOf = `${id} ${query}`;
	grid = createGrid({
		container: gridRoom,
		run,
		query,
		nonce,
		place: remembered(tab).place,
		fetch: (first, rows) => host.page({ id, first, count: rows, ...(query === null ? {} : { query }) }),
		onRefused: (answer) => {
			strip.replaceChildren(
				element(
					"p",
					{ class: "strip refused", role: "alert" },
					...prose(`${answer.detail} ${answer.remedy} `),
					again(),
				),
			);
		},
		onRow: (row) => detail.show(row, run, () => host.event({ id, file: row.file, line: row.line })),
		onOpen: () => detail.focus(),
		onPlace: (place) => remember(tab, { id, query, place }),
	});
	gridRoom.setAttribute("aria-label", `Events of ${tab.ticket.title}`);
}

function dropGrid(): void {
	grid?.dispose();
	grid = undefined;
	gridOf = "";
}

function showMessage(...children: readonly (Node | string)[]): void {
	split.hidden = true;
	message.hidden = false;
	message.replaceChildren(...children);
	above.hidden = state?.status.kind === "refused" || state?.tabs.length === 0;
}

function welcome(): readonly HTMLElement[] {
	return [
		element("h2", {}, "No results yet"),
		element("p", {}, "Open a hunt and choose “Run analytic” above one of its analytics."),
	];
}

function nothingFound(run: Run, query: number | null): readonly HTMLElement[] {
	const subject =
		query === null
			? run.queries.length > 1
				? "None of the queries matched"
				: "The query matched nothing"
			: `Q${query + 1} matched nothing`;
	return [
		element("h2", {}, "Nothing found"),
		element("p", {}, `${subject} in ${plural(run.scanned, "event")} of ${visible(run.source)}.`),
		...(query === null ? [] : [element("p", { class: "query" }, visible(run.queries[query]?.text ?? ""))]),
	];
}

function refusal({
	title,
	refusal: { reason, detail: what, remedy },
}: ResultsStatus & { kind: "refused" }): readonly HTMLElement[] {
	const actions = element("p", { class: "actions" }, again());
	if (state && state.tabs.length > 0) {
		actions.append(button({ class: "secondary" }, "Show earlier results", () => host.send({ kind: "dismiss" })));
	}
	return [
		element("h2", {}, reason === "cancelled" ? `${visible(title)} was cancelled` : `${visible(title)} did not run`),
		element("p", { role: "alert" }, ...prose(what)),
		element("p", { class: "quiet" }, ...prose(remedy)),
		actions,
	];
}

function progressStrip(status: ResultsStatus): readonly HTMLElement[] {
	if (status.kind !== "running") return [];
	const { progress, title } = status;
	const known = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
	const bar = element("progress", {
		"aria-label": `Progress of ${title}`,
		max: 1,
		...(known === null ? {} : { value: known }),
	});
	const words = known === null ? "" : ` · ${count(Math.round(known * 100))} %`;
	return [
		element(
			"p",
			{ class: "strip running" },
			element(
				"span",
				{},
				`Running ${visible(title)}${words}${progress?.message ? ` · ${visible(progress.message)}` : ""}`,
			),
			bar,
			button({ class: "link" }, "Cancel", () => host.send({ kind: "cancel" })),
		),
	];
}

function again(): HTMLElement {
	return button({ class: "primary" }, "Run again", () => host.send({ kind: "again" }));
}

function choose(tab: ResultsTab, query: number | null): void {
	remember(tab, { id: tab.ticket.id, query, place: { top: 0, row: null } });
	if (state) showTab(state, tab);
	above.querySelector<HTMLElement>('.chip[aria-pressed="true"]')?.focus();
}

function showKey(key: string): void {
	host.send({ kind: "show", key });
}

function closeKey(key: string): void {
	host.send({ kind: "close", key });
}

function remembered({ key, ticket }: ResultsTab): TabMemory {
	const kept = host.memory().tabs[key];
	return kept && kept.id === ticket.id ? kept : { id: ticket.id, query: null, place: { top: 0, row: null } };
}

function remember({ key }: ResultsTab, tab: TabMemory): void {
	const memory = host.memory();
	const known = new Set(state?.tabs.map((other) => other.key));
	const kept = Object.entries(memory.tabs).filter(([other]) => known.has(other));
	host.remember({ ...memory, tabs: { ...Object.fromEntries(kept), [key]: tab } });
}

/** F6 goes from part to part: chips, grid, event. */
window.addEventListener("keydown", (event) => {
	if (event.key !== "F6" || split.hidden) return;
	event.preventDefault();
	const within = document.activeElement;
	const parts = [
		() => above.querySelector<HTMLElement>(".chip, .tab")?.focus(),
		() => grid?.focus(),
		() => detail.focus(),
	];
	const at = gridRoom.contains(within) ? 1 : detail.node.contains(within) ? 2 : 0;
	parts[(at + (event.shiftKey ? 2 : 1)) % 3]?.();
});
new ResizeObserver(() => grid?.resize()).observe(gridRoom);
host.send({ kind: "ready" });
