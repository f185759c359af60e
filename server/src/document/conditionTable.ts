// Tables of conditions: what their cells say, and the query that they are.
import { type DialectName, dialectOf } from "../base/dialect.ts";
import type { Span } from "../base/span.ts";
import type { Expr, MatchExpr, Value } from "../meaning/expr.ts";
import { print } from "../model/print.ts";
import { parseQuery } from "../syntax/parse.ts";
import { trimmed } from "./sourceText.ts";
import type { Condition, ConditionRow, Term } from "./tokens.ts";

/** A stretch of a query's text; `span`: where the document has the same characters, `null` where it has not. */
export interface Piece {
	readonly text: string;
	readonly span: Span | null;
}

/** How each comparison is written, the first word for it the one that we write. Before them may stand `does not`. */
const words: Readonly<Record<Condition["comparison"], RegExp>> = {
	contains: /^(?:contains?(?: any(?: of)?)?|includes?)$/,
	equals: /^(?:equals?(?: to)?|is|is equal to|exactly|in|any of|one of|is (?:in|any of|one of)|==?|eq)$/,
	"starts with": /^(?:(?:starts?|begins?) with|startswith)$/,
	"ends with": /^(?:ends? with|endswith)$/,
};
const comparisons = Object.keys(words) as readonly Condition["comparison"][];

