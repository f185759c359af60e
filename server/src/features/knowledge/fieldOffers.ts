// All field names that a hunter may write, those first that the source can answer.
import type { FieldCatalog } from "../../taxonomies/fieldCatalog.ts";
import { knownNames, meaningsOf } from "../../taxonomies/lookup.ts";
import { howFull } from "./fieldText.ts";
import { sourceFields } from "./sourceFields.ts";

export interface FieldOffer {
	readonly name: string;
	/** Type, taxonomies and how full it is, on one line. */
	readonly detail: string;
	/** What it holds; empty where no taxonomy says. */
	readonly description: string;
}

const offers = new WeakMap<FieldCatalog, readonly FieldOffer[]>();
let withoutSource: readonly FieldOffer[] | null = null;

/** Fullest first, then those that the source does not have, by name. The same catalog gets the same array. */
export function fieldOffers(catalog: FieldCatalog | null): readonly FieldOffer[] {
	if (catalog === null) {
		withoutSource ??= knownNames().map((name) => offer(name, null, 0));
		return withoutSource;
	}
	const known = offers.get(catalog) ?? allOffers(catalog);
	offers.set(catalog, known);
	return known;
}

function allOffers(catalog: FieldCatalog): readonly FieldOffer[] {
	const inSource = catalog.fields.filter(({ type }) => type !== "object").map(({ name }) => name);
	const names = [...new Set([...knownNames(), ...inSource])];
	const counted = names.map((name) => {
		const filled = sourceFields(name, catalog).map((field) => field.filled ?? 0);
		return { name, filled: Math.max(0, ...filled) };
	});
	counted.sort((a, b) => b.filled - a.filled || (a.name < b.name ? -1 : 1));
	return counted.map(({ name, filled }) => offer(name, catalog, filled));
}

function offer(name: string, catalog: FieldCatalog | null, filled: number): FieldOffer {
	const meanings = meaningsOf(name);
	const words = [
		...new Set(meanings.map(({ field }) => field.type)),
		...new Set(meanings.map(({ taxonomy }) => taxonomy.title)),
		...(catalog ? [filled > 0 ? howFull(filled, catalog.events) : "not in the source"] : []),
	];
	return {
		name,
		detail: words.join(" · "),
		description: [...new Set(meanings.map(({ field }) => field.description))].join("\n\n"),
	};
}
