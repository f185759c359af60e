// Text in the order of its Unicode code points.

/** Below 0, 0 or above 0. UTF-16 units, by which JavaScript compares, would put U+FFxx after emoji. */
export function compareCodePoints(a: string, b: string): number {
	const left = Array.from(a, (letter) => letter.codePointAt(0) ?? 0);
	const right = Array.from(b, (letter) => letter.codePointAt(0) ?? 0);
	const at = left.findIndex((code, index) => code !== right[index]);
	if (at === -1) return left.length - right.length;
	return (left[at] ?? 0) - (right[at] ?? -1);
}
