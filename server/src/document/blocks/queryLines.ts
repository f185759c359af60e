// Queries that are lines of a paragraph: code spans and bare text.
import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../base/span.ts";
import { beginsQuery, continuedLines, hasPlausibleField } from "../queryShapes.ts";
import { bareQuery, type QueryCode, spanQuery } from "../queryText.ts";
import { linesOf, trimmed } from "../sourceText.ts";
import { type Block, prose } from "./block.ts";
import { withoutBackticks } from "./fence.ts";
import { queryBlock } from "./queryBlock.ts";

/** Lines that belong together: a code span that is all of its lines, a bare query, or a line of anything else. */
interface Stretch {
	readonly span: Span;
	readonly text: Span;
	readonly form: "span" | "bare";
	readonly query: QueryCode | null;
}

/**
 * A paragraph with queries that take up whole lines, each one block; `null` if it has none. Among prose a line is a query
 * only where no sentence runs through it. `listed`: it is in a list.
 */
export function queryLines(node: SyntaxNode, source: string, listed = false): Block[] | null {
	const stretches = stretchesOf(node, source);
	const isAlone = (index: number) => {
		const [before, after] = [stretches[index - 1], stretches[index + 1]];
		const begins = !before || before.query || /[.:!?;)*_]$/.test(source.slice(...before.span));
		return begins && (!after || after.query !== null || !/^[\p{Ll},;(]/u.test(source.slice(...after.span)));
	};
	const blocks = stretches.map(({ span, text, form, query }, index) =>
		query && isAlone(index)
			? queryBlock(span, text, listed ? "list" : form, query)
			: prose({ from: span[0], to: span[1] }),
	);
	return blocks.some(({ payload }) => payload !== null) ? blocks : null;
}

function stretchesOf(node: SyntaxNode, source: string): readonly Stretch[] {
	const spans = new Map(node.getChildren("InlineCode").map((code) => [code.from, code]));
	const marker = node.getChild("TaskMarker");
	const lines = linesOf(source, [marker?.to ?? node.from, node.to]);
	const stretches: Stretch[] = [];
	for (let at = 0; at < lines.length; ) {
		const line = lines[at] as Span;
		const code = spans.get(line[0]);
		stretches.push(code && endsLine(code.to, source) ? codeSpan(code, source) : bareLines(lines, at, source));
		const [, end] = (stretches.at(-1) as Stretch).span;
		while ((lines[at]?.[0] ?? end) < end) at++;
	}
	return stretches;
}

function endsLine(offset: number, source: string): boolean {
	const rest = /[ \t\r]*(?:\n|$)/y;
	rest.lastIndex = offset;
	return rest.test(source);
}

function codeSpan({ from, to, firstChild, lastChild }: SyntaxNode, source: string): Stretch {
	const text = trimmed(source, [firstChild?.to ?? from, lastChild?.from ?? to]);
	return { span: [from, to], text, form: "span", query: spanQuery(source.slice(...text)) };
}

/** The line, with those in which its query goes on. A backtick before it that never closes is no part of it. */
function bareLines(lines: readonly Span[], at: number, source: string): Stretch {
	const lineAt = (index: number) => {
		const line = lines[at + index];
		return line && source.slice(...line);
	};
	const line = lines[at] as Span;
	const count = beginsQuery(lineAt(0) ?? "") ? continuedLines(lineAt) : 1;
	const span: Span = [line[0], (lines[at + count - 1] as Span)[1]];
	const text = withoutBackticks(source, span);
	const written = source.slice(...text);
	const isBare = text === span;
	const query = isBare ? bareQuery(written) : written.includes("`") ? null : unclosedQuery(written);
	return { span: query ? span : line, text, form: isBare ? "bare" : "span", query };
}

function unclosedQuery(written: string): QueryCode | null {
	return hasPlausibleField(written) ? spanQuery(written) : null;
}
