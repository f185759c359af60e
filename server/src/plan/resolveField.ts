// Which fields of a source a written name means, under which conditions, and of which type.

import type { FieldType } from "../base/fieldType.ts";
import type { FieldRef } from "../meaning/boundExpr.ts";
import type { When } from "../taxonomies/defineTaxonomy.ts";
import type { Meaning } from "../taxonomies/vocabulary.ts";
import { bareName, type FieldIndex, located, meaningsIn } from "./fieldIndex.ts";

/** What a name means here. */
export interface FieldMeaning {
	/** `absent`: known, but the source has none of its names; `unknown`: neither source nor taxonomies know it. */
	readonly kind: "found" | "absent" | "unknown";
	/** Fields to ask, any of which may hold; empty unless found. */
	readonly alternatives: readonly Alternative[];
	/** Fields of the source for the same thing that are not asked, because the written name stands in the source itself. */
	readonly siblings: readonly string[];
	/** The name that it was read as, where that differs in case from the written one. */
	readonly readAs?: string;
	/** Fields of the source that differ only in case, where there are several, so that none was chosen. */
	readonly lookAlikes?: readonly string[];
	/** Fields of conditions that the source lacks, because of which names could not be used. */
	readonly missingConditions: readonly string[];
}

export interface Alternative {
	readonly field: FieldRef;
	/** As its taxonomy declares; `null`: undeclared, or declared differently by several. */
	readonly type: FieldType | null;
	/** All must hold. */
	readonly conditions: readonly Condition[];
}

/** The whole value of any of the fields is one of `equals`, ignoring case; `not`: of none of them. */
export interface Condition extends Pick<When, "equals" | "not"> {
	readonly fields: readonly FieldRef[];
}

const memo = new WeakMap<FieldIndex, Map<string, FieldMeaning>>();

/**
 * A name that the source has is that field alone; otherwise its aliases, or the same name under a known prefix; otherwise
 * the one name, of the source or of a taxonomy, that differs only in case. `*` and `?` in a name are any such fields.
 */
export function resolveField(index: FieldIndex, written: string): FieldMeaning {
	const known = memo.get(index) ?? new Map<string, FieldMeaning>();
	memo.set(index, known);
	const meaning = known.get(written) ?? find(index, written);
	known.set(written, meaning);
	return meaning;
}

function find(index: FieldIndex, written: string): FieldMeaning {
	if (index.source.has(written)) return alone(index, written);
	if (/[*?]/.test(written)) return anySuch(index, written);
	const aliases = aliasesOf(index, written);
	if (aliases.kind === "found") return aliases;
	const inSource = index.sourceFolded.get(written.toLowerCase()) ?? [];
	if (inSource.length > 1) return { ...aliases, lookAlikes: inSource };
	if (inSource[0] !== undefined) return { ...alone(index, inSource[0]), readAs: inSource[0] };
	const inTaxonomy = sameThing(index, index.meaningsFolded.get(written.toLowerCase()) ?? []);
	if (aliases.kind === "absent" || inTaxonomy === undefined) return aliases;
	return { ...aliasesOf(index, inTaxonomy), readAs: inTaxonomy };
}

/** The first of the names, if all mean the same (`commandline`, `CommandLine`). */
function sameThing(index: FieldIndex, names: readonly string[]): string | undefined {
	const concepts = names.map((name) => (index.meanings.get(name) ?? []).map(({ field }) => field.concept));
	const distinctConcepts = new Set(concepts.map((each) => [...new Set(each)].sort().join("\n")));
	return distinctConcepts.size === 1 ? names[0] : undefined;
}

function alone(index: FieldIndex, name: string): FieldMeaning {
	const siblings = aliasesOf(index, name).alternatives.map(({ field }) => field.name);
	return {
		kind: "found",
		alternatives: located(index, name, []).map((field) => plainAlternative(index, field)),
		siblings: [...new Set(siblings)].filter((sibling) => sibling !== name),
		missingConditions: [],
	};
}

function anySuch(index: FieldIndex, written: string): FieldMeaning {
	const escaped = written.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
	const shape = escaped.replaceAll("*", ".*").replaceAll("?", ".");
	const exact = new RegExp(`^${shape}$`, "su");
	const anyCase = new RegExp(exact.source, "sui");
	const same = index.leaves.filter((name) => exact.test(name));
	const names = same.length > 0 ? same : index.leaves.filter((name) => anyCase.test(name));
	if (names.length === 0) {
		const known = [...index.meanings.keys(), ...index.vocabulary.names];
		return nothing(known.some((name) => anyCase.test(name)) ? "absent" : "unknown");
	}
	return {
		kind: "found",
		alternatives: names.flatMap((name) => located(index, name, [])).map((field) => plainAlternative(index, field)),
		siblings: [],
		missingConditions: [],
	};
}

