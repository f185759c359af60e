// What the vendor of a field says that a value of it means.
import { parseNumber } from "../meaning/number.ts";
import type { FieldValues } from "../taxonomies/defineTaxonomy.ts";
import { meaningsOf } from "../taxonomies/lookup.ts";

/** `process created` for 4688 in `EventID`; `a or b` where taxonomies differ; empty where none says anything. */
export function documentedMeaning(field: string | null, text: string): string {
	if (field === null) return "";
	const found = new Set<string>();
	for (const { field: known } of meaningsOf(field)) {
		const meaning = known.values && byValue(known.values).get((parseNumber(text) ?? text).toLowerCase());
		if (meaning !== undefined) found.add(meaning);
	}
	return [...found].join(" or ");
}

const indexes = new WeakMap<FieldValues, ReadonlyMap<string, string>>();

/** The same with values in lower case, made once. */
function byValue(values: FieldValues): ReadonlyMap<string, string> {
	const known =
		indexes.get(values) ?? new Map(Object.entries(values).map(([value, meaning]) => [value.toLowerCase(), meaning]));
	indexes.set(values, known);
	return known;
}
