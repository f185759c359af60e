// What can be written at a place of a query: fields where a clause begins, operators where one ends.
import { dialectOf } from "../base/dialect.ts";
import { type Span, shift } from "../base/span.ts";
import { writtenName } from "../lint/fieldName.ts";
import { parseQuery } from "../syntax/parse.ts";
import type { QueryToken } from "../syntax/tree.ts";
import { type Analysis, placeSpan, queryAt } from "../workspace/analysis.ts";
import { fieldOffers } from "./knowledge/fieldOffers.ts";

export interface Completion {
	/** What an accepted item replaces. */
	readonly span: Span;
	/** Best first. */
	readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
	readonly label: string;
	readonly kind: "field" | "operator";
	/** One line: a field's type, an operator's meaning. */
	readonly detail: string;
	readonly documentation: string;
	readonly insert: string;
}

/** Nothing outside queries, in quotes, and where a value is to be written. */
export function completion(analysis: Analysis, offset: number): Completion | null {
	const place = queryAt(analysis, offset);
	if (place) {
		const { query, tree } = place.placed;
		const found = completeQuery(tree.text, tree.tokens, place.at, analysis);
		return found && { ...found, span: placeSpan(query, found.span) };
	}
	const draft = draftAt(analysis, offset);
	if (!draft) return null;
	const found = completeQuery(
		draft.text,
		parseQuery(draft.text, dialectOf(analysis.config.dialect, analysis.config.lucene)).tokens,
		offset - draft.at,
		analysis,
	);
	return found && { ...found, span: shift(found.span, draft.at) };
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

function completeQuery(
	text: string,
	tokens: readonly QueryToken[],
	at: number,
	{ catalog }: Analysis,
): Completion | null {
	const touched = tokens.findIndex(({ span }) => span[0] < at && at <= span[1]);
	const word = tokens[touched];
	const isName = word !== undefined && /^[\w.@*-]*[\w@*][\w.@*-]*$/.test(text.slice(...word.span));
	if (word && !isName && at < word.span[1]) return null;
	const span: Span = isName ? word.span : [at, at];
	const before = tokens.filter((token) => token.span[1] <= span[0]);
	const last = before.at(-1);
	if (last?.kind === "comparison") {
		const field = before.at(-2);
		return field && text.slice(...field.span) === "_exists_" ? { span, items: fieldItems(catalog, "") } : null;
	}
	const writtenBefore = before.map((token) => text.slice(...token.span));
	if (!last || last.kind === "operator" || writtenBefore.at(-1) === "(") {
		if (inFieldGroup(before, writtenBefore)) return null;
		const compared = isName && tokens[touched + 1]?.kind === "comparison";
		return { span, items: [...fieldItems(catalog, compared ? "" : ":"), ...beginnings] };
	}
	return last.span[1] < span[0] ? { span, items: operators } : null;
}

/** Whether an open bracket has a field before it: in it values are written. */
function inFieldGroup(before: readonly QueryToken[], written: readonly string[]): boolean {
	const open: boolean[] = [];
	before.forEach(({ kind }, i) => {
		if (kind !== "bracket") return;
		if (written[i] === "(") open.push(before[i - 1]?.kind === "comparison");
		else open.pop();
	});
	return open.includes(true);
}

function fieldItems(catalog: Analysis["catalog"], after: string): readonly CompletionItem[] {
	return fieldOffers(catalog).map(({ name, detail, description }) => ({
		label: name,
		kind: "field",
		detail,
		documentation: description,
		insert: writtenName(name) + after,
	}));
}

const beginnings: readonly CompletionItem[] = [
	operator("NOT", "What follows must not hold", "NOT "),
	operator("_exists_", "A field is there", "_exists_:"),
];

const operators: readonly CompletionItem[] = [
	operator("AND", "Both sides must hold", "AND "),
	operator("OR", "At least one side must hold", "OR "),
	operator("AND NOT", "The left side must hold, the right one must not", "AND NOT "),
];

function operator(label: string, detail: string, insert: string): CompletionItem {
	return { label, kind: "operator", detail, documentation: "", insert };
}
