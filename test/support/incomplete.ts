// The hunts of tests are short: what makes a hunt complete is not what most of them are about.
import type { Problem } from "../../server/src/base/problem.ts";

/** The problems but those of a hunt without hypothesis, reference or variety. */
export function besideIncompleteness<P extends Pick<Problem, "rule">>(problems: readonly P[]): readonly P[] {
	return problems.filter(({ rule }) => !/^(missing-|duplicate-query$)/.test(rule));
}
