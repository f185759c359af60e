// A field that nothing knows.
import type { Clause, FieldName } from "../../syntax/tree.ts";
import { isSpeltAlike, nearestNames, speltAlike } from "../../taxonomies/lookup.ts";
import type { Vocabulary } from "../../taxonomies/vocabulary.ts";
import { alone, defineRule, replace } from "../defineRule.ts";
import { writtenName } from "../reading/fieldName.ts";
import type { Fields } from "../reading/fields.ts";
import { walkPlaces } from "../reading/places.ts";

export default defineRule({
	id: "unknown-field",
	severity: "error",
	fix: "changes meaning",
	docs: "No taxonomy, no field of `huntmark.json` and no field of the chosen source has this name, so the clause can never match, and its negation always does. Nearly always it is a misspelling. So may be one that is two names in other spellings, which mean different things. A name that differs only in case, `_`, `.`, `-` or blanks is mended together with other problems; any other is a guess, and offered for you to choose. Where front matter or `huntmark.json` names the hunt's `taxonomy`, names that only others have are hints, with what the chosen one calls the same thing; a run understands them.",
	bad: ["parentimagepath:x", { dialect: "kibana", query: "event_data:{parentimagepath:x}" }],
	good: ["parent_image_path:x", { dialect: "kibana", query: "image_path:x" }],
	check({ tree, fields, report }) {
		const { vocabulary } = fields;
		const inSource = sourceNames(fields);
		walkPlaces(tree.root, (node, { prefix }) => {
			if (node.kind !== "clause") return;
			const place = askedField(node);
			if (!place) return;
			// In the braces of a nested object its name stands before each of its fields'.
			const name = prefix + place.name;
			if (
				/[*?]/.test(name) ||
				inSource.folded.has(name.toLowerCase()) ||
				inSource.bare.has(name) ||
				(vocabulary.speaks(name) && alikeNames(name, vocabulary).length === 0)
			)
				return;
			const { message, near, certain, severity } = diagnosisOf(name, inSource, fields);
			const fixes = (prefix === "" ? near : []).map((each) => {
				const fix = replace(`Change to ${each}`, place.span, writtenName(each));
				return each === certain ? fix : alone(fix);
			});
			report(place.span, message, fixes, severity);
		});
	},
});

interface Diagnosis {
	readonly message: string;
	/** The names that may be meant, best first. */
	readonly near: readonly string[];
	/** The one of them that is meant. */
	readonly certain: string | undefined;
	/** Where it matters less than the rule says. */
	readonly severity?: "hint";
}

/** One misspelling stands in many queries of a hunt, and a name that is typed is a new one with every key. */
function diagnosisOf(name: string, inSource: SourceNames, fields: Fields): Diagnosis {
	const { diagnoses } = inSource;
	const diagnosis = diagnoses.get(name) ?? diagnose(name, inSource, fields);
	if (diagnoses.size >= mostKept) diagnoses.clear();
	diagnoses.set(name, diagnosis);
	return diagnosis;
}

const mostKept = 1000;

function diagnose(name: string, inSource: SourceNames, { vocabulary, catalog }: Fields): Diagnosis {
	const alike = alikeNames(name, vocabulary);
	if (alike.length > 0) {
		const message = `\`${name}\` may be ${alike.map((each) => `\`${each}\``).join(" or ")}, which mean different things.`;
		return { message, near: alike, certain: undefined };
	}
	const elsewhere = inOtherWords(name, vocabulary);
	if (elsewhere) return elsewhere;
	const near = nearestNames(name, inSource.all(), 3);
	const hint = near.length > 0 ? ` Did you mean ${listed(near)}?` : "";
	const message = `No taxonomy${catalog ? " and no event of the source" : ""} has a field \`${name}\`.${hint}`;
	return { message, near, certain: sameName(name, near, vocabulary) };
}

