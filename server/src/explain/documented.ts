// What the vendor of a field says that a value of it means.
import { parseNumber } from "../meaning/number.ts";
import type { FieldValues } from "../taxonomies/defineTaxonomy.ts";
import type { Vocabulary } from "../taxonomies/vocabulary.ts";

/**
 * `process created` for 4688 in `EventID`; `a or b` where taxonomies differ; empty where none says anything. A number means
 * the same in hexadecimal (`0x17`) and decimal (`23`); a mask of which every bit is documented is told bit by bit.
 */
export function documentedMeaning(field: string | null, text: string, { meaningsOf }: Vocabulary): string {
	if (field === null) return "";
	const found = new Set<string>();
	const value = comparable(text);
	for (const { field: known } of meaningsOf(field)) {
		if (!known.values) continue;
		const documented = byValue(known.values);
		const meaning = documented.get(value) ?? (known.summed && sumOf(documented, value));
		if (meaning) found.add(meaning);
	}
	return [...found].join(" or ");
}

function comparable(value: string): string {
	return parseNumber(value) ?? value.toLowerCase();
}

/** What the bits mean, lowest first; `null`: it is no mask, or not every bit is documented. */
function sumOf(documented: ReadonlyMap<string, string>, value: string): string | null {
	if (!/^\d+$/.test(value) || value === "0") return null;
	const meanings: string[] = [];
	for (let rest = BigInt(value), bit = 1n; rest > 0n; rest >>= 1n, bit <<= 1n) {
		if ((rest & 1n) === 0n) continue;
		const meaning = documented.get(String(bit));
		if (meaning === undefined) return null;
		meanings.push(meaning);
	}
	return meanings.join(" + ");
}

const indexes = new WeakMap<FieldValues, ReadonlyMap<string, string>>();

/** The same with comparable values, made once. */
function byValue(values: FieldValues): ReadonlyMap<string, string> {
	const known =
		indexes.get(values) ?? new Map(Object.entries(values).map(([value, meaning]) => [comparable(value), meaning]));
	indexes.set(values, known);
	return known;
}
