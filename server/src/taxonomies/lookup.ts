// Finds the nearest known name to a misspelt one.

/**
 * The names in `among` that were probably meant, best first, equally good ones as they stand there, at most `limit`. Case,
 * `_`, `.`, `-` and blanks do not count; up to a third of the letters may be wrong, swapped or missing, or one name may
 * begin with the other.
 */
export function nearestNames(name: string, among: readonly string[], limit: number): readonly string[] {
	const wanted = letters(name);
	const wantedCounts = countsOf(wanted);
	const tolerance = Math.max(1, Math.floor(wanted.length / 3));
	const near: { readonly name: string; readonly distance: number }[] = [];
	/** What is farther is none of the best. */
	let most = Number.POSITIVE_INFINITY;
	for (const [index, { known, counts }] of lettersOf(among).entries()) {
		const difference = Math.abs(wanted.length - known.length);
		const mayEdit = Math.min(tolerance, most);
		const mayBeNear = difference <= mayEdit && leastEdits(wantedCounts, counts) <= mayEdit;
		let distance = mayBeNear ? editDistance(wanted, known, mayEdit) : tolerance + 1;
		if (distance > tolerance) {
			if (Math.min(wanted.length, known.length) < shortestStem || !beginsWithOther(wanted, known)) continue;
			distance = tolerance + difference;
		}
		if (distance > most) continue;
		const place = near.findLastIndex((each) => each.distance <= distance) + 1;
		near.splice(place, 0, { name: among[index] as string, distance });
		if (near.length > limit) near.pop();
		if (near.length === limit) most = (near.at(-1)?.distance ?? 0) - 1;
	}
	return near.map((each) => each.name);
}

/** Whether two names differ in nothing but case, `_`, `.`, `-` and blanks. */
export function isSpeltAlike(a: string, b: string): boolean {
	return letters(a) === letters(b);
}

const namesByLetters = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The names in `among` that differ from this one in nothing but case, `_`, `.`, `-` and blanks, as they stand there. */
export function speltAlike(name: string, among: readonly string[]): readonly string[] {
	const byLetters = namesByLetters.get(among) ?? groupedByLetters(among);
	namesByLetters.set(among, byLetters);
	return byLetters.get(letters(name)) ?? [];
}

function groupedByLetters(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const name of names) {
		const group = groups.get(letters(name));
		if (group) group.push(name);
		else groups.set(letters(name), [name]);
	}
	return groups;
}

/** Below this many letters a shared beginning says nothing. */
const shortestStem = 4;

function beginsWithOther(a: string, b: string): boolean {
	// Nearly all differ in the first letter.
	return a.charCodeAt(0) === b.charCodeAt(0) && (a.startsWith(b) || b.startsWith(a));
}

function letters(name: string): string {
	return name.toLowerCase().replace(/[_.\-\s]/g, "");
}

interface Letters {
	readonly known: string;
	readonly counts: Uint8Array;
}

const lettersOfLists = new WeakMap<readonly string[], readonly Letters[]>();

/** Kept for each list, which is asked again with every key that is typed. */
function lettersOf(names: readonly string[]): readonly Letters[] {
	const kept = lettersOfLists.get(names);
	if (kept) return kept;
	const found = names.map(letters).map((known) => ({ known, counts: countsOf(known) }));
	lettersOfLists.set(names, found);
	return found;
}

/** How often a name has each letter; some share a place, which only makes names look more alike. */
function countsOf(text: string): Uint8Array {
	const counts = new Uint8Array(32);
	for (let index = 0; index < text.length; index++) (counts[text.charCodeAt(index) & 31] as number)++;
	return counts;
}

/** Each letter that only one of them has is an edit, or half of one that changes it into one of the other's. */
function leastEdits(a: Uint8Array, b: Uint8Array): number {
	let onlyA = 0;
	let onlyB = 0;
	for (let letter = 0; letter < a.length; letter++) {
		const more = (a[letter] as number) - (b[letter] as number);
		if (more > 0) onlyA += more;
		else onlyB -= more;
	}
	return Math.max(onlyA, onlyB);
}

/**
 * Damerau-Levenshtein distance in which no part is edited twice (optimal string alignment); infinite where it is more than
 * `most`.
 */
function editDistance(a: string, b: string, most: number): number {
	const far = Number.POSITIVE_INFINITY;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current: number[] = new Array(b.length + 1).fill(far);
		current[0] = row;
		let least = row;
		// Farther from the diagonal more letters are missing than may be.
		const end = Math.min(b.length, row + most);
		for (let column = Math.max(1, row - most); column <= end; column++) {
			const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
			let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
			const swapped =
				row > 1 &&
				column > 1 &&
				a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
				a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
			if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
			if (best < least) least = best;
			current[column] = best;
		}
		// A swap reaches back over one row, and costs one: nothing below can be better.
		if (least > most) return far;
		beforeLast = last;
		last = current;
	}
	const distance = at(last, b.length);
	return distance > most ? far : distance;
}

function at(row: readonly number[], column: number): number {
	return row[column] as number;
}
