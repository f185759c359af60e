// Between our offsets and the protocol's lines and characters: the only place that knows both.
import {
	type CodeAction,
	CodeActionKind,
	type CodeLens,
	type CompletionItem,
	CompletionItemKind,
	type Diagnostic,
	type DocumentSymbol,
	type Hover,
	InsertTextFormat,
	MarkupKind,
	type Range,
	type SemanticTokensBuilder,
	SymbolKind,
	type TextEdit,
} from "vscode-languageserver/node";
import type { LineIndex } from "../base/lineIndex.ts";
import type { TextEdit as OurEdit } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import type { CodeFix } from "../features/codeActions.ts";
import type { Completion, CompletionItem as OurItem } from "../features/completing/item.ts";
import type { Hover as OurHover } from "../features/hovering/hovered.ts";
import type { HuntSymbol } from "../features/knowledge/outline.ts";
import { withoutPlaces } from "../features/knowledge/snippets.ts";
import type { Lens } from "../features/lenses.ts";
import type { Refactoring } from "../features/refactorings.ts";
import { type SemanticToken, semanticTokenTypes } from "../features/semanticTokens.ts";
import type { SourceAction } from "../features/sourceActions.ts";
import type { ClientAbilities } from "./clientAbilities.ts";

/** A document and its lines. */
export interface PlacedDocument {
	readonly uri: string;
	readonly lines: LineIndex;
}

export function toSpan(lines: LineIndex, range: Range): Span {
	return [lines.offsetAt(range.start), lines.offsetAt(range.end)];
}

export function toRange(lines: LineIndex, [start, end]: Span): Range {
	return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toHover(lines: LineIndex, { span, markdown }: OurHover): Hover {
	return { range: toRange(lines, span), contents: { kind: MarkupKind.Markdown, value: markdown } };
}

/** In their order, which clients would otherwise make alphabetical. */
export function toCompletionItems(
	lines: LineIndex,
	{ span, items }: Completion,
	{ fillsSnippets }: Pick<ClientAbilities, "fillsSnippets">,
): CompletionItem[] {
	const range = toRange(lines, span);
	return items.map((item, place) => ({
		label: item.label,
		kind: itemKinds[item.kind],
		detail: item.detail,
		// Ids and numbers alone say nothing; clients show the detail of the chosen item only.
		...((item.kind === "technique" || item.kind === "value") && { labelDetails: { description: item.detail } }),
		...(item.documentation && { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
		sortText: String(place).padStart(6, "0"),
		// What is typed is compared with the name, whatever the insertion puts around it; a technique is found by either.
		filterText: item.kind === "technique" ? `${item.label} ${item.detail}` : item.label,
		...(item.kind === "snippet"
			? {
					textEdit: { range, newText: fillsSnippets ? item.insert : withoutPlaces(item.insert) },
					insertTextFormat: fillsSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
				}
			: { textEdit: { range, newText: item.insert } }),
	}));
}

const itemKinds: Readonly<Record<OurItem["kind"], CompletionItemKind>> = {
	field: CompletionItemKind.Field,
	operator: CompletionItemKind.Operator,
	value: CompletionItemKind.Value,
	key: CompletionItemKind.Property,
	heading: CompletionItemKind.Struct,
	reference: CompletionItemKind.Reference,
	file: CompletionItemKind.File,
	technique: CompletionItemKind.EnumMember,
	snippet: CompletionItemKind.Snippet,
};

export const semanticTokensLegend = { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] };

/** In text order. A token over several lines becomes one a line, as the protocol wants. */
export function pushTokens(builder: SemanticTokensBuilder, lines: LineIndex, tokens: readonly SemanticToken[]): void {
	for (const { span, type } of tokens) {
		const { start, end } = toRange(lines, span);
		for (let line = start.line; line <= end.line; line++) {
			const from = line === start.line ? start.character : 0;
			const to = line === end.line ? end.character : lines.positionAt(lines.lineEnd(line)).character;
			if (to > from) builder.push(line, from, to - from, semanticTokenTypes.indexOf(type), 0);
		}
	}
}

export function toDocumentSymbol(lines: LineIndex, symbol: HuntSymbol): DocumentSymbol {
	return {
		name: symbol.name,
		kind: symbolKinds[symbol.kind],
		range: toRange(lines, symbol.span),
		selectionRange: toRange(lines, symbol.selection),
		children: symbol.children.map((child) => toDocumentSymbol(lines, child)),
	};
}

const symbolKinds: Readonly<Record<HuntSymbol["kind"], SymbolKind>> = {
	hunt: SymbolKind.File,
	section: SymbolKind.String,
	analytic: SymbolKind.Function,
	query: SymbolKind.Field,
};

/** On the first line of what it stands over. */
export function toCodeLens(lines: LineIndex, lens: Lens): CodeLens {
	const [start] = lens.span;
	const { title, command } = lens;
	return { range: toRange(lines, [start, start]), command: { title, command, arguments: [...lens.arguments] } };
}

/** `diagnostics`: of the problems that it mends. */
export function toCodeAction({ uri, lines }: PlacedDocument, fix: CodeFix, diagnostics: Diagnostic[]): CodeAction {
	return {
		title: fix.title,
		kind: CodeActionKind.QuickFix,
		diagnostics,
		isPreferred: fix.preferred,
		edit: { changes: { [uri]: toTextEdits(lines, fix.edits) } },
	};
}

export function toSourceAction(
	{ uri, lines }: PlacedDocument,
	{ title, kind, edits }: SourceAction | Refactoring,
): CodeAction {
	return { title, kind, edit: { changes: { [uri]: toTextEdits(lines, edits) } } };
}

export function toTextEdits(lines: LineIndex, edits: readonly OurEdit[]): TextEdit[] {
	return edits.map(({ span, text }) => ({ range: toRange(lines, span), newText: text }));
}
