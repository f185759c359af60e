// The YAML between two lines of dashes at the top of a document.
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Fault } from "../base/problem.ts";
import { type Span, shift } from "../base/span.ts";
import type { Meta, Parameter, Text } from "./hunt.ts";
import { trimmed } from "./sourceText.ts";

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

	const at: Place = { text, offset: yamlAt };
	const yaml = parseDocument(text.slice(yamlAt, close.index), { prettyErrors: false, logLevel: "silent" });
	const value = (...names: readonly string[]) => nodeAt(yaml.contents, names);
	const scalar = (...names: readonly string[]) => textOf(value(...names), at);
	const list = (...names: readonly string[]) => textsOf(value(...names), at);
	const meta: Meta = {
		id: scalar("id", "huntid", "hunt#", "uuid"),
		title: scalar("title", "hunttitle", "huntname", "name"),
		hypothesis: scalar("hypothesis", "hunthypothesis", "hypothesisstatement"),
		techniques: list(
			"techniques",
			"technique",
			"mitretechniques",
			"mitretechnique",
			"attacktechniques",
			"mitre",
			"attack",
		),
		tactics: list("tactics", "tactic", "mitretactics", "mitretactic", "attacktactics"),
		lookback: scalar("lookback", "timerange", "timeframe"),
		parameters: parametersOf(value("parameters", "params"), at),
		watchlists: list("watchlists", "watchlist", "existingwatchlists", "existingdetections", "detections"),
		taxonomy: scalar("taxonomy"),
		status: scalar("status", "huntstatus"),
		dialect: scalar("dialect", "querylanguage"),
		huntmark: scalar("huntmark")?.text.toLowerCase() === "true",
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

/** The document, and where the YAML in it begins. */
interface Place {
	readonly text: string;
	readonly offset: number;
}

/** What stands under the first of the names that is there; of the document's keys, case, blanks, dashes and `_` do not count. */
function nodeAt(contents: unknown, names: readonly string[]): unknown {
	if (!isMap(contents)) return null;
	for (const name of names) {
		const pair = contents.items.find(({ key }) => plainKey(key) === name);
		if (pair?.value) return pair.value;
	}
	return null;
}

function plainKey(key: unknown): string {
	const written = isScalar(key) ? String(key.value) : "";
	return written.toLowerCase().replace(/[\s_&-]+/g, "");
}

/** The scalars of a list, or the one that stands in its place. */
function textsOf(node: unknown, at: Place): readonly Text[] {
	const items: readonly unknown[] = isSeq(node) ? node.items : [node];
	return items.map((item) => textOf(item, at)).filter((text) => text !== null);
}

/** `name: default`, or `name: { type, default }`; a list of `{ name, type, default }` is read as well. */
function parametersOf(node: unknown, at: Place): readonly Parameter[] {
	if (isMap(node))
		return node.items.flatMap(({ key, value }) => {
			const name = textOf(key, at);
			return name ? parameterOf(name, value, at) : [];
		});
	if (!isSeq(node)) return [];
	return node.items.flatMap((item) => {
		const name = textOf(isMap(item) ? nodeAt(item, ["name"]) : item, at);
		return name ? parameterOf(name, isMap(item) ? item : null, at) : [];
	});
}

function parameterOf(name: Text, said: unknown, at: Place): Parameter {
	const isMapped = isMap(said);
	const type = isMapped ? textOf(nodeAt(said, ["type"]), at) : null;
	const byDefault = textOf(isMapped ? nodeAt(said, ["default", "value"]) : said, at);
	const ends = [name, type, byDefault].flatMap((text) => text?.span[1] ?? []);
	const starts = [name, type, byDefault].flatMap((text) => text?.span[0] ?? []);
	return { name, type, default: byDefault, span: [Math.min(...starts), Math.max(...ends)] };
}

/** A scalar as text; `null` for any other node and for an empty value. */
function textOf(node: unknown, at: Place): Text | null {
	if (!isScalar(node) || !node.range || node.value === null || node.value === "") return null;
	// Numbers and dates stay as written: `id: 007` is not 7.
	const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
	if (text.trim() === "") return null;
	return { text: text.trim(), span: trimmed(at.text, shift([node.range[0], node.range[1]], at.offset)) };
}

/** YAML points at the end of its input, or a character beyond, where something is missing there. */
function withinText([start, end]: readonly [number, number], length: number): Span {
	return [Math.min(start, length), Math.min(end, length)];
}
