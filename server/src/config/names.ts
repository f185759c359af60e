// Names in `huntmark.json` that say something of one another, or of what Huntmark knows.
import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Problem } from "../base/problem.ts";
import { taxonomies } from "../taxonomies/registry.ts";
import { standardVocabulary } from "../taxonomies/vocabulary.ts";
import { mistake, spanOf, unknownName } from "./mistake.ts";
import { anyTaxonomy } from "./schema.ts";

/** What is wrong with the names of a file that was read; `ruleIds` are those of all rules. */
export function checkNames(root: Node | undefined, ruleIds: readonly string[]): readonly Problem[] {
	if (root?.type !== "object") return [];
	return [
		...checkSources(root),
		...checkRules(root, ruleIds),
		...checkTaxonomies(root),
		...checkFields(entriesOf(root, "fields")),
		...entriesOf(root, "taxonomies").flatMap((taxonomy) => checkFields(entriesOf(taxonomy, "fields"))),
		...checkConcepts(root),
	];
}

function checkSources(root: Node): readonly Problem[] {
	const named = textAt(root, "defaultSource");
	const names = keysOf(root, "sources").map(({ value }) => String(value));
	if (!named || names.includes(named.value)) return [];
	return [unknownName(named, `The default source ${named.value} is not among the sources.`, names)];
}

function checkRules(root: Node, ruleIds: readonly string[]): readonly Problem[] {
	return keysOf(root, "rules")
		.filter(({ value }) => !ruleIds.includes(value))
		.map((key) => unknownName(key, `There is no rule ${key.value}.`, ruleIds));
}

function checkTaxonomies(root: Node): readonly Problem[] {
	const standard = taxonomies.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
	const own = entriesOf(root, "taxonomies").flatMap((taxonomy) => textAt(taxonomy, "id") ?? []);
	const taken = new Set([anyTaxonomy, ...standard]);
	const problems: Problem[] = [];
	for (const id of own) {
		const name = String(id.value).toLowerCase();
		if (taken.has(name))
			problems.push(mistake(spanOf(id), `There is another taxonomy ${id.value}: choose another id.`));
		taken.add(name);
	}
	const sources = findNodeAtLocation(root, ["sources"])?.children ?? [];
	const named = [root, ...sources.flatMap(({ children: [, source] = [] }) => source ?? [])];
	for (const node of named.flatMap((each) => textAt(each, "taxonomy") ?? []))
		if (!taken.has(String(node.value).toLowerCase()))
			problems.push(unknownName(node, `There is no taxonomy ${node.value}.`, [...taken]));
	return problems;
}

function checkFields(fields: readonly Node[]): readonly Problem[] {
	const seen = new Set<string>();
	return fields.flatMap((field) => {
		const name = textAt(field, "name");
		if (!name) return [];
		const isTwice = seen.has(name.value);
		seen.add(name.value);
		return isTwice ? [mistake(spanOf(name), `${name.value} stands here twice.`, "warning")] : [];
	});
}

/** A concept that no other field has joins nothing; one that is nearly another's is probably misspelt. */
function checkConcepts(root: Node): readonly Problem[] {
	const fields = [root, ...entriesOf(root, "taxonomies")].flatMap((each) => entriesOf(each, "fields"));
	const concepts = fields.flatMap((field) => textAt(field, "concept") ?? []);
	const known = [
		...new Set(standardVocabulary.taxonomies.flatMap((each) => each.fields.map(({ concept }) => concept))),
	];
	return concepts
		.filter(({ value }) => !known.includes(value) && concepts.filter((other) => other.value === value).length === 1)
		.map((node) => unknownName(node, `No other field has the concept ${node.value}, so it joins nothing.`, known))
		.filter(({ fix }) => fix);
}

/** The keys of an object that stands at a key. */
function keysOf(node: Node, key: string): readonly Node[] {
	const object = findNodeAtLocation(node, [key]);
	return object?.type === "object" ? (object.children ?? []).flatMap(({ children: [name] = [] }) => name ?? []) : [];
}

/** What is in a list that stands at a key. */
function entriesOf(node: Node, key: string): readonly Node[] {
	const list = node.type === "object" ? findNodeAtLocation(node, [key]) : undefined;
	return list?.type === "array" ? (list.children ?? []) : [];
}

function textAt(node: Node, key: string): Node | undefined {
	const found = node.type === "object" ? findNodeAtLocation(node, [key]) : undefined;
	return found?.type === "string" ? found : undefined;
}
