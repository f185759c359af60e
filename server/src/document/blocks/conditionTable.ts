// A query that is a table of conditions.
import type { SyntaxNode } from "@lezer/common";
import { type Span, shift } from "../../base/span.ts";
import { conditionNamed, termsIn } from "../conditionTable.ts";
import { byContent } from "../queryText.ts";
import { trimmed } from "../sourceText.ts";
import { type ConditionRow, QueryBlock } from "../tokens.ts";
import type { Block } from "./block.ts";
import { cellsOf } from "./cells.ts";
import { unreadCode } from "./queryBlock.ts";

/** How the three columns are called. */
const columns = [
	/^(?:field|fields|field name|event field|attribute|key)$/,
	/^(?:conditions?|operators?|operation|comparison|match|match type)$/,
	/^(?:terms?|values?|search terms?|patterns?)$/,
] as const;

/** Columns that join rows otherwise than by AND. */
const joining = /^(?:and ?\/ ?or|and|or|join|joined by|logic|logical|logical operator|boolean|group)$/;

/**
 * A table whose columns begin Field, Condition, Term, with a condition in each row; `null`: its head is another. One whose
 * head is right and whose rows are no conditions is told apart: documentation of fields looks so, and unfinished queries do.
 */
export function conditionTable(table: SyntaxNode, source: string): Block | null {
	const header = table.getChild("TableHeader");
	const head = header ? cellsOf(header).map((cell) => source.slice(...cell).toLowerCase()) : [];
	if (!columns.every((name, index) => name.test(head[index] ?? "")) || head.some((name) => joining.test(name)))
		return null;
	// The parser may have taken a carriage return for the last bar.
	const span = trimmed(source, [table.from, table.to]);
	const conditions: ConditionRow[] = [];
	for (const row of table.getChildren("TableRow")) {
		const cells = cellsOf(row);
		if (cells.every(([from, to]) => from === to)) continue;
		const read = conditionRow(cells, source);
		if (typeof read === "string") return unreadCode(span, read);
		conditions.push(moved(read, -span[0]));
	}
	const names = conditions.map(({ field }) => `${source.slice(...shift(field, span[0]))}:`);
	if (names.length === 0) return unreadCode(span, "it has no rows.");
	return {
		type: QueryBlock,
		span,
		payload: {
			kind: "query",
			text: [0, span[1] - span[0]],
			cuts: [],
			conditions,
			form: "table",
			language: byContent(names.join(" ")),
			needsDialect: false,
		},
	};
}

/** Or why it is none. */
function conditionRow([field, condition, term]: readonly Span[], source: string): ConditionRow | string {
	const name = field && withoutMarks(source, field);
	if (!name || name[0] === name[1]) return "a row names no field.";
	const words = condition ? source.slice(...withoutMarks(source, condition)) : "";
	const meant = conditionNamed(words);
	if (!meant) return words === "" ? "a row has no condition." : `\`${words}\` is no condition that is known.`;
	const terms = term ? termsIn(source, term) : [];
	return terms.length === 0 ? "a row has no term." : { field: name, condition: meant, terms };
}

function moved({ field, condition, terms }: ConditionRow, by: number): ConditionRow {
	return {
		field: shift(field, by),
		condition,
		terms: terms.map((term) => ({ ...term, span: shift(term.span, by) })),
	};
}

/** The inside of emphasis and code. */
function withoutMarks(source: string, span: Span): Span {
	const [, opening = "", closing = ""] = /^([*`]*)[\s\S]*?([*`]*)$/.exec(source.slice(...span)) ?? [];
	const length =
		opening === [...closing].reverse().join("") && span[1] - span[0] > 2 * opening.length ? opening.length : 0;
	return trimmed(source, [span[0] + length, span[1] - length]);
}
