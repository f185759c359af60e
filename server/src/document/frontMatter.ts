// The YAML between two lines of dashes at the top of a document.
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Fault } from "../base/problem.ts";
import { type Span, shift } from "../base/span.ts";
import type { Meta, Text } from "./hunt.ts";

/** Where the front matter stands, what it says and what is wrong with it. */
export interface FrontMatter {
	/** From the first dash of the first line to the last dash of the last. */
	readonly span: Span;
	/** With its dashes: the same source has the same meta. */
	readonly source: string;
	readonly meta: Meta;
	readonly faults: readonly Fault[];
}

/** The front matter that begins at `offset`, or `null`. `previous` is taken over if its text and place are the same. */
export function readFrontMatter(text: string, offset: number, previous: FrontMatter | null): FrontMatter | null {
	const open = /---[ \t]*\r?\n/y;
	open.lastIndex = offset;
	if (!open.test(text)) return null;
	const yamlAt = open.lastIndex;
	const closing = /^---[ \t]*$/gm;
	closing.lastIndex = yamlAt;
	const close = closing.exec(text);
	if (!close) return null;
	const span: Span = [offset, close.index + 3];
	const source = text.slice(...span);
	if (previous?.source === source && previous.span[0] === offset) return previous;

	const yaml = parseDocument(text.slice(yamlAt, close.index), { prettyErrors: false, logLevel: "silent" });
	const value = (key: string): Node | null => {
		const node = isMap(yaml.contents) ? yaml.contents.get(key, true) : null;
		return (node as Node | undefined) ?? null;
	};
	const scalar = (key: string) => textOf(value(key), yamlAt);
	const list = (key: string) => {
		const node = value(key);
		const items = isSeq(node) ? node.items : [node];
		return items.map((item) => textOf(item, yamlAt)).filter((item) => item !== null);
	};
	const meta: Meta = {
		id: scalar("id"),
		title: scalar("title"),
		hypothesis: scalar("hypothesis"),
		tactics: list("tactics"),
		lookback: scalar("lookback"),
		parameters: [],
		watchlists: [],
		techniques: list("techniques"),
		taxonomy: scalar("taxonomy"),
		status: scalar("status"),
		dialect: scalar("dialect"),
		huntmark: scalar("huntmark")?.text === "true",
		span,
	};
	const faults = yaml.errors.map(
		(error): Fault => ({
			rule: "invalid-front-matter",
			span: shift(withinText(error.pos, close.index - yamlAt), yamlAt),
			message: `The front matter is no valid YAML: ${error.message}`,
		}),
	);
	return { span, source, meta, faults };
}

/** A scalar as text; `null` for any other node and for an empty value. */
function textOf(node: unknown, offset: number): Text | null {
	if (!isScalar(node) || !node.range || node.value === null || node.value === "") return null;
	// Numbers and dates stay as written: `id: 007` is not 7.
	const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
	return { text, span: shift([node.range[0], node.range[1]], offset) };
}

/** YAML points at the end of its input, or a character beyond, where something is missing there. */
function withinText([start, end]: readonly [number, number], length: number): Span {
	return [Math.min(start, length), Math.min(end, length)];
}
