// The grid of events: SlickGrid fed by a pager, with what it lacks for screen readers. Cells are text nodes.
import { type Column, SlickGrid } from "slickgrid";
import type { Row, Run } from "../../server/src/protocol/run.ts";
import { element } from "./element.ts";
import { createPager, type PagerOptions } from "./pager.ts";
import { visible } from "./visible.ts";

/** What of a grid outlives its page. Rows count from 0. */
export interface GridPlace {
	readonly top: number;
	readonly row: number | null;
}

export interface GridOptions {
	readonly container: HTMLElement;
	readonly run: Run;
	/** Only rows of this query; `null` for all. */
	readonly query: number | null;
	readonly place: GridPlace;
	/** Of the page, for the one style sheet that SlickGrid writes. */
	readonly nonce: string;
	readonly fetch: PagerOptions["fetch"];
	readonly onRefused: PagerOptions["onRefused"];
	/** The cursor came to a row that has arrived. */
	readonly onRow: (row: Row) => void;
	/** Enter or a double click. */
	readonly onOpen: () => void;
	readonly onPlace: (place: GridPlace) => void;
}

export interface Grid {
	/** Keyboard to the grid. */
	focus(): void;
	/** Its room has another size now. */
	resize(): void;
	dispose(): void;
}

const rowHeight = 22;
/** A thumb that is dragged passes many pages; the one where it rests is fetched. */
const restMs = 30;
/** The grid shows the beginning of a longer text; the detail shows it whole. */
const shownCharacters = 500;
/** Left and right of a cell's text together, in pixels. */
const cellPadding = 24;

/** A row, or the place of one that has not arrived. */
interface Item {
	readonly index: number;
	readonly row: Row | undefined;
}

/** Shows the matches of a run; the last row is the last match. */
export function createGrid(options: GridOptions): Grid {
	const { container, run, query } = options;
	const total = query === null ? run.matched : (run.queries[query]?.matched ?? 0);
	const pager = createPager({
		total,
		fetch: options.fetch,
		onRows(first, end) {
			widenOnce();
			const rows: number[] = [];
			const { top, bottom } = grid.getRenderedRange();
			for (let index = Math.max(first, top); index < end && index <= bottom; index++) rows.push(index);
			grid.invalidateRows(rows);
			grid.render();
			const active = grid.getActiveCell();
			if (active && active.row >= first && active.row < end) arrive(active.row);
		},
		onRefused: options.onRefused,
	});
	const data = {
		getLength: () => total,
		getItem: (index: number): Item => ({ index, row: pager.row(index) }),
		getItemMetadata: (index: number) => (pager.row(index) ? null : { cssClasses: "waiting" }),
	};
	const columns = gridColumns(run);
	const grid = new SlickGrid<Item>(container, data, columns, {
		enableHtmlRendering: false,
		nonce: options.nonce,
		enableColumnReorder: false,
		enableCellNavigation: true,
		enableTextSelectionOnCells: true,
		rowHeight,
		headerRowHeight: rowHeight,
		minRowBuffer: 8,
		defaultFormatter: () => "",
	});

	let widened = false;
	function widenOnce(): void {
		if (widened) return;
		widened = true;
		const sample = Array.from({ length: Math.min(100, total) }, (_, index) =>
			pager.row(index + grid.getViewport().top),
		);
		const character = characterWidth(container);
		const fixed = firstDataColumn(run);
		grid.setColumns(
			columns.map((column, index) =>
				index < fixed
					? column
					: { ...column, width: widthOf(column, index - fixed, sample, character, index === columns.length - 1) },
			),
		);
	}

	function arrive(index: number): void {
		const row = pager.row(index);
		if (row) options.onRow(row);
	}

	function place(): void {
		options.onPlace({ top: grid.getViewport().top, row: grid.getActiveCell()?.row ?? null });
	}

	function describe(): void {
		container.setAttribute("aria-rowcount", String(total + 1));
		container.setAttribute("aria-colcount", String(columns.length));
		const { top, bottom } = grid.getRenderedRange();
		for (let index = top; index <= bottom; index++) {
			const node = grid.getCellNode(index, 0)?.parentElement;
			node?.setAttribute("aria-rowindex", String(index + 2));
		}
	}

	let rest: ReturnType<typeof setTimeout> | undefined;
	function wantVisible(): void {
		clearTimeout(rest);
		rest = setTimeout(() => {
			const { top, bottom } = grid.getViewport();
			pager.want(top, bottom + 1);
			place();
		}, restMs);
	}

	grid.onRendered.subscribe(describe);
	grid.onViewportChanged.subscribe(wantVisible);
	grid.onActiveCellChanged.subscribe((_event, { row }) => {
		if (row === undefined) return;
		markRow(grid, row);
		arrive(row);
		place();
	});
	grid.onDblClick.subscribe(options.onOpen);
	grid.onKeyDown.subscribe((event) => {
		if ((event as unknown as KeyboardEvent).key !== "Enter") return;
		event.preventDefault();
		event.stopImmediatePropagation();
		options.onOpen();
	});

	const { top, row } = options.place;
	grid.scrollRowToTop(Math.min(top, Math.max(0, total - 1)));
	if (row !== null && row < total) {
		grid.setActiveCell(row, firstDataColumn(run));
		markRow(grid, row);
	}
	const viewport = grid.getViewport();
	pager.want(viewport.top, viewport.bottom + 1);
	describe();

	return {
		focus() {
			if (!grid.getActiveCell() && total > 0) grid.setActiveCell(grid.getViewport().top, firstDataColumn(run));
			grid.focus();
		},
		resize() {
			grid.resizeCanvas();
			wantVisible();
		},
		dispose() {
			clearTimeout(rest);
			pager.stop();
			grid.destroy();
			container.replaceChildren();
		},
	};
}

