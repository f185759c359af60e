// A field that nothing knows.
import type { Clause, FieldName } from "../../syntax/tree.ts";
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import { isSpeltAlike, knownNames, meaningsOf, nearestNames } from "../../taxonomies/lookup.ts";
import { taxonomies } from "../../taxonomies/registry.ts";
import { alone, defineRule, replace } from "../defineRule.ts";
import { writtenName } from "../reading/fieldName.ts";
import { walkPlaces } from "../reading/places.ts";

export default defineRule({
	id: "unknown-field",
	severity: "error",
	fix: "changes meaning",
	docs: "No taxonomy and no field of the chosen source has this name, so the clause can never match, and its negation always does. Nearly always it is a misspelling. A name that differs only in case, `_`, `.`, `-` or blanks is mended together with other problems; any other is a guess, and offered for you to choose.",
	bad: ["imagepath:x", { dialect: "kibana", query: "event_data:{imagepath:x}" }],
	good: ["image_path:x", { dialect: "kibana", query: "image_path:x" }],
	check({ tree, fields: { catalog }, report }) {
		const inSource = sourceNames(catalog);
		const asked = new Map<string, readonly string[]>();
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
				meaningsOf(name).length > 0
			)
				return;
			const near = asked.get(name) ?? nearestNames(name, inSource.all, 3);
			asked.set(name, near);
			const hint = near.length > 0 ? ` Did you mean ${near.map((each) => `\`${each}\``).join(", ")}?` : "";
			const certain = sameName(name, near);
			const fixes = (prefix === "" ? near : []).map((each) => {
				const fix = replace(`Change to ${each}`, place.span, writtenName(each));
				return each === certain ? fix : alone(fix);
			});
			report(
				place.span,
				`No taxonomy${catalog ? " and no event of the source" : ""} has a field \`${name}\`.${hint}`,
				fixes,
			);
		});
	},
});

/** The one of them that is the same name in another spelling; `undefined` where there is none, or they mean different things. */
function sameName(name: string, near: readonly string[]): string | undefined {
	const alike = near.filter((each) => isSpeltAlike(name, each));
	const meant = new Set(alike.map(conceptsOf));
	return meant.size === 1 ? alike[0] : undefined;
}

function conceptsOf(name: string): string {
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
	/** Names of the source and of the taxonomies, each once. */
	readonly all: readonly string[];
}

const noNames: SourceNames = { folded: new Map(), bare: new Set(), all: knownNames() };
const names = new WeakMap<FieldCatalog, SourceNames>();

function sourceNames(catalog: FieldCatalog | null): SourceNames {
	if (!catalog) return noNames;
	const known = names.get(catalog) ?? namesOf(catalog);
	names.set(catalog, known);
	return known;
}

function namesOf(catalog: FieldCatalog): SourceNames {
	const found = new Map<string, string>();
	for (const { name } of catalog.fields)
		for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1))
			found.set(name.slice(0, end).toLowerCase(), name.slice(0, end));
	const prefixes = [...new Set(taxonomies.flatMap((taxonomy) => taxonomy.prefixes))];
	const bare = [...found.values()].flatMap((name) =>
		prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length)),
	);
	return { folded: found, bare: new Set(bare), all: [...new Set([...knownNames(), ...found.values()])] };
}
