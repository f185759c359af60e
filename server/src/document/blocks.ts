// Markdown blocks to the words of the hunt's grammar.
import { type SyntaxNode, Tree } from "@lezer/common";
import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import { type Span, shift } from "../base/span.ts";
import { readHeading } from "./headings.ts";
import type { Markdown } from "./markdown.ts";
import { fenceLanguage, hasPlausibleField } from "./queryText.ts";
import { linesOf, trimmed } from "./sourceText.ts";
import {
	AnalyticHeading,
	type BlockPayload,
	DescriptionHeading,
	type HeadingPayload,
	NameItem,
	OtherHeading,
	Prose,
	QueryBlock,
	SubHeading,
	TestRow,
	TitleHeading,
	UrlItem,
} from "./tokens.ts";

/** What one Markdown block is, wherever it stands: `span` counts from the start of the block, its payload from that of `span`. */
interface Block {
	readonly type: TokenType;
	readonly span: Span;
	readonly payload: BlockPayload;
}

/**
 * What is known of blocks already. A tree that survived an edit stands for the same text, so it is classified once.
 * Only offsets are kept, no text, so that old versions of a document are not held in memory.
 */
export type BlockMemo = WeakMap<Tree, readonly Block[]>;

/** The document's blocks as tokens, their offsets moved right by `offset`. */
export function readBlocks(markdown: Markdown, offset: number, memo: BlockMemo): IToken[] {
	const tokens: IToken[] = [];
	const headingInContext = headingReader();
	visitBlocks(markdown.tree, 0, (tree, at) => {
		let blocks = memo.get(tree);
		if (!blocks) {
			blocks = classify(tree.topNode, markdown.text.slice(at, at + tree.length));
			memo.set(tree, blocks);
		}
		for (const { type, span, payload } of blocks) {
			const typeHere = payload && "level" in payload ? headingInContext(type, payload) : type;
			tokens.push(token(typeHere, shift(span, offset + at), payload));
		}
	});
	return tokens;
}

/** A token of the grammar. Its image is empty: the grammar looks at types only. */
export function token(type: TokenType, [start, end]: Span, payload: BlockPayload): IToken {
	const made = createTokenInstance(type, "", start, end - 1, NaN, NaN, NaN, NaN);
	made.payload = payload;
	return made;
}

/** The parser groups many blocks in nodes without a name, to keep the tree shallow. */
function visitBlocks(tree: Tree, offset: number, visit: (block: Tree, at: number) => void): void {
	tree.children.forEach((child, i) => {
		if (!(child instanceof Tree)) return;
		const at = offset + (tree.positions[i] ?? 0);
		if (child.type.isAnonymous) visitBlocks(child, at, visit);
		else visit(child, at);
	});
}

/**
 * What a heading is depends on those before it: the first one may be the title, and one that is deeper than the heading of
 * the open section is part of that section, unless it names a section of its own. An analytic has its own description.
 */
function headingReader(): (type: TokenType, heading: HeadingPayload) => TokenType {
	let first = true;
	let open: { type: TokenType; level: number } | null = null;
	return (type, { level }) => {
		const isTitle: boolean = first && type === OtherHeading && level === 1;
		first = false;
		if (isTitle) return TitleHeading;
		const isPart = type === OtherHeading || (type === DescriptionHeading && open?.type === AnalyticHeading);
		if (open && level > open.level && isPart) return SubHeading;
		open = { type, level };
		return type;
	};
}

/** `source` is the text of `node`, whose offsets begin at 0. Each form of a block has its function here. */
function classify(node: SyntaxNode, source: string): readonly Block[] {
	const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
	if (heading) return [headingBlock(node, source, Number(heading[1]))];
	switch (node.name) {
		case "Paragraph":
			return codeSpans(node, source) ?? addressLines(node, source) ?? [prose(node)];
		case "FencedCode":
			return [fence(node, source)];
		case "BulletList":
		case "OrderedList":
			return node.getChildren("ListItem").flatMap((item) => listItem(item, source));
		case "Table":
			return testRows(node, source) ?? [prose(node)];
		default:
			return [prose(node)];
	}
}

function prose(node: SyntaxNode): Block {
	return { type: Prose, span: [node.from, node.to], payload: null };
}

function headingBlock(node: SyntaxNode, source: string, level: number): Block {
	let [from, to]: Span = [node.from, node.to];
	for (const mark of node.getChildren("HeaderMark")) {
		if (mark.from === from) from = mark.to;
		else to = mark.from;
	}
	const text = trimmed(source, [from, to]);
	const { type, number, title } = readHeading(source.slice(text[0], text[1]));
	const payload = { level, text, number, title: title && shift(title, text[0]) };
	return { type, span: [node.from, node.to], payload };
}