function markRow(grid: SlickGrid<Item>, row: number): void {
	grid.setCellCssStyles("current-row", {
		[row]: Object.fromEntries(grid.getColumns().map((column) => [column.id, "current"])),
	});
}

function firstDataColumn(run: Run): number {
	return run.queries.length > 1 ? 2 : 1;
}

function gridColumns(run: Run): Column<Item>[] {
	const columns: Column<Item>[] = [
		{
			id: "number",
			name: "#",
			field: "index",
			width: cellPadding + 9 * run.matched.toLocaleString("en-US").length,
			cssClass: "number",
			headerCssClass: "number",
			focusable: false,
			formatter: (_row, _cell, _value, _column, item) => (item.index + 1).toLocaleString("en-US"),
		},
	];
	if (run.queries.length > 1) {
		columns.push({
			id: "queries",
			name: "Query",
			field: "index",
			width: cellPadding + 27 * Math.min(5, run.queries.length),
			cssClass: "queries",
			toolTip: "The queries that matched the event",
			formatter: (_row, _cell, _value, _column, { row }) =>
				row?.queries.map((index) => `Q${index + 1}`).join(" ") ?? "",
		});
	}
	run.columns.forEach((name, index) => {
		columns.push({
			id: `column-${index}`,
			name: visible(name),
			field: "index",
			formatter: (_row, _cell, _value, _column, { row }) => cellContent(row, index),
		});
	});
	return columns;
}

/** A plain string becomes a text node; a missing value says that it is missing. */
function cellContent(row: Row | undefined, index: number): string | HTMLElement {
	if (!row) return "";
	const value = row.cells[index] ?? null;
	return value === null ? element("span", { class: "missing", "aria-label": "no value" }, "–") : visible(head(value));
}

function head(value: string): string {
	return value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
}

/**
 * Pixels that the heading and the first rows need, within reason; the last column may be wide, since it hides nothing.
 * `character`: the width of one.
 */
function widthOf(
	column: Column<Item>,
	cell: number,
	sample: readonly (Row | undefined)[],
	character: number,
	isLast: boolean,
): number {
	const longest = Math.max(
		String(column.name ?? "").length,
		...sample.map((row) => Math.min(shownCharacters, row?.cells[cell]?.length ?? 0)),
	);
	return Math.round(Math.min(isLast ? 900 : 310, Math.max(60, cellPadding + character * longest)));
}

/** Pixels of one character in the cells' font, which has one width for all. */
function characterWidth(container: HTMLElement): number {
	const probe = element("div", { class: "slick-cell" }, "0".repeat(100));
	container.append(probe);
	const width = probe.scrollWidth / 100;
	probe.remove();
	return width;
}
