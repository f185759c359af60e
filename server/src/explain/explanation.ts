// The shape of an explanation, and the limits that keep it short enough to be read.

/** A line of Markdown, and the lines that belong under it. */
export interface Explanation {
	readonly text: string;
	readonly items: readonly Explanation[];
}

/** Of a longer list this many are shown, and how many more there are. */
const mostListed = 12;

/** How many lines an explanation may still have. */
export interface Room {
	lines: number;
}

export function fullRoom(): Room {
	return { lines: 60 };
}

/** The explanation as text: its line, and a nested list under it. */
export function linesOf({ text, items }: Explanation): readonly string[] {
	return [text, ...items.flatMap(({ text, items }) => indented(linesOf({ text: `- ${text}`, items })))];
}

/** `linesOf` puts what lies under an item right below it; everything under the first line is one level deeper. */
function indented(lines: readonly string[]): readonly string[] {
	return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** `make` of each, as far as there is room; then how many were left out. */
export function listed<T>(things: readonly T[], room: Room, make: (thing: T) => Explanation): readonly Explanation[] {
	const items: Explanation[] = [];
	for (const thing of things) {
		if (items.length === mostListed || room.lines <= 0) {
			items.push({ text: `… and ${things.length - items.length} more`, items: [] });
			break;
		}
		room.lines--;
		items.push(make(thing));
	}
	return items;
}

/** `a, b or c`; `a, b … and 88 more`. */
export function joined(words: readonly string[], last: "and" | "or"): string {
	if (words.length > mostListed)
		return `${words.slice(0, mostListed).join(", ")} … and ${words.length - mostListed} more`;
	const end = words.length > 1 ? ` ${last} ${words.at(-1)}` : "";
	return `${words.slice(0, Math.max(1, words.length - 1)).join(", ")}${end}`;
}
