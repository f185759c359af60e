// Chance that repeats: the same seed always gives the same numbers.

/** A seeded source of numbers; every call moves it on. */
export interface Random {
	/** A whole number from `low` to `high`, both included. */
	integer(low: number, high: number): number;
	/** One of the items, which must not be empty. */
	pick<T>(items: readonly T[]): T;
	/** True in `share` of the calls, 0 to 1. */
	chance(share: number): boolean;
}

/** A source of numbers for this seed; the generator is Mulberry32, small and good enough for made-up events. */
export function createRandom(seed: string): Random {
	let state = fingerprint(seed);
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	return {
		integer,
		pick: (items) => {
			const item = items[integer(0, items.length - 1)];
			if (item === undefined) throw new Error("nothing to pick from");
			return item;
		},
		chance: (share) => next() < share,
	};
}

/** `digits` lower-case hexadecimal digits that depend on the text alone; no real hash, but it looks like one. */
export function fakeHash(text: string, digits: number): string {
	let hash = "";
	for (let part = 0; hash.length < digits; part++) {
		hash += (fingerprint(`${part}:${text}`) >>> 0).toString(16).padStart(8, "0");
	}
	return hash.slice(0, digits);
}

/** FNV-1a over UTF-16 code units, stirred once more so that neighbours differ in all digits; a signed 32-bit number. */
function fingerprint(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ (hash >>> 16);
}
