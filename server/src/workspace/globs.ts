// Whether a path is one of those that patterns name.
import picomatch from "picomatch/posix.js";

/** `path` is relative to where the patterns start, with slashes. A pattern after `!` takes away what the others name. */
export function isNamed(patterns: readonly string[], path: string): boolean {
	const isMatch = (pattern: string) => matcherOf(pattern)(path);
	const without = patterns.filter((pattern) => pattern.startsWith("!"));
	return (
		patterns.some((pattern) => !pattern.startsWith("!") && isMatch(pattern)) &&
		!without.some((pattern) => isMatch(pattern.slice(1)))
	);
}

const matchers = new Map<string, (path: string) => boolean>();

/** Made once: a workspace asks for each of its documents. */
function matcherOf(pattern: string): (path: string) => boolean {
	const known = matchers.get(pattern) ?? picomatch(pattern.replace(/^\.\//, ""), { dot: true });
	matchers.set(pattern, known);
	return known;
}
