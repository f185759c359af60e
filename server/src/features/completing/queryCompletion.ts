// What can be written at a place of a query: fields where a clause begins, known values in it, operators where it ends.
import { type Dialect, dialectOf } from "../../base/dialect.ts";
import { type Span, shift } from "../../base/span.ts";
import { writtenName } from "../../lint/reading/fieldName.ts";
import { writtenKeyword } from "../../syntax/keyword.ts";
import { decodeName } from "../../syntax/literal.ts";
import { parseQuery } from "../../syntax/parse.ts";
import type { ComparisonText, QueryToken, QueryTree } from "../../syntax/tree.ts";
import { type Analysis, placeSpan, queryAt } from "../../workspace/analysis.ts";
import { fieldOffers } from "../knowledge/fieldOffers.ts";
import { valueOffers } from "../knowledge/valueOffers.ts";
import type { Completion, CompletionItem } from "./item.ts";

/** `null` outside queries, in quotes, and where any value may be written. */
export function queryCompletion(analysis: Analysis, offset: number): Completion | null {
	const place = queryAt(analysis, offset);
	if (place) {
		const { query, tree } = place.placed;
		const found = completeQuery(tree, place.at, analysis);
		if (!found) return null;
		const items = query.form === "table" ? found.items.flatMap(inCell) : found.items;
		return items.length > 0 ? { items, span: placeSpan(query, found.span) } : null;
	}
	const draft = draftAt(analysis, offset);
	if (!draft) return null;
	const { config, document } = analysis;
	const dialect = dialectOf(document.dialects.stated ?? config.dialect, config.lucene);
	const found = completeQuery(parseQuery(draft.text, dialect), offset - draft.at, analysis);
	return found && { ...found, span: shift(found.span, draft.at) };
}

/** A cell of a table holds a name or a value as it is. */
function inCell(item: CompletionItem): readonly CompletionItem[] {
	return item.kind === "field" || item.kind === "value" ? [{ ...item, insert: item.label }] : [];
}

/**
 * A code span that is not a query yet, because it has no field: alone on its line under an analytic, from its backtick to
 * the next one or the line's end.
 */
function draftAt({ hunt, text }: Analysis, offset: number): { readonly text: string; readonly at: number } | null {
	const begun = hunt?.analytics.some(({ span }) => span[0] <= offset && offset <= span[1]);
	if (!begun) return null;
	const before = /(?:^|[\r\n])[ \t]*`([^`\r\n]*)$/.exec(text.slice(0, offset));
	const after = /^[^`\r\n]*(?=`?[ \t]*(?:$|[\r\n]))/.exec(text.slice(offset));
	if (!before || !after) return null;
	const start = before[1] as string;
	return { text: start + after[0], at: offset - start.length };
}

function completeQuery({ text, tokens, dialect }: QueryTree, at: number, analysis: Analysis): Completion | null {
	const touched = tokens.findIndex(({ span }) => span[0] < at && at <= span[1]);
	const word = tokens[touched];
	const isName = word !== undefined && /^[\w.@*-]*[\w@*][\w.@*-]*$/.test(text.slice(...word.span));
	const isWord = isName || (word?.kind === "value" && word.written === "word");
	const begun: Span = word && isWord ? word.span : [at, at];
	const asked = word && !isWord && at < word.span[1] ? null : askedBy(text, tokens, begun[0]);
	if (asked) {
		const items = asked.field === "_exists_" ? fieldItems(analysis, "") : valueItems(asked, dialect, analysis);
		return items.length > 0 ? { span: begun, items } : null;
	}
	if (word && !isName && at < word.span[1]) return null;
	const span: Span = isName ? word.span : [at, at];
	const last = tokens.findLast((token) => token.span[1] <= span[0]);
	if (!last || last.kind === "operator" || text.slice(...last.span) === "(") {
		const compared = isName && tokens[touched + 1]?.kind === "comparison";
		return { span, items: [...fieldItems(analysis, compared ? "" : ":"), ...beginnings(dialect)] };
	}
	return last.span[1] < span[0] ? { span, items: operators(dialect) } : null;
}

interface Asked {
	readonly field: string;
	readonly comparison: ComparisonText;
}

/** What a value at the offset would be compared with, directly or by the brackets around it; `null`: a clause begins or ends there. */
function askedBy(text: string, tokens: readonly QueryToken[], at: number): Asked | null {
	const brackets: (Asked | null)[] = [];
	let direct: Asked | null = null;
	let mayBegin = true;
	let name = "";
	for (const { kind, span } of tokens) {
		if (span[1] > at) break;
		const written = text.slice(...span);
		if (written === "(") brackets.push(direct ?? brackets.at(-1) ?? null);
		else if (written === "{") brackets.push(null);
		else if (kind === "bracket") brackets.pop();
		if (kind === "field") name = decodeName(written);
		direct = kind === "comparison" ? { field: name, comparison: written as ComparisonText } : null;
		mayBegin = kind === "operator" || written === "(";
	}
	return direct ?? (mayBegin ? (brackets.at(-1) ?? null) : null);
}

function valueItems(
	{ field, comparison }: Asked,
	{ name }: Dialect,
	{ vocabulary }: Analysis,
): readonly CompletionItem[] {
	return valueOffers(field, comparison, vocabulary).map(({ value, detail, range }) => ({
		label: value,
		kind: "value",
		detail,
		documentation: "",
		insert: range ? value : value.replace(name === "lucene" ? /[:/]/g : /:/g, "\\$&"),
	}));
}

function fieldItems(analysis: Analysis, after: string): readonly CompletionItem[] {
	return fieldOffers(analysis).map(({ name, detail, description }) => ({
		label: name,
		kind: "field",
		detail,
		documentation: description,
		insert: writtenName(name) + after,
	}));
}

function beginnings({ name }: Dialect): readonly CompletionItem[] {
	return [
		operator(writtenKeyword("NOT", name), "What follows must not hold"),
		{ ...operator("_exists_", "A field is there"), insert: "_exists_:" },
	];
}

function operators({ name }: Dialect): readonly CompletionItem[] {
	const [and, or, not] = (["AND", "OR", "NOT"] as const).map((keyword) => writtenKeyword(keyword, name));
	return [
		operator(`${and}`, "Both sides must hold"),
		operator(`${or}`, "At least one side must hold"),
		operator(`${and} ${not}`, "The left side must hold, the right one must not"),
	];
}

function operator(label: string, detail: string): CompletionItem {
	return { label, kind: "operator", detail, documentation: "", insert: `${label} ` };
}
