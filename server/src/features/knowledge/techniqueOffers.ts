// The techniques and tactics that a hunt may cite.
import { attackWith, type CustomTechnique } from "../../attack/attack.ts";
import type { Offer } from "./offer.ts";

const offers = new WeakMap<readonly CustomTechnique[], readonly Offer[]>();

/** The live ones by id. The same array gets the same array. */
export function techniqueOffers(custom: readonly CustomTechnique[]): readonly Offer[] {
	const known =
		offers.get(custom) ??
		attackWith(custom)
			.techniques.filter(({ status }) => status === "live" || status === "custom")
			.map(({ id, fullName }) => ({ value: id, detail: fullName, kind: "technique" }));
	offers.set(custom, known);
	return known;
}

/** By name, as front matter lists them. */
export function tacticOffers(custom: readonly CustomTechnique[]): readonly Offer[] {
	return attackWith(custom).tactics.map(({ id, name }) => ({ value: name, detail: id === name ? "" : id }));
}

/** By id; those that only `huntmark.json` knows have none. */
export function tacticIdOffers(custom: readonly CustomTechnique[]): readonly Offer[] {
	return attackWith(custom).tactics.flatMap(({ id, name }) =>
		id === name ? [] : [{ value: id, detail: name, kind: "technique" }],
	);
}
