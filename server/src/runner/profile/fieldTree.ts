// The exact structure of a file's events: every key and array that occurs, which kinds of values stand there, how often.
import type { CatalogField, FieldCatalog, ObservedType } from "../../taxonomies/fieldCatalog.ts";

/** Kinds of JSON values, as bits. */
export const kind = { text: 1, number: 2, boolean: 4, object: 8, array: 16, nothing: 32 } as const;

/** Kinds that hold other values. */
export const containers = kind.object | kind.array;

/** A place in the events: a key of an object, the elements of an array, or the event itself. */
export interface FieldNode {
	/** Which kinds of values occur here, as bits; 0 while nothing was committed. */
	kinds: number;
	readonly children: Map<string, FieldNode>;
	element: FieldNode | null;
	readonly parent: FieldNode | null;
	/** Shared by all places of the same dotted name. */
	readonly field: FieldCount;
	/** The key's bytes and closing quote, as a line holds them. */
	readonly keyBytes: Uint8Array;
	/** The keys that last opened this object: what the next event will most likely hold. */
	readonly first: FieldNode[];
	/** The keys that last followed this one. */
	readonly next: FieldNode[];
	/** The object in which the key was last seen: a second time in the same one is a duplicate. */
	seen: number;
}

/** In how many events a dotted name has a value. */
export interface FieldCount {
	readonly name: string;
	filled: number;
	/** The last event counted. */
	event: number;
}

/** A tree while it grows. */
export interface FieldTree {
	readonly root: FieldNode;
	readonly counts: Map<string, FieldCount>;
}

/** A tree as plain data: `k` kinds, `c` children, `e` elements. */
export interface PlainTree {
	readonly k: number;
	readonly c?: Readonly<Record<string, PlainTree>>;
	readonly e?: PlainTree;
}

/** What the events of a file hold, as plain data. */
export interface Structure {
	readonly tree: PlainTree;
	/** Events in which a name has a value. */
	readonly filled: Readonly<Record<string, number>>;
}

/** A tree without fields. */
export function createFieldTree(): FieldTree {
	const counts = new Map<string, FieldCount>();
	return { root: createNode(null, counter(counts, ""), new Uint8Array()), counts };
}

/** The place of a key below an object, made when it is new. */
export function childOf(tree: FieldTree, node: FieldNode, key: string): FieldNode {
	const known = node.children.get(key);
	if (known !== undefined) return known;
	const name = node.parent === null ? key : `${node.field.name}.${key}`;
	const child = createNode(node, counter(tree.counts, name), new TextEncoder().encode(`${key}"`));
	node.children.set(key, child);
	return child;
}

/** The place of an array's elements; they bear the array's own name. */
export function elementOf(node: FieldNode): FieldNode {
	node.element ??= createNode(node, node.field, new Uint8Array());
	return node.element;
}

/** The tree as plain data, without what no event holds. */
export function toStructure(tree: FieldTree): Structure {
	const filled: [string, number][] = [];
	for (const count of tree.counts.values())
		if (count.name !== "" || count.filled > 0) filled.push([count.name, count.filled]);
	return { tree: toPlain(tree.root), filled: Object.fromEntries(filled) };
}

/** One structure for the events of both. */
export function mergeStructures(a: Structure, b: Structure): Structure {
	const filled = new Map(Object.entries(a.filled));
	for (const [name, count] of Object.entries(b.filled)) filled.set(name, (filled.get(name) ?? 0) + count);
	return { tree: mergeTrees(a.tree, b.tree), filled: Object.fromEntries(filled) };
}

/** The fields of a structure, sorted by name (code units). */
export function toCatalog(structure: Structure, events: number): FieldCatalog {
	const found = new Map<string, { paths: Map<string, string[]>; kinds: number; repeated: boolean }>();
	collect(structure.tree, [], false);
	const fields: CatalogField[] = [...found].map(([name, { paths, kinds, repeated }]) => ({
		name,
		paths: [...paths.values()],
		type: observedType(kinds),
		repeated,
		filled: structure.filled[name] ?? 0,
	}));
	fields.sort((a, b) => (a.name < b.name ? -1 : 1));
	return { fields, events };

	function collect(tree: PlainTree, path: readonly string[], repeated: boolean): void {
		if (path.length > 0) {
			const name = path.join(".");
			const field = found.get(name) ?? { paths: new Map(), kinds: 0, repeated: false };
			field.paths.set(JSON.stringify(path), [...path]);
			field.kinds |= tree.k;
			field.repeated ||= repeated;
			found.set(name, field);
		}
		for (const [key, child] of Object.entries(tree.c ?? {})) collect(child, [...path, key], repeated);
		if (tree.e !== undefined) collect(tree.e, path, true);
	}
}

function observedType(kinds: number): ObservedType {
	switch (kinds & ~(kind.array | kind.nothing)) {
		case 0:
		case kind.text:
			return "text";
		case kind.number:
			return "number";
		case kind.boolean:
			return "boolean";
		case kind.object:
			return "object";
		default:
			return "mixed";
	}
}

function createNode(parent: FieldNode | null, field: FieldCount, keyBytes: Uint8Array): FieldNode {
	return { kinds: 0, children: new Map(), element: null, parent, field, keyBytes, first: [], next: [], seen: 0 };
}

function counter(counts: Map<string, FieldCount>, name: string): FieldCount {
	const known = counts.get(name);
	if (known !== undefined) return known;
	const count: FieldCount = { name, filled: 0, event: -1 };
	counts.set(name, count);
	return count;
}

function toPlain(node: FieldNode): PlainTree {
	const children = [...node.children]
		.filter(([, child]) => child.kinds !== 0)
		.map(([key, child]) => [key, toPlain(child)]);
	return {
		k: node.kinds,
		...(children.length > 0 && { c: Object.fromEntries(children) as Record<string, PlainTree> }),
		...(node.element !== null && node.element.kinds !== 0 && { e: toPlain(node.element) }),
	};
}

function mergeTrees(a: PlainTree, b: PlainTree): PlainTree {
	const children = new Map(Object.entries(a.c ?? {}));
	for (const [key, child] of Object.entries(b.c ?? {})) {
		const known = children.get(key);
		children.set(key, known === undefined ? child : mergeTrees(known, child));
	}
	const element = a.e !== undefined && b.e !== undefined ? mergeTrees(a.e, b.e) : (a.e ?? b.e);
	return {
		k: a.k | b.k,
		...(children.size > 0 && { c: Object.fromEntries(children) }),
		...(element !== undefined && { e: element }),
	};
}
