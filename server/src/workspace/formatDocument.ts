// Lays out the queries of a document; every character outside them stays.
import type { TextEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { evidentDialect } from "../document/dialects.ts";
import type { HuntQuery } from "../document/hunt.ts";
import { isBareQuery, likenessOf } from "../document/queryShapes.ts";
import { sameExpr } from "../meaning/sameExpr.ts";
import { bind } from "../model/bind.ts";
import { format } from "../syntax/format.ts";
import { parseQuery } from "../syntax/parse.ts";
import type { QueryTree } from "../syntax/tree.ts";
import type { Analysis, PlacedQuery } from "./analysis.ts";
import { applyEdits } from "./fixAll.ts";

/** How long a line of a query may become before it is broken where that is possible: in a fence. */
const columns = 100;

/** The document's text with its queries laid out. */
export function formatDocument(analysis: Analysis): string {
	return applyEdits(analysis.text, [formatEdits(analysis)]);
}

/**
 * What lays out the queries that the stretch touches, in text order, one edit a query; none for one that is laid out, that
 * is in a foreign language, that is not whole, in which there seems to be more than a query, or that is a table or stands in
 * a quote.
 */
export function formatEdits({ text, queries }: Analysis, within: Span = [0, text.length]): readonly TextEdit[] {
	return queries.flatMap((placed) => {
		const { span, segments } = placed.query;
		if (span[0] > within[1] || within[0] > span[1] || segments.length > 1 || holdsMore(placed.tree)) return [];
		const formatted = formatQuery(placed, text);
		return formatted === placed.query.text ? [] : [{ span, text: formatted }];
	});
}

/** Whether it is probably several queries, or one with a comment: their lines are not for us to join. */
function holdsMore({ text, tokens }: QueryTree): boolean {
	return tokens.some(({ kind, span: [start] }, index) => {
		const before = tokens[index - 1];
		if (before && /\n[ \t]*\r?\n/.test(text.slice(before.span[1], start))) return true;
		return kind === "value" && before?.kind !== "comparison" && /^(?:#|\/\/)/.test(text.slice(start, start + 2));
	});
}

/** As it is to stand in the document: lines in a block of code begin as its first one does, and end as the one before that. */
function formatQuery({ query, tree, expr }: PlacedQuery, document: string): string {
	const before = document.slice(Math.max(0, query.span[0] - columns), query.span[0]);
	const block = query.form === "fence" || query.form === "indented" ? /(\r\n?|\n)([ \t]*)$/.exec(before) : null;
	const [, lineBreak = "\n", indentation = ""] = block ?? [];
	const formatted = format(tree, block ? columns - indentation.length : null);
	// Properties show that it says the same; but a document is not ours to damage by a mistake that they have not met.
	if (formatted !== query.text && !sameExpr(bind(parseQuery(formatted, tree.dialect)), expr)) return query.text;
	// Left as it is, it has its own line breaks; and it must still be taken for the same code in the same language.
	if (formatted === query.text || marks[query.form].test(formatted) || !readsAlike(formatted, query)) return query.text;
	return formatted.replaceAll("\n", lineBreak + indentation);
}

/** What would end the code, or begin some. */
const marks: Readonly<Record<HuntQuery["form"], RegExp>> = {
	span: /^`|`$/,
	bare: /`/,
	list: /^`|`$|^~~~/m,
	fence: /^(?:```|~~~)/m,
	indented: /^`/m,
	table: /^/,
};

/** Whether the new text is a query as sure as the old one, and one of the same language where that is seen by the text alone. */
function readsAlike(formatted: string, { text, dialectFrom }: HuntQuery): boolean {
	if (isBareQuery(text) && !isBareQuery(formatted)) return false;
	const [likeness, before] = [likenessOf(formatted), likenessOf(text)];
	if (dialectFrom === "front matter" || dialectFrom === "heading") return likeness !== null || before === null;
	if (likeness !== before) return false;
	return dialectFrom === "fence" || evidentDialect(formatted) === evidentDialect(text);
}
