// Markdown blocks to the words of the hunt's grammar.
import { type SyntaxNode, Tree } from "@lezer/common";
import type { IToken, TokenType } from "chevrotain";
import { type Span, shift } from "../base/span.ts";
import { dialectOfHeading } from "./dialects.ts";
import { readHeading } from "./headings.ts";
import { ignoresIn } from "./ignores.ts";
import { fenceQuery, spanQuery } from "./queryText.ts";
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

/** A top-level node of the Markdown tree and what it is: one block, or several where it is a list, a table or lines of queries. */
interface Classified {
	readonly tree: Tree;
	/** Offset in the Markdown. */
	readonly at: number;
	readonly blocks: readonly Block[];
}

/** All of a text in order. Only offsets are kept, no text, so that old versions of a document are not held in memory. */
export type Classification = readonly Classified[];

/**
 * Says of every top-level node of the tree of `text` what it is. A node that survived an edit stands for the same text;
 * since an edit is one stretch, what is known of those before and after it is taken over from the previous classification.
 */
export function classifyBlocks(root: Tree, text: string, previous: Classification): Classification {
	const nodes: Unclassified[] = [];
	flatten(root, 0, nodes, previous);
	const moved = previous.length - nodes.length;
	let inTail = true;
	for (let i = nodes.length - 1; i >= 0; i--) {
		const node = nodes[i];
		if (!node || node.blocks) break;
		const { tree, at } = node;
		const known = previous[i + moved];
		inTail = inTail && known?.tree === tree;
		node.blocks = inTail && known ? known.blocks : classify(tree.topNode, text.slice(at, at + tree.length));
	}
	return nodes as Classification;
}

/** A node whose blocks are not known yet. */
type Unclassified = Omit<Classified, "blocks"> & { blocks: Classified["blocks"] | null };

/**
 * The parser groups many blocks in nodes without a name, to keep the tree shallow. As long as nodes are those of the
 * previous classification, they are taken from there.
 */
function flatten(tree: Tree, offset: number, into: Unclassified[], previous: Classification): void {
	for (let i = 0; i < tree.children.length; i++) {
		const child = tree.children[i];
		if (!(child instanceof Tree)) continue;
		const at = offset + (tree.positions[i] ?? 0);
		if (child.type.isAnonymous) {
			flatten(child, at, into, previous);
			continue;
		}
		const same = into.length === 0 || into[into.length - 1]?.blocks ? previous[into.length] : undefined;
		into.push(same?.tree === child && same.at === at ? same : { tree: child, at, blocks: null });
	}
}

/** The tokens of all blocks, their offsets moved right by `offset`. */
export function blockTokens(classification: Classification, offset: number): IToken[] {
	const tokens: IToken[] = [];
	const headingInContext = headingReader();
	for (const { at, blocks } of classification) {
		for (const { type, span, payload } of blocks) {
			const typeHere = payload?.kind === "heading" ? headingInContext(type, payload) : type;
			tokens.push(token(typeHere, offset + at, span, payload));
		}
	}
	return tokens;
}

/** A token of the grammar, which looks at types only: it has no image. Its span is moved right by `offset`. */
export function token(tokenType: TokenType, offset: number, span: Span, payload: BlockPayload): IToken {
	// A literal rather than `createTokenInstance`: thousands are made a keystroke, and a field added later costs as much again.
	const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
	return {
		image: "",
		startOffset: offset + span[0],
		endOffset: offset + span[1] - 1,
		tokenType,
		tokenTypeIdx,
		payload,
	};
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
			return codeSpans(node, source) ?? addressLines(node, source) ?? [boldLine(node, source) ?? prose(node)];
		case "FencedCode":
			return [fence(node, source)];
		case "BulletList":
		case "OrderedList":
			return node.getChildren("ListItem").flatMap((item) => listItem(item, source));
		case "Table":
			return testRows(node, source) ?? [prose(node)];
		case "CommentBlock":
			return [comment(node, source)];
		default:
			return [prose(node)];
	}
}

