// How many random cases a property is tried on. The same ones at every run, so that a failure is a change's and no luck;
// `HUNTMARK_SEED=random npm test -- unit` looks at others.

const { HUNTMARK_SEED } = process.env;
const seed = HUNTMARK_SEED === "random" ? undefined : Number(HUNTMARK_SEED ?? 1);

/** What fast-check is told. */
export function cases(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
	return seed === undefined ? { numRuns } : { numRuns, seed };
}
