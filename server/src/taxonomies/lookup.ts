// Finds the nearest known name to a misspelt one.

/**
 * The names in `among` that were probably meant, best first, equally good ones as they stand there, at most `limit`. Case,
 * `_`, `.`, `-` and blanks do not count; up to a third of the letters may be wrong, swapped or missing, or one name may
 * begin with the other.
 */
export function nearestNames(name: string, among: readonly string[], limit: number): readonly string[] {
	const wanted = letters(name);
	const tolerance = Math.max(1, Math.floor(wanted.length / 3));
	const near: { readonly name: string; readonly distance: number }[] = [];
	const wantedSet = letterSet(wanted);
	for (const [index, { known, set }] of lettersOf(among).entries()) {
		const difference = Math.abs(wanted.length - known.length);
		// Each letter that only one of them has is an edit.
		const mayBeNear =
			difference <= tolerance && bits(wantedSet & ~set) <= tolerance && bits(set & ~wantedSet) <= tolerance;
		const distance = mayBeNear ? editDistance(wanted, known, tolerance) : Number.POSITIVE_INFINITY;
		const begins = shortestStem <= Math.min(wanted.length, known.length) && beginsWithOther(wanted, known);
		const name = among[index] as string;
		if (distance <= tolerance) near.push({ name, distance });
		else if (begins) near.push({ name, distance: tolerance + difference });
	}
	near.sort((a, b) => a.distance - b.distance);
	return near.slice(0, limit).map((each) => each.name);
}

/** Whether two names differ in nothing but case, `_`, `.`, `-` and blanks. */
export function isSpeltAlike(a: string, b: string): boolean {
	return letters(a) === letters(b);
}

/** Below this many letters a shared beginning says nothing. */
const shortestStem = 4;

function beginsWithOther(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a);
}

function letters(name: string): string {
	return name.toLowerCase().replace(/[_.\-\s]/g, "");
}

interface Letters {
	readonly known: string;
	readonly set: number;
}

const lettersOfLists = new WeakMap<readonly string[], readonly Letters[]>();

/** Kept for each list, which is asked again with every key that is typed. */
function lettersOf(names: readonly string[]): readonly Letters[] {
	const kept = lettersOfLists.get(names);
	if (kept) return kept;
	const found = names.map(letters).map((known) => ({ known, set: letterSet(known) }));
	lettersOfLists.set(names, found);
	return found;
}

/** Which letters a name has, a bit each; some share one, which only makes names look more alike. */
function letterSet(text: string): number {
	let set = 0;
	for (let index = 0; index < text.length; index++) set |= 1 << (text.charCodeAt(index) & 31);
	return set;
}

function bits(set: number): number {
	let count = 0;
	for (let rest = set; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/**
 * Damerau-Levenshtein distance in which no part is edited twice (optimal string alignment); infinite where it is more than
 * `most`.
 */
function editDistance(a: string, b: string, most: number): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= b.length; column++) {
			const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
			let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
			const swapped =
				row > 1 &&
				column > 1 &&
				a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
				a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
			if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
			if (best < least) least = best;
			current.push(best);
		}
		// A swap reaches back over one row, and costs one: nothing below can be better.
		if (least > most) return Number.POSITIVE_INFINITY;
		beforeLast = last;
		last = current;
	}
	return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] as number;
}
