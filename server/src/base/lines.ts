// The lines of a text, where one or two of them are asked; LineIndex is for many.

/** The start of the line that the offset is on. */
export function lineStart(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of that line, its line break not included. */
export function lineEnd(text: string, offset: number): number {
	const at = text.indexOf("\n", offset);
	if (at < 0) return text.length;
	return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}

/** What the text breaks its lines with. */
export function lineBreakOf(text: string): string {
	return /\r?\n/.exec(text)?.[0] ?? "\n";
}

/** The text on one line: without blanks at its ends, and one where it has some. */
export function oneLine(text: string): string {
	const trimmed = text.trim();
	// Most have nothing to replace, and looking is much quicker than replacing.
	return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
}