/** A paragraph of nothing but code spans, each alone on its line; those without a field are prose. */
function codeSpans(node: SyntaxNode, source: string): Block[] | null {
	const spans = node.getChildren("InlineCode");
	let end = node.from;
	for (const span of spans) {
		const between = source.slice(end, span.from);
		if (between.trim() !== "" || (end !== node.from && !between.includes("\n"))) return null;
		end = span.to;
	}
	if (spans.length === 0 || source.slice(end, node.to).trim() !== "") return null;
	return spans.map((code) => {
		const text = trimmed(source, [code.firstChild?.to ?? code.from, code.lastChild?.from ?? code.to]);
		if (!hasPlausibleField(source.slice(text[0], text[1]))) return prose(code);
		return {
			type: QueryBlock,
			span: [code.from, code.to],
			payload: { text: shift(text, -code.from), form: "span", language: "redcloak" },
		};
	});
}

/** A paragraph with lines that are addresses; its other lines are prose. */
function addressLines(node: SyntaxNode, source: string): Block[] | null {
	const blocks = linesOf(source, [node.from, node.to]).map((line): Block => {
		const url = wholeUrl(source, line);
		if (!url) return { type: Prose, span: line, payload: null };
		return { type: UrlItem, span: line, payload: { text: shift(url, -line[0]), reviewed: null } };
	});
	return blocks.some(({ type }) => type === UrlItem) ? blocks : null;
}

function fence(node: SyntaxNode, source: string): Block {
	const info = node.getChild("CodeInfo");
	const tag = info ? (source.slice(info.from, info.to).split(/[\s{:,]/, 1)[0] ?? "") : "";
	const code = node.getChild("CodeText");
	const text = trimmed(source, code ? [code.from, code.to] : [node.to, node.to]);
	const language = fenceLanguage(tag, source.slice(text[0], text[1]));
	if (!language) return prose(node);
	return {
		type: QueryBlock,
		span: [node.from, node.to],
		payload: { text: shift(text, -node.from), form: "fence", language },
	};
}

/** The item's first paragraph is a name or an address; items in it follow. */
function listItem(item: SyntaxNode, source: string): Block[] {
	const nested = [...item.getChildren("BulletList"), ...item.getChildren("OrderedList")];
	const inner = nested.flatMap((list) => list.getChildren("ListItem")).flatMap((child) => listItem(child, source));
	const paragraph = item.getChild("Paragraph");
	const text = trimmed(source, paragraph ? [paragraph.from, paragraph.to] : [item.to, item.to]);
	if (text[0] === text[1]) return [prose(item), ...inner];
	const url = wholeUrl(source, text);
	if (url) return [{ type: UrlItem, span: text, payload: { text: shift(url, -text[0]), reviewed: null } }, ...inner];
	const review = /\s*\(reviewed (\d{4}-\d{2}-\d{2})\)$/i.exec(source.slice(text[0], text[1]));
	const dateAt = (text[1] ?? 0) - text[0] - 11;
	const payload = review
		? { text: [0, review.index] as const, reviewed: [dateAt, dateAt + 10] as const }
		: { text: [0, text[1] - text[0]] as const, reviewed: null };
	return [{ type: NameItem, span: text, payload }, ...inner];
}

/** The rows of a table whose columns begin Data, Query, Expected. */
function testRows(table: SyntaxNode, source: string): Block[] | null {
	const cells = (row: SyntaxNode) => row.getChildren("TableCell");
	const header = table.getChild("TableHeader");
	const names = header ? cells(header).map((cell) => source.slice(cell.from, cell.to).trim().toLowerCase()) : [];
	if (names.slice(0, 3).join() !== "data,query,expected") return null;
	return table.getChildren("TableRow").map((row): Block => {
		const [data, query, expected] = cells(row).map((cell): Span => [cell.from - row.from, cell.to - row.from]);
		if (!data || !query || !expected) return prose(row);
		return { type: TestRow, span: [row.from, row.to], payload: { data, query, expected } };
	});
}

/** The address, without `<>`, if the span is one and nothing else. */
function wholeUrl(source: string, [start, end]: Span): Span | null {
	const match = /^(<?)(?:https?|ftp):\/\/[^\s<>]+(>?)$/i.exec(source.slice(start, end));
	if (!match || match[1]?.length !== match[2]?.length) return null;
	return match[1] ? [start + 1, end - 1] : [start, end];
}
