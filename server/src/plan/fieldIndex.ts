// Names made quick to find: one index a source and vocabulary, built once, so that 500 queries cost one.
import type { FieldRef } from "../meaning/boundExpr.ts";
import type { FieldCatalog } from "../taxonomies/fieldCatalog.ts";
import type { Meaning, Vocabulary } from "../taxonomies/vocabulary.ts";

export interface FieldIndex {
	readonly vocabulary: Vocabulary;
	/** The fields of the source and the objects that hold them. */
	readonly source: ReadonlyMap<string, FieldRef>;
	/** Names of the source that hold more than objects. */
	readonly leaves: readonly string[];
	/** Names of the source by their lower-case form. */
	readonly sourceFolded: ReadonlyMap<string, readonly string[]>;
	/** Of the names that are described. */
	readonly meanings: ReadonlyMap<string, readonly Meaning[]>;
	/** Names of the taxonomies by their lower-case form. */
	readonly meaningsFolded: ReadonlyMap<string, readonly string[]>;
	readonly concepts: ReadonlyMap<string, readonly Meaning[]>;
	/** All names that could be meant, of the source and of the taxonomies. */
	readonly names: readonly string[];
	/** Prefixes of all taxonomies, longest first. */
	readonly prefixes: readonly string[];
}

const indexes = new WeakMap<FieldCatalog, WeakMap<Vocabulary, FieldIndex>>();

/** Keyed by identity: a caller that passes the same catalog and the same vocabulary gets the same index. */
export function fieldIndex(catalog: FieldCatalog, vocabulary: Vocabulary): FieldIndex {
	const ofCatalog = indexes.get(catalog) ?? new WeakMap<Vocabulary, FieldIndex>();
	indexes.set(catalog, ofCatalog);
	const index = ofCatalog.get(vocabulary) ?? build(catalog, vocabulary);
	ofCatalog.set(vocabulary, index);
	return index;
}

/** What the taxonomies say of just this name. */
export function meaningsIn({ meanings, vocabulary }: FieldIndex, name: string): readonly Meaning[] {
	return meanings.get(name) ?? vocabulary.meaningsOf(name).filter(({ field }) => field.name === name);
}

/** The fields that hold the name in the source, plain or under one of the prefixes. */
export function located(index: FieldIndex, name: string, prefixes: readonly string[]): readonly FieldRef[] {
	return ["", ...prefixes].flatMap((prefix) => index.source.get(prefix + name) ?? []);
}

/** The name without the longest known prefix. */
export function bareName(index: FieldIndex, name: string): string {
	const prefix = index.prefixes.find((each) => name.startsWith(each) && name.length > each.length);
	return prefix === undefined ? name : name.slice(prefix.length);
}

function build(catalog: FieldCatalog, vocabulary: Vocabulary): FieldIndex {
	const { taxonomies } = vocabulary;
	let names: readonly string[] | null = null;
	const source = sourceFields(catalog);
	const all = taxonomies.flatMap((taxonomy) => taxonomy.fields.map((field) => ({ taxonomy, field })));
	const meanings = grouped(all, ({ field }) => field.name);
	const leaves = catalog.fields.filter(({ type }) => type !== "object").map(({ name }) => name);
	return {
		vocabulary,
		source,
		leaves,
		get names() {
			names ??= [...new Set([...leaves, ...vocabulary.names])];
			return names;
		},
		sourceFolded: grouped(source.keys(), (name) => name.toLowerCase()),
		meanings,
		meaningsFolded: grouped(meanings.keys(), (name) => name.toLowerCase()),
		concepts: grouped(all, ({ field }) => field.concept),
		prefixes: [...new Set(taxonomies.flatMap((taxonomy) => taxonomy.prefixes))].sort((a, b) => b.length - a.length),
	};
}

function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return groups;
}

/** An object is a field too (`_exists_:process`), whether or not the catalog lists it. */
function sourceFields(catalog: FieldCatalog): ReadonlyMap<string, FieldRef> {
	const fields = new Map<string, FieldRef>(catalog.fields.map(({ name, paths }) => [name, { name, paths }]));
	const parents = new Map<string, Map<string, readonly string[]>>();
	for (const path of catalog.fields.flatMap((field) => field.paths)) {
		for (let length = 1; length < path.length; length += 1) {
			const parent = path.slice(0, length);
			const name = parent.join(".");
			if (fields.has(name)) continue;
			const paths = parents.get(name) ?? new Map<string, readonly string[]>();
			parents.set(name, paths.set(JSON.stringify(parent), parent));
		}
	}
	for (const [name, paths] of parents) fields.set(name, { name, paths: [...paths.values()] });
	return fields;
}