/** The condition that the words of a cell name, in any case; `null`: none that is known. */
export function conditionNamed(written: string): Condition | null {
	const plain = written
		.toLowerCase()
		.replace(/[\s_-]+/g, " ")
		.trim();
	const positive = plain
		.replace(/^(?:does not|do not|doesn[’']t|not) /, "")
		.replace(/^excludes?$/, "contains")
		.replace(/^(is|equals?) not(?= |$)/, "$1")
		.replace(/^isn[’']t(?= |$)/, "is")
		.replace(/^(?:!=|<>|ne)$/, "==");
	const comparison = comparisons.find((name) => words[name].test(positive));
	return comparison ? { comparison, negated: positive !== plain } : null;
}

/** As a cell says it. */
export function conditionWords({ comparison, negated }: Condition): string {
	const title = (text: string) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
	return negated ? `Does Not ${title(comparison.replace(/s(?= |$)/, ""))}` : title(comparison);
}

const separator = /\s*(?:\s(?:or|OR|Or)\s|,\s|<br\s*\/?>)\s*/y;

const longestCell = 4000;

/**
 * The terms of a cell, which are alternatives: parted by `or`, by a comma with a blank behind it, or by `<br>`. What is in
 * quotes is one term, in which `*` is no wildcard. Empty where one of them is.
 */
export function termsIn(source: string, span: Span): readonly Term[] {
	const terms: Term[] = [];
	const [from, end] = trimmed(source, span);
	if (end - from > longestCell) return [];
	const cell = source.slice(0, end);
	for (let at = from; ; ) {
		const found = marked(cell, at) ?? plain(cell, at);
		if (found.span[0] === found.span[1]) return [];
		terms.push({ span: found.span, quoted: found.quoted });
		separator.lastIndex = found.end;
		const gap = separator.exec(cell);
		if (!gap) return terms;
		at = found.end + gap[0].length;
	}
}

type Found = Term & { readonly end: number };

/** In backticks or quotes, or in both, up to the cell's end or what parts it. */
function marked(cell: string, at: number): Found | null {
	const ticks = /`*/y;
	ticks.lastIndex = at;
	const opening = ticks.exec(cell)?.[0] ?? "";
	const start = at + opening.length;
	for (
		let close = closingOf(cell, start, opening);
		close !== null;
		close = closingOf(cell, start, opening, close + 1)
	) {
		const end = close + opening.length;
		separator.lastIndex = end;
		if (end < cell.length && !separator.test(cell)) continue;
		const inner = trimmed(cell, [start, close]);
		const quoted = inner[1] - inner[0] >= 2 && cell[inner[0]] === '"' && cell[inner[1] - 1] === '"';
		if (!quoted && opening === "") return null;
		return { span: quoted ? [inner[0] + 1, inner[1] - 1] : inner, quoted, end };
	}
	return null;
}

/** Where the backticks close, or without them the quotes. */
function closingOf(cell: string, start: number, opening: string, from = start + 1): number | null {
	if (opening === "" && cell[start] !== '"') return null;
	const at = cell.indexOf(opening === "" ? '"' : opening, from);
	return at < 0 ? null : opening === "" ? at + 1 : at;
}

function plain(cell: string, at: number): Found {
	for (let end = at; end < cell.length; end++) {
		// It takes all blanks before it, so it begins where they do.
		if (end > at && /\s/.test(cell[end - 1] as string)) continue;
		separator.lastIndex = end;
		if (separator.test(cell)) return { span: [at, end], quoted: false, end };
	}
	return { span: [at, cell.length], quoted: false, end: cell.length };
}

const written = new WeakMap<readonly ConditionRow[], Map<DialectName, readonly Piece[]>>();

/**
 * The text of the query that the rows are, in pieces, whose spans count from where the rows' do. Each row is a clause, all
 * of them must hold. `source` is the text of the table. Kept by rows and dialect: what it takes is not little.
 */
export function conditionPieces(rows: readonly ConditionRow[], source: string, dialect: DialectName): readonly Piece[] {
	const known = written.get(rows) ?? new Map<DialectName, readonly Piece[]>();
	written.set(rows, known);
	const pieces = known.get(dialect) ?? writePieces(rows, source, dialect);
	known.set(dialect, pieces);
	return pieces;
}

function writePieces(rows: readonly ConditionRow[], source: string, dialect: DialectName): readonly Piece[] {
	const pieces: Piece[] = [];
	// In Lucene what only forbids matches nothing.
	if (dialect === "lucene" && rows.every(({ condition }) => condition.negated)) pieces.push(added("*:*"));
	for (const row of rows) {
		const joint = pieces.length > 0 ? " AND " : "";
		pieces.push(added(row.condition.negated ? `${joint}NOT ` : joint), ...rowPieces(row, source, dialect));
	}
	return pieces.filter(({ text }) => text !== "");
}

function added(text: string): Piece {
	return { text, span: null };
}

function rowPieces({ field, condition, terms }: ConditionRow, source: string, name: DialectName): readonly Piece[] {
	const dialect = dialectOf(name);
	const fieldCell = cellText(source, field);
	const clauses = terms.map((term) => {
		const cell = cellText(source, term.span);
		const value = comparedValue(condition.comparison, characters(cell), term.quoted);
		const match: MatchExpr = { kind: "match", field: characters(fieldCell), value, span: [0, 0] };
		const text = print(match, dialect);
		const { tokens } = parseQuery(text, dialect);
		const start = tokens.find(({ kind }) => kind === "value")?.span[0] ?? text.length;
		const fieldEnd = tokens.find(({ kind }) => kind === "field")?.span[1] ?? 0;
		return { text, fieldEnd, start, cell };
	});
	const values = clauses.map(({ text, start, cell }) => aligned(text.slice(start), cell));
	const [first] = clauses;
	if (!first) return [];
	const { text, fieldEnd, start } = first;
	const head = [...aligned(text.slice(0, fieldEnd), fieldCell), added(text.slice(fieldEnd, start))];
	if (values.length === 1) return [...head, ...values.flat()];
	const list = values.flatMap((value, index) => [added(index === 0 ? "(" : " OR "), ...value]);
	return [...head, ...list, added(")")];
}

/** The comparison as a value of the query language: `*x*`, or of the whole value `x`, `x*`, `*x`. */
function comparedValue(comparison: Condition["comparison"], text: string, quoted: boolean): Value {
	const pattern = text.replace(quoted ? /[\\*?]/g : /[\\?]/g, "\\$&");
	switch (comparison) {
		case "contains":
			return { kind: "wildcard", text: star(`*${pattern}*`) };
		case "starts with":
			return { kind: "wildcard", text: star(`${pattern}*`), whole: true };
		case "ends with":
			return { kind: "wildcard", text: star(`*${pattern}`), whole: true };
		case "equals":
			if (quoted) return { kind: "phrase", text, whole: true };
			return text.includes("*")
				? { kind: "wildcard", text: star(pattern), whole: true }
				: { kind: "term", text, whole: true };
	}
}

/** One star says as much as several. */
function star(pattern: string): string {
	return pattern.replace(/(\\.)|\*+/gs, (_, escaped?: string) => escaped ?? "*");
}

/** A character of a cell, and where it is written: a bar is escaped there. */
interface Written {
	readonly character: string;
	readonly span: Span;
}

function cellText(source: string, [start, end]: Span): readonly Written[] {
	return [...source.slice(start, end).matchAll(/\\\||./gs)].map(({ 0: text, index }) => ({
		character: text.at(-1) as string,
		span: [start + index, start + index + text.length],
	}));
}

function characters(cell: readonly Written[]): string {
	return cell.map(({ character }) => character).join("");
}

/** The text, in which most characters of the cell stand in order, in pieces. */
function aligned(text: string, cell: readonly Written[]): readonly Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const { character, span } of cell) {
		const found = [0, 1, 2, 3, 4, 5, 6].find((ahead) => text[at + ahead] === character);
		if (found === undefined) continue;
		if (found > 0) pieces.push(added(text.slice(at, at + found)));
		at += found + 1;
		const last = pieces.at(-1);
		// An escaped bar is one character that stands on two.
		const place: Span = [span[1] - 1, span[1]];
		if (last?.span?.[1] === place[0])
			pieces[pieces.length - 1] = { text: last.text + character, span: [last.span[0], place[1]] };
		else pieces.push({ text: character, span: place });
	}
	if (at < text.length) pieces.push(added(text.slice(at)));
	return pieces;
}

/** A row as a table writes it; cells are escaped. */
export interface ConditionCells {
	readonly field: string;
	readonly condition: Condition;
	readonly term: string;
}

/** The rows that say the same; `null` where some of it is no condition of a table. */
export function conditionsOf(expr: Expr): readonly ConditionCells[] | null {
	const clauses = expr.kind === "and" ? expr.children : [expr];
	const rows = clauses.filter(({ kind }) => kind !== "all").map(rowOf);
	return rows.every((row) => row !== null) && rows.length > 0 ? rows : null;
}

function rowOf(expr: Expr): ConditionCells | null {
	const negated = expr.kind === "not";
	const asked = expr.kind === "not" ? expr.child : expr;
	const alternatives = asked.kind === "or" ? asked.children : [asked];
	const cells = alternatives.map((each) => (each.kind === "match" ? cellOf(each) : null));
	const [first] = cells;
	if (!first || !cells.every((cell) => cell?.field === first.field && cell.comparison === first.comparison))
		return null;
	const { field, comparison } = first;
	return { field, condition: { comparison, negated }, term: cells.map((cell) => cell?.term).join(" or ") };
}

function cellOf({ field, value }: MatchExpr) {
	if (field === null || !("text" in value) || "slop" in value || "fuzziness" in value) return null;
	const whole = "whole" in value && value.whole === true;
	const cell = (comparison: Condition["comparison"], term: string | null) =>
		term === null ? null : { field: escaped(field), comparison, term };
	if (whole && value.kind === "term") return cell("equals", plainCell(value.text));
	if (whole && value.kind === "phrase") return cell("equals", quotedCell(value.text));
	if (value.kind !== "wildcard") return null;
	const [, opening = "", inner = "", closing = ""] = /^(\*?)((?:\\.|[^\\])*?)(\*?)$/s.exec(value.text) ?? [];
	const comparison = comparisonOf(opening !== "", closing !== "", whole);
	if (!comparison || inner === "") return null;
	const text = inner.replace(/\\(.)/gs, "$1");
	if (/^(?:\\.|[^\\*?])*$/s.test(inner)) return cell(comparison, plainCell(text) ?? quotedCell(text));
	return cell(comparison, /\\\*|^\?|[^\\]\?/.test(inner) ? null : starredCell(text));
}

function comparisonOf(opened: boolean, closed: boolean, whole: boolean): Condition["comparison"] | null {
	if (opened && closed) return whole ? null : "contains";
	if (!whole || opened === closed) return null;
	return opened ? "ends with" : "starts with";
}

/** As it stands, where nothing in it means more than itself. */
function plainCell(text: string): string | null {
	return text.includes("*") ? null : starredCell(text);
}

/** The same where `*` is wild. */
function starredCell(text: string): string | null {
	const cell = escaped(text);
	const [term, another] = termsIn(cell, [0, cell.length]);
	return term && !another && !term.quoted && term.span[1] - term.span[0] === cell.length ? cell : null;
}

function quotedCell(text: string): string {
	return `"${escaped(text)}"`;
}

function escaped(text: string): string {
	return text.replaceAll("|", "\\|");
}
