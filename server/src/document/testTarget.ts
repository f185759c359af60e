// Which analytic or query a row of the table of tests names.
import type { Span } from "../base/span.ts";
import type { Hunt, HuntTest } from "./hunt.ts";

export interface TestTarget {
	/** Index in `Hunt.analytics`. */
	readonly analytic: number;
	/** What names it in the document: its number or its title. */
	readonly name: Span;
	/** Index in the analytic's queries, and what names it; `null`: all of them. */
	readonly query: { readonly index: number; readonly name: Span } | null;
}

/** Reads `Analytic 1`, `Analytic 1, query 2` and the same with an analytic's title; `null` where there is none such. */
export function testTarget({ analytics }: Hunt, { query: cell }: HuntTest): TestTarget | null {
	const words = /^(?:analytic\s+#?(\d{1,9})|(.*?\S))(?:\s*,\s*(query\s+#?(\d{1,9})))?$/di.exec(cell.text);
	if (!words?.indices) return null;
	const [, number, title, , queryNumber] = words;
	const analytic = analytics.findIndex((each) =>
		number === undefined ? each.title && isSame(each.title.text, title) : each.number === Number(number),
	);
	const name = words.indices[1] ?? words.indices[2];
	if (analytic < 0 || !name) return null;
	const place = ([start, end]: readonly [number, number]): Span => [cell.span[0] + start, cell.span[0] + end];
	const queryName = words.indices[3];
	if (!queryName) return { analytic, name: place(name), query: null };
	const index = Number(queryNumber) - 1;
	if (!analytics[analytic]?.queries[index]) return null;
	return { analytic, name: place(name), query: { index, name: place(queryName) } };
}

function isSame(a: string, b: string | undefined): boolean {
	return a.toLowerCase() === b?.toLowerCase();
}
