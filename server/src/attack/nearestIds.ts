// The ids that were probably meant by one that nothing has.

/**
 * The ids of `among` that are most alike, best first, at most five; empty only if `among` is. For a sub-technique its
 * technique and the sub-techniques of that come first, those of the nearest number before others.
 */
export function nearestIds(id: string, among: readonly string[]): readonly string[] {
	const wanted = id.toUpperCase();
	const parent = /^T\d{4}(?=\.)/.exec(wanted)?.[0];
	const family = parent === undefined ? [] : among.filter((each) => each === parent || each.startsWith(`${parent}.`));
	const candidates = family.length > 0 ? family : among.filter((each) => each.includes(".") === wanted.includes("."));
	const ranked = candidates.map((candidate) => ({
		candidate,
		distance: candidate === parent ? 0 : differing(wanted, candidate),
		apart: Math.abs(number(wanted) - number(candidate)),
	}));
	ranked.sort((a, b) => a.distance - b.distance || a.apart - b.apart);
	return ranked.slice(0, 5).map(({ candidate }) => candidate);
}

/** How many characters stand otherwise; two that are swapped count once, and so does a missing one. */
function differing(a: string, b: string): number {
	if (a.length !== b.length) return Math.abs(a.length - b.length) + (a.startsWith(b) || b.startsWith(a) ? 0 : a.length);
	let count = 0;
	for (let at = 0; at < a.length; at++) {
		if (a[at] === b[at]) continue;
		count++;
		if (a[at] === b[at + 1] && a[at + 1] === b[at]) at++;
	}
	return count;
}

/** `T1059.001` as 1059.001. */
function number(id: string): number {
	return Number(id.replace(/^\D+/, ""));
}
