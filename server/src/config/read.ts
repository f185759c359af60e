// Reads JSON against a schema so that one bad part never discards the rest: what does not fit is said, and left out.
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import * as v from "valibot";
import type { Problem } from "../base/problem.ts";
import { mistake, spanOf, unknownName } from "./mistake.ts";

/** What was read. */
export interface ReadValue<Value> {
	readonly value: Value;
	/** The text as a tree; absent where nothing is in it. */
	readonly root: Node | undefined;
	/** In the order in which they were found. */
	readonly problems: readonly Problem[];
}

/**
 * Reads a text, comments and trailing commas allowed, as an object of the schema, all of whose keys may be missing. Never
 * fails.
 */
export function readAs<Schema extends v.GenericSchema<object>>(
	schema: Schema,
	text: string,
): ReadValue<v.InferOutput<Schema>> {
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const problems = errors.map(({ error, offset, length }) =>
		mistake([offset, offset + length], `${sentence(printParseErrorCode(error))}.`),
	);
	const nodes: Nodes = new Map();
	const found = root && plainValue(root, nodes);
	const isObject = root?.type === "object";
	if (!isObject) problems.push(mistake(root ? spanOf(root) : [0, 0], "The file must hold a JSON object."));
	const removed: Parts = new Map();
	for (const value = isObject ? found : {}; ; ) {
		const { issues, output, success } = v.safeParse(schema, value);
		if (success) return { value: output, root, problems };
		const wrong: Parts = new Map();
		for (const issue of issues) {
			const path = (issue.path ?? []) as readonly PathItem[];
			if (!isConsequence(path, removed)) problems.push(problemOf(issue, path, nodes));
			const { input, key } = partOf(issue, path);
			add(wrong, input, key);
		}
		for (const [container, keys] of wrong) {
			remove(container, keys);
			for (const key of keys) add(removed, container, key);
		}
	}
}

type Container = Record<string, unknown> | unknown[];

/** A step of the way to what is wrong; `origin` is the key where that is missing or unknown. */
interface PathItem {
	readonly input: Container;
	readonly key: string | number;
	readonly value: unknown;
	readonly origin: "key" | "value";
}

/** Where each object and list stands. */
type Nodes = Map<unknown, Node>;

/** Parts by the object or list that holds them. */
type Parts = Map<unknown, Set<string | number>>;

function add(parts: Parts, container: unknown, key: string | number): void {
	parts.set(container, (parts.get(container) ?? new Set()).add(key));
}

function remove(container: unknown, keys: ReadonlySet<string | number>): void {
	if (Array.isArray(container))
		for (const index of [...keys].sort((a, b) => Number(b) - Number(a))) container.splice(Number(index), 1);
	else for (const key of keys) delete (container as Record<string, unknown>)[key];
}

/** What is left out: the value itself; all of the object that lacks a key, and all of a list of texts that has one wrong. */
function partOf({ expected }: v.BaseIssue<unknown>, path: readonly PathItem[]): PathItem {
	const last = path.at(-1) as PathItem;
	const isText = Array.isArray(last.input) && expected !== "Object";
	return (isMissing(last) || isText ? path.at(-2) : last) as PathItem;
}

function isMissing({ origin, input, key }: PathItem): boolean {
	return origin === "key" && !(key in input);
}

/** Whether it is wrong only without what was left out of it. */
function isConsequence(path: readonly PathItem[], removed: Parts): boolean {
	const last = path.at(-1) as PathItem;
	return removed.get(last.input)?.has(last.key) || removed.has(last.value);
}

function problemOf(issue: v.BaseIssue<unknown>, path: readonly PathItem[], nodes: Nodes): Problem {
	const last = path.at(-1) as PathItem;
	if (isMissing(last)) {
		const holder = nodes.get(last.input) as Node;
		return mistake(headOf(holder), `${labelOf(holder)} needs "${last.key}".`);
	}
	const node = nodeAt(last, nodes);
	if (last.origin === "key") {
		const known = issue.message.split(" ");
		const key = node.parent?.children?.[0] as Node;
		return unknownName(key, `"${last.key}" means nothing here.`, known);
	}
	const label = labelOf(node);
	if (issue.type === "picklist") {
		const names = issue.message.split(" ");
		return { ...unknownName(node, `${label} must be one of ${names.join(", ")}.`, names), severity: "error" };
	}
	if (issue.kind === "validation") return mistake(headOf(node), `${label} ${issue.message}.`);
	return mistake(headOf(node), `${label} must be ${words[issue.expected ?? ""] ?? words.string}.`);
}

const words: Readonly<Record<string, string>> = {
	string: "a text in quotes",
	boolean: "true or false",
	Array: "a list",
	Object: "an object",
};

function nodeAt({ input, key, value }: PathItem, nodes: Nodes): Node {
	const { children = [] } = nodes.get(input) as Node;
	const node = Array.isArray(input)
		? (nodes.get(value) ?? children[Number(key)])
		: children.findLast(({ children: [name] = [] }) => name?.value === key)?.children?.[1];
	return node as Node;
}

/** What is underlined: the value, or the key of one that may be long. */
function headOf(node: Node): Problem["span"] {
	if (!node.children) return spanOf(node);
	const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
	return key ? spanOf(key) : [node.offset, node.offset + 1];
}

function labelOf({ parent }: Node): string {
	if (parent?.type === "property") return `"${parent.children?.[0]?.value}"`;
	return parent ? `An entry of ${labelOf(parent)}` : "The file";
}

/** A copy that parts can be taken out of. */
function plainValue(node: Node, nodes: Nodes): unknown {
	if (!node.children) return node.value;
	const container: Container = node.type === "array" ? [] : Object.create(null);
	nodes.set(container, node);
	for (const child of node.children) {
		const [key, value] = child.children ?? [];
		if (Array.isArray(container)) container.push(plainValue(child, nodes));
		// A key whose value is not written yet has none.
		else if (key && value) container[key.value] = plainValue(value, nodes);
	}
	return container;
}

/** `CloseBraceExpected` as words. */
function sentence(name: string): string {
	return name.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
