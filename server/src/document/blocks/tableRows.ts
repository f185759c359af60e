// Tables whose columns a hunt reads: tests, detections, exclusions, and what a hunt is about.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { readHeading } from "../headings.ts";
import { trimmed } from "../sourceText.ts";
import { DetectionRow, ExclusionRow, HypothesisHeading, OutlineRow, TestRow } from "../tokens.ts";
import { type Block, prose } from "./block.ts";
import { cellsOf } from "./cells.ts";
import { namedAddress } from "./items.ts";

/** A row of cells; spans are of the source. */
interface Row {
	readonly span: Span;
	readonly cells: readonly Span[];
}

type ReadRow = (row: Row, source: string) => Block | null;

/** The rows of a table that is read for something, those that are not as prose; `null` if none is. */
export function tableRows(table: SyntaxNode, source: string): Block[] | null {
	const rowAt = ({ from, to }: SyntaxNode, node: SyntaxNode): Row => ({ span: [from, to], cells: cellsOf(node) });
	const header = table.getChild("TableHeader");
	if (!header) return null;
	const head = rowAt(header, header);
	const names = head.cells.map((cell) => wordsOf(source, cell));
	const readings = [outlineRow(names), testRow(names), exclusionRow(names), detectionRow(names)].filter(
		(reading) => reading !== null,
	);
	const read = (row: Row): Block | null => {
		for (const reading of readings) {
			const block = reading(row, source);
			if (block) return block;
		}
		return null;
	};
	const rows = table.getChildren("TableRow").map((row) => rowAt(row, row));
	const first = keyedRow(head, source);
	const blocks = rows.map(read);
	if (!first && blocks.every((block) => block === null)) return null;
	const others = blocks.map((block, i) => block ?? prose({ from: rows[i]?.span[0] ?? 0, to: rows[i]?.span[1] ?? 0 }));
	return first ? [first, ...others] : others;
}

function testRow(names: readonly string[]): ReadRow | null {
	if (names.slice(0, 3).join() !== "data,query,expected") return null;
	return ({ span, cells }) => {
		if (cells.every(([from, to]) => from === to)) return null;
		// A cell that is missing is empty, so that the row is told to be wrong.
		const cell = (at: number) => shift(cells[at] ?? [span[1], span[1]], -span[0]);
		return { type: TestRow, span, payload: { kind: "test-row", data: cell(0), query: cell(1), expected: cell(2) } };
	};
}

function exclusionRow(names: readonly string[]): ReadRow | null {
	const column = (name: RegExp) => names.findIndex((each) => name.test(each));
	const [fieldAt, valueAt] = [column(/^fields?$/), column(/^values?$/)];
	const reasonAt = column(/^(?:reason|why|because|justification|comments?|notes?)$/);
	const ownerAt = column(/^(?:owner|by|author|added by|who)$/);
	const untilAt = column(/^(?:until|expires?|expiry|valid until|end)$/);
	if (fieldAt < 0 || valueAt < 0) return null;
	return ({ span, cells }, source) => {
		const cell = (at: number) => placedText(source, cells[at], span);
		const [field, value] = [cell(fieldAt), cell(valueAt)];
		if (!field || !value) return null;
		const rest = { reason: cell(reasonAt), owner: cell(ownerAt), until: cell(untilAt) };
		return { type: ExclusionRow, span, payload: { kind: "exclusion-row", field, value, ...rest } };
	};
}

function detectionRow(names: readonly string[]): ReadRow | null {
	const column = (name: RegExp) => names.findIndex((each) => name.test(each));
	const nameAt = column(
		/^(?:existing )?(?:detection|watch ?list|rule|alert|countermeasure|signature|name|title)s?(?: (?:name|title))?$/,
	);
	const urlAt = column(/^(?:urls?|links?|address(?:es)?|references?)$/);
	const reviewedAt = column(/^(?:last )?review(?:ed)?(?: (?:on|date))?$/);
	if (nameAt < 0) return null;
	return ({ span, cells }, source) => {
		const named = cells[nameAt];
		if (!named || named[0] === named[1]) return null;
		const item = namedAddress(source, named);
		const address = urlAt < 0 || !cells[urlAt] ? null : namedAddress(source, cells[urlAt]).url;
		const date = cells[reviewedAt];
		const place = (part: Span | null) => part && shift(part, -span[0]);
		return {
			type: DetectionRow,
			span,
			payload: {
				kind: "item",
				name: place(item.name),
				url: place(address ?? item.url),
				reviewed: place(date && /^\d{4}-\d{2}-\d{2}$/.test(source.slice(...date)) ? date : item.reviewed),
			},
		};
	};
}

/** A column of hypotheses, or a row that begins with the word. */
function outlineRow(names: readonly string[]): ReadRow {
	const hypothesisAt = names.findIndex(isHypothesis);
	const tacticAt = names.findIndex((name) => tactic.test(name));
	// Where two columns are a name and its text, the head may be such a row itself.
	const isColumn = hypothesisAt >= 0 && (names.length !== 2 || names.every((name) => name.split(" ").length <= 3));
	if (!isColumn) return keyedRow;
	return ({ span, cells }, source) =>
		outline(span, placedText(source, cells[hypothesisAt], span), placedText(source, cells[tacticAt], span));
}

/** `| Hypothesis | text |`, `| Tactic | name |`. */
function keyedRow({ span, cells: [key, value, third] }: Row, source: string): Block | null {
	if (!key || !value || third) return null;
	const name = wordsOf(source, key);
	const text = placedText(source, value, span);
	if (isHypothesis(name)) return wordsOf(source, value).split(" ").length > 2 ? outline(span, text, null) : null;
	return tactic.test(name) ? outline(span, null, text) : null;
}

function outline(span: Span, hypothesis: Span | null, tacticName: Span | null): Block | null {
	if (!hypothesis && !tacticName) return null;
	return { type: OutlineRow, span, payload: { kind: "outline", hypothesis, tactic: tacticName } };
}

const tactic = /^(?:mitre )?(?:att&ck )?tactics?(?:\(s\))?$/;

function isHypothesis(name: string): boolean {
	return readHeading(name).type === HypothesisHeading;
}

/** Lower case, without emphasis and a last colon. */
function wordsOf(source: string, cell: Span): string {
	return source
		.slice(...cell)
		.toLowerCase()
		.replace(/[*_`]+/g, "")
		.replace(/\s*:\s*$/, "")
		.trim();
}

/** From the row's start, without code marks round it; `null` for an empty or missing cell. */
function placedText(source: string, cell: Span | undefined, [rowAt]: Span): Span | null {
	if (!cell || cell[0] === cell[1]) return null;
	const ticks = /^`[^`]+`$/.test(source.slice(...cell)) ? 1 : 0;
	return shift(trimmed(source, [cell[0] + ticks, cell[1] - ticks]), -rowAt);
}
