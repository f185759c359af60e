// What stands over the grid: tabs, the line that says what the rows are, a chip for each query, and every reservation.
import type { Run } from "../../server/src/protocol/run.ts";
import type { ResultsState } from "../../server/src/protocol/view.ts";
import { button, count, element, plural } from "./element.ts";
import { visible } from "./visible.ts";

/** One tab an analytic; nothing where there is only one, whose title then stands in the line. */
export function tabBar(state: ResultsState, show: (key: string) => void, close: (key: string) => void): HTMLElement {
	const bar = element("div", { class: "tabs", role: "tablist", "aria-label": "Analytics" });
	for (const { key, ticket } of state.tabs) {
		const selected = key === state.active;
		const tab = button(
			{
				class: "tab",
				role: "tab",
				"aria-selected": String(selected),
				"aria-label": `${visible(ticket.title)}, ${plural(ticket.run.matched, "event")}`,
				tabindex: selected ? 0 : -1,
			},
			visible(ticket.title),
			() => show(key),
		);
		tab.append(element("span", { class: "badge" }, count(ticket.run.matched)));
		tab.addEventListener("keydown", (event) => {
			const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
			const next = state.tabs[state.tabs.findIndex((other) => other.key === key) + step];
			if (step !== 0 && next) show(next.key);
			if (event.key === "Delete") close(key);
		});
		const closer = button({ class: "close", "aria-label": `Close ${ticket.title}`, title: "Close" }, "×", () =>
			close(key),
		);
		bar.append(element("span", { class: "tab-holder" }, tab, closer));
	}
	return bar;
}

/** `31 of 197,028 events · 0.6 s · lab · 3 lines skipped`, and under it what was cut, left out or approximated. */
export function summaryLine(run: Run, title: string | null): readonly HTMLElement[] {
	const line = element("p", { class: "summary", role: "status" });
	if (title !== null) line.append(element("span", { class: "title" }, visible(title)), dot());
	line.append(
		element("strong", {}, `${run.exact ? "" : "at least "}${count(run.matched)}`),
		` of ${plural(run.scanned, "event")}`,
		dot(),
		seconds(run.took),
		dot(),
		visible(run.source),
	);
	const notes = [...run.approximations, ...run.limits].map((text) => element("li", {}, visible(text)));
	const above: HTMLElement[] = [line];
	if (run.skipped > 0) {
		const list = element("ul", { class: "skipped-lines", hidden: true });
		for (const { file, line: at, reason } of run.firstSkipped) {
			list.append(element("li", {}, `${visible(file)}, line ${count(at)}: ${visible(reason)}`));
		}
		if (run.skipped > run.firstSkipped.length) {
			list.append(element("li", { class: "quiet" }, `… and ${count(run.skipped - run.firstSkipped.length)} more.`));
		}
		const opener = button(
			{ class: "link warning", "aria-expanded": "false" },
			`${plural(run.skipped, "line")} skipped`,
			() => {
				list.hidden = !list.hidden;
				opener.setAttribute("aria-expanded", String(!list.hidden));
				list.dispatchEvent(new Event("resized", { bubbles: true }));
			},
		);
		line.append(dot(), opener);
		above.push(list);
	}
	if (notes.length > 0) above.push(element("ul", { class: "notes" }, ...notes));
	return above;
}

/** All, then one a query; the pressed one says which rows the grid shows. */
export function queryChips(run: Run, chosen: number | null, choose: (query: number | null) => void): HTMLElement {
	const chips = element("div", { class: "chips", role: "group", "aria-label": "Queries" });
	if (run.queries.length < 2) return chips;
	const chip = (label: string, matched: number, query: number | null, title: string): HTMLElement =>
		element(
			"span",
			{ class: matched === 0 ? "chip-holder none" : "chip-holder" },
			chipButton(label, matched, query === chosen, title, () => choose(query)),
		);
	chips.append(chip("All", run.matched, null, "Events that any query matched"));
	run.queries.forEach(({ text, matched }, index) => {
		chips.append(chip(`Q${index + 1}`, matched, index, visible(text)));
	});
	return chips;
}

function chipButton(label: string, matched: number, pressed: boolean, title: string, choose: () => void): HTMLElement {
	const name = `${label}, ${plural(matched, "event")}`;
	const made = button({ class: "chip", "aria-pressed": String(pressed), "aria-label": name, title }, label, choose);
	made.append(element("span", { class: "number" }, count(matched)));
	return made;
}

function dot(): HTMLElement {
	return element("span", { class: "dot", "aria-hidden": "true" }, " · ");
}

function seconds(milliseconds: number): string {
	return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