function prose(node: SyntaxNode): Block {
	return { type: Prose, span: [node.from, node.to], payload: null };
}

/** A paragraph of one line that is bold, but for a colon. */
function boldLine(node: SyntaxNode, source: string): Block | null {
	const [, words] = /^(?:\*\*|__)([^\r\n]+?)(?:\*\*|__)[ \t]*:?\s*$/.exec(source) ?? [];
	if (words === undefined || node.getChildren("StrongEmphasis").length !== 1) return null;
	return { ...prose(node), payload: { kind: "label", dialect: dialectOfHeading(words) } };
}

function comment(node: SyntaxNode, source: string): Block {
	return { ...prose(node), payload: { kind: "comment", ignores: ignoresIn(source) } };
}

function headingBlock(node: SyntaxNode, source: string, level: number): Block {
	let [from, to]: Span = [node.from, node.to];
	for (const mark of node.getChildren("HeaderMark")) {
		if (mark.from === from) from = mark.to;
		else to = mark.from;
	}
	const text = trimmed(source, [from, to]);
	const { title, type, ...words } = readHeading(source.slice(text[0], text[1]));
	const payload = { kind: "heading" as const, ...words, level, text, title: title && shift(title, text[0]) };
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
		const query = spanQuery(source.slice(text[0], text[1]));
		if (!query) return prose(code);
		return {
			type: QueryBlock,
			span: [code.from, code.to],
			payload: { kind: "query", text: shift(text, -code.from), form: "span", ...query },
		};
	});
}

/** A paragraph with lines that are addresses; its other lines are prose. */
function addressLines(node: SyntaxNode, source: string): Block[] | null {
	const blocks = linesOf(source, [node.from, node.to]).map((line): Block => {
		const url = wholeUrl(source, line);
		if (!url) return { type: Prose, span: line, payload: null };
		return { type: UrlItem, span: line, payload: { kind: "item", text: shift(url, -line[0]), reviewed: null } };
	});
	return blocks.some(({ type }) => type === UrlItem) ? blocks : null;
}

function fence(node: SyntaxNode, source: string): Block {
	const info = node.getChild("CodeInfo");
	const tag = info ? (source.slice(info.from, info.to).split(/[\s{:,]/, 1)[0] ?? "") : "";
	const code = node.getChild("CodeText");
	const text = trimmed(source, code ? [code.from, code.to] : [node.to, node.to]);
	const query = fenceQuery(tag, source.slice(text[0], text[1]));
	if (!query) return prose(node);
	return {
		type: QueryBlock,
		span: [node.from, node.to],
		payload: { kind: "query", text: shift(text, -node.from), form: "fence", ...query },
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
	if (url)
		return [
			{ type: UrlItem, span: text, payload: { kind: "item", text: shift(url, -text[0]), reviewed: null } },
			...inner,
		];
	const review = /\s*\(reviewed (\d{4}-\d{2}-\d{2})\)$/i.exec(source.slice(text[0], text[1]));
	const length = text[1] - text[0];
	const name: Span = [0, review ? review.index : length];
	// The date stands before the closing bracket.
	const reviewed: Span | null = review && [length - 11, length - 1];
	return [{ type: NameItem, span: text, payload: { kind: "item", text: name, reviewed } }, ...inner];
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
		return { type: TestRow, span: [row.from, row.to], payload: { kind: "test-row", data, query, expected } };
	});
}

/** The address, without `<>`, if the span is one and nothing else. */
function wholeUrl(source: string, [start, end]: Span): Span | null {
	const match = /^(<?)(?:https?|ftp):\/\/[^\s<>]+(>?)$/i.exec(source.slice(start, end));
	if (!match || match[1]?.length !== match[2]?.length) return null;
	return match[1] ? [start + 1, end - 1] : [start, end];
}