/**
 * The names that one may be which none is exactly: `image_path` and `ImagePath` of `imagepath`. Empty where it is one, or
 * where all that it may be means the same.
 */
function alikeNames(name: string, vocabulary: Vocabulary): readonly string[] {
	const meanings = vocabulary.meaningsOf(name);
	if (meanings.length === 0 || meanings.some(({ field }) => name.endsWith(field.name))) return [];
	const alike = speltAlike(name, vocabulary.names);
	return new Set(alike.map((each) => conceptsOf(each, vocabulary))).size > 1 ? alike : [];
}

/** Of a name that only other taxonomies have: what the chosen one calls it. */
function inOtherWords(name: string, { chosen, meaningsOf, namesOf }: Vocabulary): Diagnosis | null {
	const meanings = meaningsOf(name);
	if (meanings.length === 0 || !chosen) return null;
	const concepts = new Set(meanings.map(({ field }) => field.concept));
	const here = [...concepts].flatMap(namesOf).filter(({ taxonomy }) => taxonomy === chosen);
	const near = [...new Set(here.map(({ field }) => field.name))];
	const whose = [...new Set(meanings.map(({ taxonomy }) => taxonomy.title))].join(" and ");
	const called = near.length > 0 ? `calls it ${listed(near)}` : "has no name for it";
	return {
		message: `\`${name}\` is a name of ${whose}; ${chosen.title}, in which this hunt is written, ${called}.`,
		near,
		certain: near.length === 1 ? near[0] : undefined,
		severity: "hint",
	};
}

function listed(names: readonly string[]): string {
	return names.map((each) => `\`${each}\``).join(", ");
}

/** The one of them that is the same name in another spelling; `undefined` where there is none, or they mean different things. */
function sameName(name: string, near: readonly string[], vocabulary: Vocabulary): string | undefined {
	const alike = near.filter((each) => isSpeltAlike(name, each));
	const meant = new Set(alike.map((each) => conceptsOf(each, vocabulary)));
	return meant.size === 1 ? alike[0] : undefined;
}

function conceptsOf(name: string, { meaningsOf }: Vocabulary): string {
	return [...new Set(meaningsOf(name).map(({ field }) => field.concept))].sort().join();
}

/** The field that a clause asks for: its own, or the value of `_exists_:`; a nested object is none, its fields are. */
function askedField({ field, value }: Clause): FieldName | null {
	if (value?.kind === "group" && value.braces) return null;
	if (field?.name !== "_exists_") return field;
	return value?.kind === "literal" && "text" in value.value ? { name: value.value.text, span: value.span } : null;
}

interface SourceNames {
	/** Names of the source and of the objects that hold them, by their lower-case form. */
	readonly folded: ReadonlyMap<string, string>;
	/** The same names without a prefix that a taxonomy knows, which may be left out. */
	readonly bare: ReadonlySet<string>;
	/** Names of the source and of the taxonomies, each once; always the same array. */
	all(): readonly string[];
	/** What was found out about names. */
	readonly diagnoses: Map<string, Diagnosis>;
}

const names = new WeakMap<Fields, SourceNames>();

function sourceNames(fields: Fields): SourceNames {
	const known = names.get(fields) ?? namesOf(fields);
	names.set(fields, known);
	return known;
}

function namesOf({ catalog, vocabulary }: Fields): SourceNames {
	const found = new Map<string, string>();
	for (const { name } of catalog?.fields ?? [])
		for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1))
			found.set(name.slice(0, end).toLowerCase(), name.slice(0, end));
	const prefixes = [...new Set(vocabulary.taxonomies.flatMap((taxonomy) => taxonomy.prefixes))];
	const bare = [...found.values()].flatMap((name) =>
		prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length)),
	);
	let all: readonly string[] | null = null;
	return {
		folded: found,
		bare: new Set(bare),
		diagnoses: new Map(),
		all() {
			all ??= [...new Set([...vocabulary.names, ...found.values()])];
			return all;
		},
	};
}