function nothing(kind: "absent" | "unknown", missingConditions: readonly string[] = []): FieldMeaning {
	return { kind, alternatives: [], siblings: [], missingConditions };
}

function plainAlternative(index: FieldIndex, field: FieldRef): Alternative {
	const exact = meaningsIn(index, field.name);
	const known = exact.length > 0 ? exact : (index.meanings.get(bareName(index, field.name)) ?? []);
	const meanings = index.vocabulary.preferred(known);
	const types = new Set(meanings.map((meaning) => meaning.field.type));
	return { field, type: types.size === 1 ? (meanings[0]?.field.type ?? null) : null, conditions: [] };
}

/**
 * Every name of the written name's concepts that the source has. In a taxonomy that has the written name, it means there
 * what that taxonomy says, under that meaning's condition too: Security's `ProcessId` must not make Sysmon's
 * `ParentProcessId` of it. Elsewhere its condition says nothing (`ObjectType` is no word of Sysmon), and the meanings
 * that need none come first.
 */
function aliasesOf(index: FieldIndex, written: string): FieldMeaning {
	const name = index.meanings.has(written) ? written : bareName(index, written);
	const meanings = index.vocabulary.preferred(meaningsIn(index, name));
	const plain = meanings.filter(({ field }) => field.when === undefined);
	const found: Alternative[] = [];
	const missing = new Set<string>();
	for (const taxonomy of index.vocabulary.taxonomies) {
		const own = meanings.filter((meaning) => meaning.taxonomy === taxonomy);
		const elsewhere = plain.length > 0 ? plain : meanings;
		for (const meaning of own.length > 0 ? own : elsewhere) {
			for (const alias of index.concepts.get(meaning.field.concept) ?? []) {
				if (alias.taxonomy !== taxonomy) continue;
				const ownCondition = own.length > 0 && alias.field.name !== name ? meaning.field.when : undefined;
				const whens = [alias.field.when, ownCondition].filter((when) => when !== undefined);
				const conditions = whens.map((when) => conditionOf(index, when, alias));
				for (const field of located(index, alias.field.name, taxonomy.prefixes)) {
					for (const [at, condition] of conditions.entries()) {
						if (condition.fields.length === 0) missing.add(whens[at]?.field ?? "");
					}
					if (conditions.some((condition) => condition.fields.length === 0)) continue;
					found.push({ field, type: alias.field.type, conditions });
				}
			}
		}
	}
	if (meanings.length === 0) {
		found.push(...located(index, name, index.prefixes).map((field) => plainAlternative(index, field)));
	}
	if (found.length === 0) return nothing(meanings.length > 0 ? "absent" : "unknown", [...missing]);
	return { kind: "found", alternatives: distinct(found), siblings: [], missingConditions: [...missing] };
}

/** The condition's field by its own name, plain or under a prefix; else by names that mean the same unconditionally. */
function conditionOf(index: FieldIndex, when: When, { taxonomy }: Meaning): Condition {
	const direct = located(index, when.field, taxonomy.prefixes);
	const concepts = (index.meanings.get(when.field) ?? []).map(({ field }) => field.concept);
	const others = concepts
		.flatMap((concept) => index.concepts.get(concept) ?? [])
		.filter(({ field }) => field.when === undefined)
		.flatMap((alias) => located(index, alias.field.name, alias.taxonomy.prefixes));
	const { equals, not } = when;
	return { fields: direct.length > 0 ? direct : [...new Set(others)], equals, ...(not && { not }) };
}

/** Each field once under the same conditions; a field that is asked without condition needs none of the others. */
function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
	const free = new Set(
		alternatives.filter(({ conditions }) => conditions.length === 0).map((alternative) => alternative.field.name),
	);
	const seen = new Map<string, Alternative>();
	for (const alternative of alternatives) {
		const { field, conditions } = alternative;
		if (conditions.length > 0 && free.has(field.name)) continue;
		const key = JSON.stringify([field.name, conditions]);
		if (!seen.has(key)) seen.set(key, alternative);
	}
	return [...seen.values()];
}
