// A table of conditions as a query, and a query as such a table.
import { lineBreakOf, lineEnd, lineStart } from "../../base/lines.ts";
import type { TextEdit } from "../../base/problem.ts";
import type { Span } from "../../base/span.ts";
import { conditionsOf, conditionWords } from "../../document/conditionTable.ts";
import { sameExpr } from "../../meaning/sameExpr.ts";
import { type Analysis, analyse, type PlacedQuery } from "../../workspace/analysis.ts";
import { queryBlock } from "../knowledge/queryBlock.ts";

export interface TableConversion {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** Writes the table at the offset as the query that it is; `null` where there is none. */
export function tableToQuery(analysis: Analysis, offset: number): TableConversion | null {
	const placed = queryAround(analysis, offset);
	if (placed?.query.form !== "table") return null;
	const { text, span } = placed.query;
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const ticks = "`".repeat(longest + 1);
	const gap = /^`|`$/.test(text) ? " " : "";
	return checked(analysis, placed, "Write the table as a query", span, ticks + gap + text + gap + ticks);
}

/** Writes the query at the offset as a table; `null` where there is none, or it says what no table can. */
export function queryToTable(analysis: Analysis, offset: number): TableConversion | null {
	const placed = queryAround(analysis, offset);
	const rows = placed && placed.query.form !== "table" ? conditionsOf(placed.expr) : null;
	const block = placed && rows && queryBlock(analysis.text, placed.query);
	if (!placed || !rows || !block) return null;
	const { text } = analysis;
	const lineBreak = lineBreakOf(text);
	const cells = rows.map(({ field, condition, term }) => [field, conditionWords(condition), term]);
	const lines = [["Field", "Condition", "Term"], ["---", "---", "---"], ...cells].map(
		(row) => `| ${row.join(" | ")} |`,
	);
	// A table stands between blank lines.
	if (block[0] > 0 && lineText(text, block[0] - 1).trim() !== "") lines.unshift("");
	const next = text.slice(block[1]).match(/^\r?\n/)?.[0].length;
	if (next !== undefined && lineText(text, block[1] + next).trim() !== "") lines.push("");
	return checked(analysis, placed, "Write the query as a table", block, lines.join(lineBreak));
}

function queryAround({ queries }: Analysis, offset: number): PlacedQuery | undefined {
	return queries.find(({ query: { span } }) => span[0] <= offset && offset <= span[1]);
}

function lineText(text: string, offset: number): string {
	return text.slice(lineStart(text, offset), lineEnd(text, offset));
}

/** The edit, if the document then has a query that says the same in the place of this one, and all others as they are. */
function checked(
	analysis: Analysis,
	placed: PlacedQuery,
	title: string,
	span: Span,
	put: string,
): TableConversion | null {
	const text = analysis.text.slice(0, span[0]) + put + analysis.text.slice(span[1]);
	const { queries } = analyse(text, analysis, analysis);
	const same =
		queries.length === analysis.queries.length &&
		queries.every(({ query, expr }, index) => {
			const before = analysis.queries[index] as PlacedQuery;
			if (before === placed) return sameExpr(expr, before.expr);
			return query.text === before.query.text && query.dialect === before.query.dialect;
		});
	return same ? { title, edits: [{ span, text: put }] } : null;
}
